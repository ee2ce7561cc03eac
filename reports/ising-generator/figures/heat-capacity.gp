# Heat capacity against the logarithm of the size
# Reads heat-capacity.csv, writes heat-capacity.svg: gnuplot heat-capacity.gp
reset session
set encoding utf8
set terminal svg size 720,480 enhanced \
  font "sans-serif,16" name "heat_capacity" background rgb "#ffffff"
set output "heat-capacity.svg"
data = "heat-capacity.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

# Panel 1
set lmargin at screen 0.0928333; set rmargin at screen 0.972444
set tmargin at screen 0.970833; set bmargin at screen 0.129167
set xrange [6.28:1246]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("8" 8, "16" 16, "32" 32, "64" 64, "128" 128, "256" 256, "512" 512, "1024" 1024)
set yrange [1.102:11.107]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("2" 2, "4" 4, "6" 6, "8" 8, "10" 10)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "linear size ​{/:Italic L}" at screen 0.532639, screen 0.0385417 center tc rgb "#333333"
set label "heat capacity ​{/:Italic c}_p​ = L^2​ Var(e)" at screen 0.0256944, screen 0.55 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.0983889, screen 0.722917 to screen 0.4185, screen 0.9625 front fc rgb "#30ffffff" fs solid noborder
set label "" at screen 0.127556, screen 0.938542 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "Monte Carlo" at screen 0.162278, screen 0.938542 left front tc rgb "#333333"
set label "" at screen 0.127556, screen 0.890625 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "dream, L32-1e6" at screen 0.162278, screen 0.890625 left front tc rgb "#333333"
set label "" at screen 0.127556, screen 0.842708 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "dream, trained here" at screen 0.162278, screen 0.842708 left front tc rgb "#333333"
set label "" at screen 0.127556, screen 0.794792 point pt 13 ps 0.9 lc rgb "#CC79A7" front
set label "dream, tuned net" at screen 0.162278, screen 0.794792 left front tc rgb "#333333"
set arrow from screen 0.103944, screen 0.746875 to screen 0.151167, screen 0.746875 nohead lc rgb "#333333" lw 2.2 dt solid front
set label "Ising, exact" at screen 0.162278, screen 0.746875 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::4 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::0::4 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "Monte Carlo", \
  data skip 1 every ::5::11 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::5::11 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "dream, L32-1e6", \
  data skip 1 every ::12::16 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::12::16 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "dream, trained here", \
  data skip 1 every ::17::21 using 4:5:6 with yerrorbars pt -1 lc rgb "#CC79A7" lw 1.5 dt solid notitle, \
  data skip 1 every ::17::21 using 4:5 with points pt 13 ps 0.8 lc rgb "#CC79A7" title "dream, tuned net", \
  data skip 1 every ::22::28 using 4:5 with lines lc rgb "#333333" lw 2.2 dt solid title "Ising, exact"
unset output
