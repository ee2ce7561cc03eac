# End of the flow against the number of hidden units
# Reads reconstruction-fixed-points.csv, writes reconstruction-fixed-points.svg: gnuplot reconstruction-fixed-points.gp
reset session
set encoding utf8
set terminal svg size 720,480 enhanced \
  font "sans-serif,16" name "reconstruction_fixed_points" background rgb "#ffffff"
set output "reconstruction-fixed-points.svg"
data = "reconstruction-fixed-points.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

# Panel 1
set lmargin at screen 0.100611; set rmargin at screen 0.950756
set tmargin at screen 0.970833; set bmargin at screen 0.129167
set xrange [14.39:250.1]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("16" 16, "36" 36, "64" 64, "100" 100, "225" 225)
set yrange [1.6061:2.4001]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("1.7" 1.7, "1.8" 1.8, "1.9" 1.9, "2.0" 2, "2.1" 2.1, "2.2" 2.2, "2.3" 2.3, "2.4" 2.4)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "hidden units" at screen 0.525683, screen 0.0385417 center tc rgb "#333333"
set label "temperature" at screen 0.0256944, screen 0.55 center rotate by 90 tc rgb "#333333"
set label "T_c" at screen 0.961867, screen 0.832059 left tc rgb "#333333"
set object rectangle from screen 0.106167, screen 0.145833 to screen 0.344856, screen 0.289583 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.111722, screen 0.265625 to screen 0.158944, screen 0.265625 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "" at screen 0.135333, screen 0.265625 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "T_E, from cold" at screen 0.170056, screen 0.265625 left front tc rgb "#333333"
set arrow from screen 0.111722, screen 0.217708 to screen 0.158944, screen 0.217708 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "" at screen 0.135333, screen 0.217708 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "T_E, from hot" at screen 0.170056, screen 0.217708 left front tc rgb "#333333"
set arrow from screen 0.111722, screen 0.169792 to screen 0.158944, screen 0.169792 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "" at screen 0.135333, screen 0.169792 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "T_m, from hot" at screen 0.170056, screen 0.169792 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::4 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "T_E, from cold", \
  data skip 1 every ::5::9 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::5::9 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "T_E, from cold", \
  data skip 1 every ::10::14 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "T_E, from hot", \
  data skip 1 every ::15::19 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::15::19 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "T_E, from hot", \
  data skip 1 every ::20::24 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "T_m, from hot", \
  data skip 1 every ::25::29 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::25::29 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "T_m, from hot", \
  data skip 1 every ::30::30 using (14.39):5:(250.1-(14.39)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle
unset output
