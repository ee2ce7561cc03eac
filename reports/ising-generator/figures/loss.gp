# Loss against step: AdamW with one-cycle schedule, and Newton's minimum
# Reads loss.csv, writes loss.svg: gnuplot loss.gp
reset session
set encoding utf8
set terminal svg size 720,480 enhanced \
  font "sans-serif,16" name "loss" background rgb "#ffffff"
set output "loss.svg"
data = "loss.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

# Panel 1
set lmargin at screen 0.120744; set rmargin at screen 0.977778
set tmargin at screen 0.970833; set bmargin at screen 0.129167
set xrange [0.758:1320]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("10^{0}" 1, "10^{1}" 10, "10^{2}" 100, "10^{3}" 1000, "" 0.8 1, "" 0.9 1, "" 2 1, "" 3 1, "" 4 1, "" 5 1, "" 6 1, "" 7 1, "" 8 1, "" 9 1, "" 20 1, "" 30 1, "" 40 1, "" 50 1, "" 60 1, "" 70 1, "" 80 1, "" 90 1, "" 200 1, "" 300 1, "" 400 1, "" 500 1, "" 600 1, "" 700 1, "" 800 1, "" 900 1)
set yrange [2.138e-07:0.246]
set logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("10^{−6}" 1e-06, "10^{−5}" 1e-05, "10^{−4}" 0.0001, "10^{−3}" 0.001, "10^{−2}" 0.01, "10^{−1}" 0.1, "" 3e-07 1, "" 4e-07 1, "" 5e-07 1, "" 6e-07 1, "" 7e-07 1, "" 8e-07 1, "" 9e-07 1, "" 2e-06 1, "" 3e-06 1, "" 4e-06 1, "" 5e-06 1, "" 6e-06 1, "" 7e-06 1, "" 8e-06 1, "" 9e-06 1, "" 2e-05 1, "" 3e-05 1, "" 4e-05 1, "" 5e-05 1, "" 6e-05 1, "" 7e-05 1, "" 8e-05 1, "" 9e-05 1, "" 0.0002 1, "" 0.0003 1, "" 0.0004 1, "" 0.0005 1, "" 0.0006 1, "" 0.0007 1, "" 0.0008 1, "" 0.0009 1, "" 0.002 1, "" 0.003 1, "" 0.004 1, "" 0.005 1, "" 0.006 1, "" 0.007 1, "" 0.008 1, "" 0.009 1, "" 0.02 1, "" 0.03 1, "" 0.04 1, "" 0.05 1, "" 0.06 1, "" 0.07 1, "" 0.08 1, "" 0.09 1, "" 0.2 1)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "step" at screen 0.549261, screen 0.0385417 center tc rgb "#333333"
set label "loss − minimum / (nats a spin)" at screen 0.0256944, screen 0.55 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.759889, screen 0.866667 to screen 0.966667, screen 0.9625 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.765444, screen 0.938542 to screen 0.812667, screen 0.938542 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "500 steps" at screen 0.823778, screen 0.938542 left front tc rgb "#333333"
set arrow from screen 0.765444, screen 0.890625 to screen 0.812667, screen 0.890625 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "1000 steps" at screen 0.823778, screen 0.890625 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::68 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "500 steps", \
  data skip 1 every ::69::137 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "500 steps", \
  data skip 1 every ::138::206 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "500 steps", \
  data skip 1 every ::207::275 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "500 steps", \
  data skip 1 every ::276::344 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "500 steps", \
  data skip 1 every ::345::413 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "500 steps", \
  data skip 1 every ::414::482 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "500 steps", \
  data skip 1 every ::483::551 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "500 steps", \
  data skip 1 every ::552::670 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "1000 steps", \
  data skip 1 every ::671::789 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "1000 steps", \
  data skip 1 every ::790::908 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "1000 steps", \
  data skip 1 every ::909::1027 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "1000 steps", \
  data skip 1 every ::1028::1146 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "1000 steps", \
  data skip 1 every ::1147::1265 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "1000 steps", \
  data skip 1 every ::1266::1384 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "1000 steps", \
  data skip 1 every ::1385::1503 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "1000 steps"
unset output
