# How fast the critical point converges with the fine chain
# Reads fine-chains-approach.csv, writes fine-chains-approach.svg: gnuplot fine-chains-approach.gp
reset session
set encoding utf8
set terminal svg size 720,480 enhanced \
  font "sans-serif,16" name "fine_chains_approach" background rgb "#ffffff"
set output "fine-chains-approach.svg"
data = "fine-chains-approach.csv"
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
set xrange [4.96:33.04]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("5" 5, "10" 10, "15" 15, "20" 20, "25" 25, "30" 30)
set yrange [1.766e-09:0.13523]
set logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("10^{−8}" 1e-08, "10^{−7}" 1e-07, "10^{−6}" 1e-06, "10^{−5}" 1e-05, "10^{−4}" 0.0001, "10^{−3}" 0.001, "10^{−2}" 0.01, "10^{−1}" 0.1, "" 2e-09 1, "" 3e-09 1, "" 4e-09 1, "" 5e-09 1, "" 6e-09 1, "" 7e-09 1, "" 8e-09 1, "" 9e-09 1, "" 2e-08 1, "" 3e-08 1, "" 4e-08 1, "" 5e-08 1, "" 6e-08 1, "" 7e-08 1, "" 8e-08 1, "" 9e-08 1, "" 2e-07 1, "" 3e-07 1, "" 4e-07 1, "" 5e-07 1, "" 6e-07 1, "" 7e-07 1, "" 8e-07 1, "" 9e-07 1, "" 2e-06 1, "" 3e-06 1, "" 4e-06 1, "" 5e-06 1, "" 6e-06 1, "" 7e-06 1, "" 8e-06 1, "" 9e-06 1, "" 2e-05 1, "" 3e-05 1, "" 4e-05 1, "" 5e-05 1, "" 6e-05 1, "" 7e-05 1, "" 8e-05 1, "" 9e-05 1, "" 0.0002 1, "" 0.0003 1, "" 0.0004 1, "" 0.0005 1, "" 0.0006 1, "" 0.0007 1, "" 0.0008 1, "" 0.0009 1, "" 0.002 1, "" 0.003 1, "" 0.004 1, "" 0.005 1, "" 0.006 1, "" 0.007 1, "" 0.008 1, "" 0.009 1, "" 0.02 1, "" 0.03 1, "" 0.04 1, "" 0.05 1, "" 0.06 1, "" 0.07 1, "" 0.08 1, "" 0.09 1)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "fine sweeps ​{/:Italic k}" at screen 0.549261, screen 0.0385417 center tc rgb "#333333"
set label "{/:Italic J}_c({/:Italic k}) − ​{/:Italic J}_c^{KL}" at screen 0.0256944, screen 0.55 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.788867, screen 0.866667 to screen 0.966667, screen 0.9625 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.794422, screen 0.938542 to screen 0.841644, screen 0.938542 nohead lc rgb "#0072B2" lw 2.2 dt (7,4) front
set label "∝ 0.535^{/:Italic k}" at screen 0.852756, screen 0.938542 left front tc rgb "#333333"
set label "" at screen 0.818033, screen 0.890625 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "exact" at screen 0.852756, screen 0.890625 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::26 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt (7,4) title "∝ 0.535^{/:Italic k}", \
  data skip 1 every ::27::53 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "exact"
unset output
