# Moment ratio against size
# Reads moment-ratio.csv, writes moment-ratio.svg: gnuplot moment-ratio.gp
reset session
set encoding utf8
set terminal svg size 720,480 enhanced \
  font "sans-serif,16" name "moment_ratio" background rgb "#ffffff"
set output "moment-ratio.svg"
data = "moment-ratio.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

# Panel 1
set lmargin at screen 0.114389; set rmargin at screen 0.901111
set tmargin at screen 0.970833; set bmargin at screen 0.241667
set xrange [1.603:629.2]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("2" 2, "4" 4, "8" 8, "16" 16, "32" 32, "64" 64, "128" 128, "256" 256, "512" 512)
set yrange [1.10756:1.17187]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("1.11" 1.11, "1.12" 1.12, "1.13" 1.13, "1.14" 1.14, "1.15" 1.15, "1.16" 1.16, "1.17" 1.17)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "linear size ​{/:Italic L}" at screen 0.50775, screen 0.151042 center tc rgb "#333333"
set label "{/:Italic V}_4" at screen 0.0256944, screen 0.60625 center rotate by 90 tc rgb "#333333"
set label "1.1679" at screen 0.912222, screen 0.926047 left tc rgb "#333333"
set object rectangle from screen 0.0136944, screen 0.00833333 to screen 0.985139, screen 0.104167 front fc rgb "#30ffffff" fs solid noborder
set label "" at screen 0.0428611, screen 0.0802083 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "Monte Carlo" at screen 0.0775833, screen 0.0802083 left front tc rgb "#333333"
set label "" at screen 0.368528, screen 0.0802083 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "dream, L32-1e6" at screen 0.40325, screen 0.0802083 left front tc rgb "#333333"
set label "" at screen 0.694194, screen 0.0802083 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "dream, trained here" at screen 0.728917, screen 0.0802083 left front tc rgb "#333333"
set label "" at screen 0.0428611, screen 0.0322917 point pt 13 ps 0.9 lc rgb "#CC79A7" front
set label "dream, tuned net" at screen 0.0775833, screen 0.0322917 left front tc rgb "#333333"
set arrow from screen 0.344917, screen 0.0322917 to screen 0.392139, screen 0.0322917 nohead lc rgb "#333333" lw 2.2 dt solid front
set label "Ising, exact" at screen 0.40325, screen 0.0322917 left front tc rgb "#333333"
set arrow from screen 0.670583, screen 0.0322917 to screen 0.717806, screen 0.0322917 nohead lc rgb "#333333" lw 2.21 dt (7,4) front
set label "dream, exact" at screen 0.728917, screen 0.0322917 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::4 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::0::4 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "Monte Carlo", \
  data skip 1 every ::5::11 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::5::11 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "dream, L32-1e6", \
  data skip 1 every ::12::16 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::12::16 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "dream, trained here", \
  data skip 1 every ::17::21 using 4:5:6 with yerrorbars pt -1 lc rgb "#CC79A7" lw 1.5 dt solid notitle, \
  data skip 1 every ::17::21 using 4:5 with points pt 13 ps 0.8 lc rgb "#CC79A7" title "dream, tuned net", \
  data skip 1 every ::22::24 using 4:5 with lines lc rgb "#333333" lw 2.2 dt solid title "Ising, exact", \
  data skip 1 every ::25::27 using 4:5 with lines lc rgb "#333333" lw 2.2 dt (7,4) title "dream, exact", \
  data skip 1 every ::28::28 using (1.603):5:(629.2-(1.603)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (2,3) notitle
unset output
