# Two-point function along the axes
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
set lmargin at screen 0.0790556; set rmargin at screen 0.972267
set tmargin at screen 0.970833; set bmargin at screen 0.129167
set xrange [0.001564:0.6242]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("10^{−2}" 0.01, "10^{−1}" 0.1, "" 0.002 1, "" 0.003 1, "" 0.004 1, "" 0.005 1, "" 0.006 1, "" 0.007 1, "" 0.008 1, "" 0.009 1, "" 0.02 1, "" 0.03 1, "" 0.04 1, "" 0.05 1, "" 0.06 1, "" 0.07 1, "" 0.08 1, "" 0.09 1, "" 0.2 1, "" 0.3 1, "" 0.4 1, "" 0.5 1, "" 0.6 1)
set yrange [0.961:3.229]
set logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("1" 1, "2" 2, "" 3 1)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "distance ​{/:Italic r}/{/:Italic L}" at screen 0.525661, screen 0.0385417 center tc rgb "#333333"
set label "L^{1/4}​ G(r)" at screen 0.0256944, screen 0.55 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.531489, screen 0.722917 to screen 0.961156, screen 0.9625 front fc rgb "#30ffffff" fs solid noborder
set label "" at screen 0.560656, screen 0.938542 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "Monte Carlo, L = 128" at screen 0.595378, screen 0.938542 left front tc rgb "#333333"
set label "" at screen 0.560656, screen 0.890625 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "dream, L32-1e6, L = 512" at screen 0.595378, screen 0.890625 left front tc rgb "#333333"
set label "" at screen 0.560656, screen 0.842708 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "dream, trained here, L = 128" at screen 0.595378, screen 0.842708 left front tc rgb "#333333"
set label "" at screen 0.560656, screen 0.794792 point pt 13 ps 0.9 lc rgb "#CC79A7" front
set label "dream, tuned net, L = 128" at screen 0.595378, screen 0.794792 left front tc rgb "#333333"
set arrow from screen 0.537044, screen 0.746875 to screen 0.584267, screen 0.746875 nohead lc rgb "#333333" lw 2.2 dt solid front
set label "conformal field theory" at screen 0.595378, screen 0.746875 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::6 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::0::6 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "Monte Carlo, L = 128", \
  data skip 1 every ::7::15 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::7::15 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "dream, L32-1e6, L = 512", \
  data skip 1 every ::16::22 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::16::22 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "dream, trained here, L = 128", \
  data skip 1 every ::23::29 using 4:5:6 with yerrorbars pt -1 lc rgb "#CC79A7" lw 1.5 dt solid notitle, \
  data skip 1 every ::23::29 using 4:5 with points pt 13 ps 0.8 lc rgb "#CC79A7" title "dream, tuned net, L = 128", \
  data skip 1 every ::30::90 using 4:5 with lines lc rgb "#333333" lw 2.2 dt solid title "conformal field theory"
unset output
