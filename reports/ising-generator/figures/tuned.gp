# The curve of nets with Ising exponents
# Reads tuned.csv, writes tuned.svg: gnuplot tuned.gp
reset session
set encoding utf8
set terminal svg size 720,400 enhanced \
  font "sans-serif,16" name "tuned" background rgb "#ffffff"
set output "tuned.svg"
data = "tuned.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

# Panel 1
set lmargin at screen 0.0790556; set rmargin at screen 0.977778
set tmargin at screen 0.9125; set bmargin at screen 0.155
set xrange [-0.438:0.5881]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("−0.4" -0.4, "−0.2" -0.2, "0" 0, "0.2" 0.2, "0.4" 0.4)
set yrange [0.334:4.76]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("1" 1, "2" 2, "3" 3, "4" 4)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "diagonal weight ​{/:Italic W}_2" at screen 0.528417, screen 0.04625 center tc rgb "#333333"
set label "weight" at screen 0.0256944, screen 0.53375 center rotate by 90 tc rgb "#333333"
set label "most likely" at screen 0.368338, screen 0.9425 center tc rgb "#333333"
set object rectangle from screen 0.0846111, screen 0.175 to screen 0.191744, screen 0.29 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.0901667, screen 0.26125 to screen 0.137389, screen 0.26125 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "" at screen 0.113778, screen 0.26125 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "W_0" at screen 0.1485, screen 0.26125 left front tc rgb "#333333"
set arrow from screen 0.0901667, screen 0.20375 to screen 0.137389, screen 0.20375 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "" at screen 0.113778, screen 0.20375 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "W_1" at screen 0.1485, screen 0.20375 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::4 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "W_0", \
  data skip 1 every ::5::9 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "W_1", \
  data skip 1 every ::10::14 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "W_0", \
  data skip 1 every ::15::19 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "W_1", \
  data skip 1 every ::20::20 using 4:(0.334):(0):(4.76-(0.334)) with vectors nohead lc rgb "#333333" lw 1.5 dt (2,3) notitle
unset output
