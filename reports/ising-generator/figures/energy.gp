# Energy of the dream against size: exact recursion and samples
# Reads energy.csv, writes energy.svg: gnuplot energy.gp
reset session
set encoding utf8
set terminal svg size 720,400 enhanced \
  font "sans-serif,16" name "energy" background rgb "#ffffff"
set output "energy.svg"
data = "energy.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

# Panel 1
set lmargin at screen 0.114389; set rmargin at screen 0.952978
set tmargin at screen 0.965; set bmargin at screen 0.155
set xrange [3.294:621.7]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("10^{1}" 10, "10^{2}" 100, "" 4 1, "" 5 1, "" 6 1, "" 7 1, "" 8 1, "" 9 1, "" 20 1, "" 30 1, "" 40 1, "" 50 1, "" 60 1, "" 70 1, "" 80 1, "" 90 1, "" 200 1, "" 300 1, "" 400 1, "" 500 1, "" 600 1)
set yrange [1.28648:1.50208]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("1.30" 1.3, "1.35" 1.35, "1.40" 1.4, "1.45" 1.45, "1.50" 1.5)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "linear size ​{/:Italic L}" at screen 0.533683, screen 0.04625 center tc rgb "#333333"
set label "{/:Italic u}​ = −E/(N J)" at screen 0.0256944, screen 0.56 center rotate by 90 tc rgb "#333333"
set label "u_∞" at screen 0.964089, screen 0.18503 left tc rgb "#333333"
set object rectangle from screen 0.6722, screen 0.84 to screen 0.941867, screen 0.955 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.677756, screen 0.92625 to screen 0.724978, screen 0.92625 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "exact recursion" at screen 0.736089, screen 0.92625 left front tc rgb "#333333"
set label "" at screen 0.701367, screen 0.86875 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "samples" at screen 0.736089, screen 0.86875 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::0 using (3.294):5:(621.7-(3.294)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::1::8 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "exact recursion", \
  data skip 1 every ::9::14 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::9::14 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "samples"
unset output
