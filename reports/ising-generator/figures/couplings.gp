# Exponents of nets trained at other couplings, exactly at L = 4
# Reads couplings.csv, writes couplings.svg: gnuplot couplings.gp
reset session
set encoding utf8
set terminal svg size 1000,380 enhanced \
  font "sans-serif,16" name "couplings" background rgb "#ffffff"
set output "couplings.svg"
data = "couplings.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.07244; set rmargin at screen 0.44304
set tmargin at screen 0.836842; set bmargin at screen 0.163158
set xrange [0.08:0.62]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0.2" 0.2, "0.4" 0.4, "0.6" 0.6)
set yrange [1.7957:4.0385]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("2.0" 2, "2.5" 2.5, "3.0" 3, "3.5" 3.5, "4.0" 4)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold magnetic}" at screen 0.25774, screen 0.934211 center tc rgb "#333333"
set label "training coupling ​{/:Italic K}" at screen 0.25774, screen 0.0486842 center tc rgb "#333333"
set label "λ_h" at screen 0.0185, screen 0.5 center rotate by 90 tc rgb "#333333"
set label "K_c" at screen 0.319978, screen 0.868421 center tc rgb "#333333"
set label "Ising" at screen 0.45104, screen 0.725558 left tc rgb "#333333"
plot \
  data skip 1 every ::0::0 using (0.08):5:(0.62-(0.08)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::1::1 using 4:(1.7957):(0):(4.0385-(1.7957)) with vectors nohead lc rgb "#333333" lw 1.5 dt (2,3) notitle, \
  data skip 1 every ::2::13 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "net", \
  data skip 1 every ::14::25 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "net"

# Panel 2
set lmargin at screen 0.57244; set rmargin at screen 0.94304
set tmargin at screen 0.836842; set bmargin at screen 0.163158
set xrange [0.08:0.62]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0.2" 0.2, "0.4" 0.4, "0.6" 0.6)
set yrange [0.4321:2.3913]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.5" 0.5, "1.0" 1, "1.5" 1.5, "2.0" 2)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold thermal}" at screen 0.75774, screen 0.934211 center tc rgb "#333333"
set label "training coupling ​{/:Italic K}" at screen 0.75774, screen 0.0486842 center tc rgb "#333333"
set label "λ_t" at screen 0.5185, screen 0.5 center rotate by 90 tc rgb "#333333"
set label "K_c" at screen 0.819978, screen 0.868421 center tc rgb "#333333"
set label "Ising" at screen 0.95104, screen 0.702291 left tc rgb "#333333"
plot \
  data skip 1 every ::26::26 using (0.08):5:(0.62-(0.08)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::27::27 using 4:(0.4321):(0):(2.3913-(0.4321)) with vectors nohead lc rgb "#333333" lw 1.5 dt (2,3) notitle, \
  data skip 1 every ::28::39 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "net", \
  data skip 1 every ::40::51 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "net"

unset multiplot
unset output
