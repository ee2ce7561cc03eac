# The exponent 1/ν from energy and magnetisation
# Reads thermal.csv, writes thermal.svg: gnuplot thermal.gp
reset session
set encoding utf8
set terminal svg size 720,400 enhanced \
  font "sans-serif,16" name "thermal" background rgb "#ffffff"
set output "thermal.svg"
data = "thermal.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

# Panel 1
set lmargin at screen 0.114389; set rmargin at screen 0.977778
set tmargin at screen 0.965; set bmargin at screen 0.155
set xrange [6.461:596.4]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("8" 8, "16" 16, "32" 32, "64" 64, "128" 128, "256" 256, "512" 512)
set yrange [0.2513:0.5301]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.30" 0.3, "0.35" 0.35, "0.40" 0.4, "0.45" 0.45, "0.50" 0.5)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "linear size ​{/:Italic L}" at screen 0.546083, screen 0.04625 center tc rgb "#333333"
set label "me/{/:Italic L}" at screen 0.0256944, screen 0.56 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.119944, screen 0.725 to screen 0.440056, screen 0.955 front fc rgb "#30ffffff" fs solid noborder
set label "" at screen 0.149111, screen 0.92625 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "Monte Carlo" at screen 0.183833, screen 0.92625 left front tc rgb "#333333"
set label "" at screen 0.149111, screen 0.86875 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "dream, L32-1e6" at screen 0.183833, screen 0.86875 left front tc rgb "#333333"
set label "" at screen 0.149111, screen 0.81125 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "dream, trained here" at screen 0.183833, screen 0.81125 left front tc rgb "#333333"
set label "" at screen 0.149111, screen 0.75375 point pt 13 ps 0.9 lc rgb "#CC79A7" front
set label "dream, tuned net" at screen 0.183833, screen 0.75375 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::4 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::0::4 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "Monte Carlo", \
  data skip 1 every ::5::11 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::5::11 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "dream, L32-1e6", \
  data skip 1 every ::12::16 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::12::16 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "dream, trained here", \
  data skip 1 every ::17::21 using 4:5:6 with yerrorbars pt -1 lc rgb "#CC79A7" lw 1.5 dt solid notitle, \
  data skip 1 every ::17::21 using 4:5 with points pt 13 ps 0.8 lc rgb "#CC79A7" title "dream, tuned net"
unset output
