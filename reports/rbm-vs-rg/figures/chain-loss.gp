# Loss of Adam against step
# Reads chain-loss.csv, writes chain-loss.svg: gnuplot chain-loss.gp
reset session
set encoding utf8
set terminal svg size 720,480 enhanced \
  font "sans-serif,16" name "chain_loss" background rgb "#ffffff"
set output "chain-loss.svg"
data = "chain-loss.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

# Panel 1
set lmargin at screen 0.131767; set rmargin at screen 0.977778
set tmargin at screen 0.970833; set bmargin at screen 0.129167
set xrange [0.733:3169]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("10^{0}" 1, "10^{1}" 10, "10^{2}" 100, "10^{3}" 1000, "" 0.8 1, "" 0.9 1, "" 2 1, "" 3 1, "" 4 1, "" 5 1, "" 6 1, "" 7 1, "" 8 1, "" 9 1, "" 20 1, "" 30 1, "" 40 1, "" 50 1, "" 60 1, "" 70 1, "" 80 1, "" 90 1, "" 200 1, "" 300 1, "" 400 1, "" 500 1, "" 600 1, "" 700 1, "" 800 1, "" 900 1, "" 2000 1, "" 3000 1)
set yrange [3.93e-14:11.577]
set logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("10^{−12}" 1e-12, "10^{−10}" 1e-10, "10^{−8}" 1e-08, "10^{−6}" 1e-06, "10^{−4}" 0.0001, "10^{−2}" 0.01, "10^{0}" 1)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "step" at screen 0.554772, screen 0.0385417 center tc rgb "#333333"
set label "loss" at screen 0.0256944, screen 0.55 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.137322, screen 0.145833 to screen 0.4441, screen 0.289583 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.142878, screen 0.265625 to screen 0.1901, screen 0.265625 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "learning rate 0.1" at screen 0.201211, screen 0.265625 left front tc rgb "#333333"
set arrow from screen 0.142878, screen 0.217708 to screen 0.1901, screen 0.217708 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "learning rate 0.01" at screen 0.201211, screen 0.217708 left front tc rgb "#333333"
set arrow from screen 0.142878, screen 0.169792 to screen 0.1901, screen 0.169792 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "learning rate 0.001" at screen 0.201211, screen 0.169792 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::27 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "learning rate 0.1", \
  data skip 1 every ::28::55 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "learning rate 0.01", \
  data skip 1 every ::56::97 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "learning rate 0.001"
unset output
