# Critical coupling and exponent of larger pieces
# Reads block-sizes.csv, writes block-sizes.svg: gnuplot block-sizes.gp
reset session
set encoding utf8
set terminal svg size 1040,400 enhanced \
  font "sans-serif,16" name "block_sizes" background rgb "#ffffff"
set output "block-sizes.svg"
data = "block-sizes.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.0791923; set rmargin at screen 0.436923
set tmargin at screen 0.965; set bmargin at screen 0.0925
set xrange [0.5:3.5]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("square" 1, "3 × 3 grid" 2, "4 × 4 torus" 3)
set yrange [0.66:0.84]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.70" 0.7, "0.75" 0.75, "0.80" 0.8)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "critical coupling ​{/:Italic J}_c" at screen 0.0177885, screen 0.52875 center rotate by 90 tc rgb "#333333"
set label "exact" at screen 0.444615, screen 0.597995 left tc rgb "#333333"
plot \
  data skip 1 every ::0::0 using (0.5):5:(3.5-(0.5)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::1::3 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "KL-optimal"

# Panel 2
set lmargin at screen 0.579192; set rmargin at screen 0.945231
set tmargin at screen 0.965; set bmargin at screen 0.0925
set xrange [0.5:3.5]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("square" 1, "3 × 3 grid" 2, "4 × 4 torus" 3)
set yrange [0.85:1.2]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.85" 0.85, "0.90" 0.9, "0.95" 0.95, "1.00" 1, "1.05" 1.05, "1.10" 1.1, "1.15" 1.15, "1.20" 1.2)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "exponent ​{/:Italic ν}" at screen 0.517788, screen 0.52875 center rotate by 90 tc rgb "#333333"
set label "Ising" at screen 0.952923, screen 0.466429 left tc rgb "#333333"
plot \
  data skip 1 every ::4::4 using (0.5):5:(3.5-(0.5)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::5::7 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "KL-optimal"

unset multiplot
unset output
