# Contrastive divergence with four coarse hidden spins
# Reads several-coarse-spins.csv, writes several-coarse-spins.svg: gnuplot several-coarse-spins.gp
reset session
set encoding utf8
set terminal svg size 1040,400 enhanced \
  font "sans-serif,16" name "several_coarse_spins" background rgb "#ffffff"
set output "several-coarse-spins.svg"
data = "several-coarse-spins.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.0791923; set rmargin at screen 0.462462
set tmargin at screen 0.965; set bmargin at screen 0.155
set xrange [0.85:75]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("1" 1, "2" 2, "4" 4, "8" 8, "16" 16, "32" 32, "64" 64)
set yrange [1.04:1.24]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("1.05" 1.05, "1.10" 1.1, "1.15" 1.15, "1.20" 1.2)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "coarse sweeps" at screen 0.270827, screen 0.04625 center tc rgb "#333333"
set label "zero ​{/:Italic J}" at screen 0.0177885, screen 0.56 center rotate by 90 tc rgb "#333333"
set label "KL" at screen 0.470154, screen 0.810987 left tc rgb "#333333"
plot \
  data skip 1 every ::0::0 using (0.85):5:(75-(0.85)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt solid notitle, \
  data skip 1 every ::1::12 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" notitle

# Panel 2
set lmargin at screen 0.579192; set rmargin at screen 0.962462
set tmargin at screen 0.965; set bmargin at screen 0.155
set xrange [20:320]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("32" 32, "64" 64, "128" 128, "256" 256)
set yrange [1.15:1.4]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("1.15" 1.15, "1.20" 1.2, "1.25" 1.25, "1.30" 1.3, "1.35" 1.35, "1.40" 1.4)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "fine sweeps" at screen 0.770827, screen 0.04625 center tc rgb "#333333"
set label "zero ​{/:Italic J}" at screen 0.517788, screen 0.56 center rotate by 90 tc rgb "#333333"
set label "KL" at screen 0.970154, screen 0.32339 left tc rgb "#333333"
plot \
  data skip 1 every ::13::13 using (20):5:(320-(20)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt solid notitle, \
  data skip 1 every ::14::21 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" notitle

unset multiplot
unset output
