# The square block of Potts models
# Reads potts.csv, writes potts.svg: gnuplot potts.gp
reset session
set encoding utf8
set terminal svg size 1040,400 enhanced \
  font "sans-serif,16" name "potts" background rgb "#ffffff"
set output "potts.svg"
data = "potts.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.0696538; set rmargin at screen 0.484615
set tmargin at screen 0.965; set bmargin at screen 0.155
set xrange [1.5:4.5]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("2" 2, "3" 3, "4" 4)
set yrange [1.5087:2.045]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("1.6" 1.6, "1.7" 1.7, "1.8" 1.8, "1.9" 1.9, "2.0" 2)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "states ​{/:Italic q}" at screen 0.277135, screen 0.04625 center tc rgb "#333333"
set label "critical coupling ​{/:Italic J}_c" at screen 0.0177885, screen 0.56 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.0735, screen 0.84 to screen 0.220654, screen 0.955 front fc rgb "#30ffffff" fs solid noborder
set label "" at screen 0.0936923, screen 0.92625 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "KL-optimal" at screen 0.117731, screen 0.92625 left front tc rgb "#333333"
set label "" at screen 0.0936923, screen 0.86875 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "exact" at screen 0.117731, screen 0.86875 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::2 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "KL-optimal", \
  data skip 1 every ::3::5 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "exact"

# Panel 2
set lmargin at screen 0.569654; set rmargin at screen 0.984615
set tmargin at screen 0.965; set bmargin at screen 0.155
set xrange [1.5:4.5]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("2" 2, "3" 3, "4" 4)
set yrange [0.6:1.2]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.6" 0.6, "0.7" 0.7, "0.8" 0.8, "0.9" 0.9, "1.0" 1, "1.1" 1.1, "1.2" 1.2)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "states ​{/:Italic q}" at screen 0.777135, screen 0.04625 center tc rgb "#333333"
set label "exponent ​{/:Italic ν}" at screen 0.517788, screen 0.56 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.5735, screen 0.175 to screen 0.720654, screen 0.29 front fc rgb "#30ffffff" fs solid noborder
set label "" at screen 0.593692, screen 0.26125 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "KL-optimal" at screen 0.617731, screen 0.26125 left front tc rgb "#333333"
set label "" at screen 0.593692, screen 0.20375 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "exact" at screen 0.617731, screen 0.20375 left front tc rgb "#333333"
plot \
  data skip 1 every ::6::8 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "KL-optimal", \
  data skip 1 every ::9::11 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "exact"

unset multiplot
unset output
