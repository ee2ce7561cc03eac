# The KL-optimal flow of one coupling
# Reads exact-flow.csv, writes exact-flow.svg: gnuplot exact-flow.gp
reset session
set encoding utf8
set terminal svg size 1040,400 enhanced \
  font "sans-serif,16" name "exact_flow" background rgb "#ffffff"
set output "exact-flow.svg"
data = "exact-flow.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.0842692; set rmargin at screen 0.484615
set tmargin at screen 0.9125; set bmargin at screen 0.155
set xrange [-2:2]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("−2" -2, "−1" -1, "0" 0, "1" 1, "2" 2)
set yrange [-1.0402:1.0402]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("−1.0" -1, "−0.5" -0.5, "0" 0, "0.5" 0.5, "1.0" 1)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "coupling ​{/:Italic J}" at screen 0.284442, screen 0.04625 center tc rgb "#333333"
set label "flow ​{/:Italic f}({/:Italic J})" at screen 0.0177885, screen 0.53375 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.0881154, screen 0.7875 to screen 0.272038, screen 0.9025 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.0919615, screen 0.87375 to screen 0.124654, screen 0.87375 nohead lc rgb "#0072B2" lw 2.2 dt (7,4) front
set label "asymptote" at screen 0.132346, screen 0.87375 left front tc rgb "#333333"
set arrow from screen 0.0919615, screen 0.81625 to screen 0.124654, screen 0.81625 nohead lc rgb "#D55E00" lw 2.21 dt solid front
set label "KL-optimal ​{/:Italic f}({/:Italic J})" at screen 0.132346, screen 0.81625 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::0 using (-2):5:(2-(-2)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::1::41 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt (7,4) title "asymptote", \
  data skip 1 every ::42::242 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt solid title "KL-optimal ​{/:Italic f}({/:Italic J})"

# Panel 2
set lmargin at screen 0.593808; set rmargin at screen 0.984615
set tmargin at screen 0.9125; set bmargin at screen 0.155
set xrange [0.6:1]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0.6" 0.6, "0.7" 0.7, "0.8" 0.8, "0.9" 0.9, "1.0" 1)
set yrange [-0.05485:0.09302]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("−0.05" -0.05, "0" 0, "0.05" 0.05)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "coupling ​{/:Italic J}" at screen 0.789212, screen 0.04625 center tc rgb "#333333"
set label "flow ​{/:Italic f}({/:Italic J})" at screen 0.517788, screen 0.53375 center rotate by 90 tc rgb "#333333"
set label "exact" at screen 0.73168, screen 0.9425 center tc rgb "#333333"
set label "    KL-optimal" at screen 0.825449, screen 0.9425 center tc rgb "#333333"
plot \
  data skip 1 every ::243::243 using (0.6):5:(1-(0.6)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::244::244 using 4:(-0.05485):(0):(0.09302-(-0.05485)) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::245::245 using 4:(-0.05485):(0):(0.09302-(-0.05485)) with vectors nohead lc rgb "#333333" lw 1.5 dt solid notitle, \
  data skip 1 every ::246::326 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt solid title "KL-optimal ​{/:Italic f}({/:Italic J})"

unset multiplot
unset output
