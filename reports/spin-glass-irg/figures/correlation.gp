# Correlation of overlaps after one enlargement, beside the truth
# Reads correlation.csv, writes correlation.svg: gnuplot correlation.gp
reset session
set encoding utf8
set terminal svg size 720,480 enhanced \
  font "sans-serif,16" name "correlation" background rgb "#ffffff"
set output "correlation.svg"
data = "correlation.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

# Panel 1
set lmargin at screen 0.100611; set rmargin at screen 0.977778
set tmargin at screen 0.970833; set bmargin at screen 0.129167
set xrange [0.88:4.12]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("1" 1, "2" 2, "3" 3, "4" 4)
set yrange [0.2355:0.7854]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.3" 0.3, "0.4" 0.4, "0.5" 0.5, "0.6" 0.6, "0.7" 0.7)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "distance r" at screen 0.539194, screen 0.0385417 center tc rgb "#333333"
set label "C(r)" at screen 0.0256944, screen 0.55 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.597444, screen 0.722917 to screen 0.966667, screen 0.9625 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.603, screen 0.938542 to screen 0.650222, screen 0.938542 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "" at screen 0.626611, screen 0.938542 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "true" at screen 0.661333, screen 0.938542 left front tc rgb "#333333"
set arrow from screen 0.603, screen 0.890625 to screen 0.650222, screen 0.890625 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "" at screen 0.626611, screen 0.890625 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "copy" at screen 0.661333, screen 0.890625 left front tc rgb "#333333"
set arrow from screen 0.603, screen 0.842708 to screen 0.650222, screen 0.842708 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "" at screen 0.626611, screen 0.842708 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "logistic (10 weights)" at screen 0.661333, screen 0.842708 left front tc rgb "#333333"
set arrow from screen 0.603, screen 0.794792 to screen 0.650222, screen 0.794792 nohead lc rgb "#CC79A7" lw 2.21 dt (2,3) front
set label "" at screen 0.626611, screen 0.794792 point pt 13 ps 0.9 lc rgb "#CC79A7" front
set label "patterns, majority kept" at screen 0.661333, screen 0.794792 left front tc rgb "#333333"
set arrow from screen 0.603, screen 0.746875 to screen 0.650222, screen 0.746875 nohead lc rgb "#E69F00" lw 2.2 dt (14,5) front
set label "" at screen 0.626611, screen 0.746875 point pt 11 ps 0.9 lc rgb "#E69F00" front
set label "autoregressive" at screen 0.661333, screen 0.746875 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::3 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "true", \
  data skip 1 every ::4::7 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "true", \
  data skip 1 every ::8::11 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "copy", \
  data skip 1 every ::12::15 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "copy", \
  data skip 1 every ::16::19 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "logistic (10 weights)", \
  data skip 1 every ::20::23 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "logistic (10 weights)", \
  data skip 1 every ::24::27 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (2,3) title "patterns, majority kept", \
  data skip 1 every ::28::31 using 4:5 with points pt 13 ps 0.8 lc rgb "#CC79A7" title "patterns, majority kept", \
  data skip 1 every ::32::35 using 4:5 with lines lc rgb "#E69F00" lw 2.2 dt (14,5) title "autoregressive", \
  data skip 1 every ::36::39 using 4:5 with points pt 11 ps 0.8 lc rgb "#E69F00" title "autoregressive"
unset output
