# Error of the naive estimator on finite rings
# Reads finite-rings.csv, writes finite-rings.svg: gnuplot finite-rings.gp
reset session
set encoding utf8
set terminal svg size 720,480 enhanced \
  font "sans-serif,16" name "finite_rings" background rgb "#ffffff"
set output "finite-rings.svg"
data = "finite-rings.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

# Panel 1
set lmargin at screen 0.131767; set rmargin at screen 0.977778
set tmargin at screen 0.970833; set bmargin at screen 0.19375
set xrange [6.773:604.7]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("10" 10, "20" 20, "50" 50, "100" 100, "200" 200, "500" 500, "" 7 1, "" 8 1, "" 9 1, "" 30 1, "" 40 1, "" 60 1, "" 70 1, "" 80 1, "" 90 1, "" 300 1, "" 400 1, "" 600 1)
set yrange [5.63e-17:0.6769]
set logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("10^{−15}" 1e-15, "10^{−12}" 1e-12, "10^{−9}" 1e-09, "10^{−6}" 1e-06, "10^{−3}" 0.001)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "ring size N" at screen 0.554772, screen 0.103125 center tc rgb "#333333"
set label "|K' − exact|" at screen 0.0256944, screen 0.582292 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.136994, screen 0.00833333 to screen 0.955883, screen 0.05625 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.14255, screen 0.0322917 to screen 0.189772, screen 0.0322917 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "" at screen 0.166161, screen 0.0322917 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "K = 1, N/2" at screen 0.200883, screen 0.0322917 left front tc rgb "#333333"
set arrow from screen 0.348661, screen 0.0322917 to screen 0.395883, screen 0.0322917 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "" at screen 0.372272, screen 0.0322917 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "K = 1, N" at screen 0.406994, screen 0.0322917 left front tc rgb "#333333"
set arrow from screen 0.554772, screen 0.0322917 to screen 0.601994, screen 0.0322917 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "" at screen 0.578383, screen 0.0322917 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "K = 2, N/2" at screen 0.613106, screen 0.0322917 left front tc rgb "#333333"
set arrow from screen 0.760883, screen 0.0322917 to screen 0.808106, screen 0.0322917 nohead lc rgb "#CC79A7" lw 2.21 dt (2,3) front
set label "" at screen 0.784494, screen 0.0322917 point pt 13 ps 0.9 lc rgb "#CC79A7" front
set label "K = 2, N" at screen 0.819217, screen 0.0322917 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::6 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "K = 1, N/2", \
  data skip 1 every ::7::13 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "K = 1, N/2", \
  data skip 1 every ::14::20 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "K = 1, N", \
  data skip 1 every ::21::27 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "K = 1, N", \
  data skip 1 every ::28::34 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "K = 2, N/2", \
  data skip 1 every ::35::41 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "K = 2, N/2", \
  data skip 1 every ::42::48 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (2,3) title "K = 2, N", \
  data skip 1 every ::49::55 using 4:5 with points pt 13 ps 0.8 lc rgb "#CC79A7" title "K = 2, N"
unset output
