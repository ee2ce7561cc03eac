# Learned flow of one run and the exact flows
# Reads learned-flow.csv, writes learned-flow.svg: gnuplot learned-flow.gp
reset session
set encoding utf8
set terminal svg size 720,480 enhanced \
  font "sans-serif,16" name "learned_flow" background rgb "#ffffff"
set output "learned-flow.svg"
data = "learned-flow.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

# Panel 1
set lmargin at screen 0.121722; set rmargin at screen 0.977778
set tmargin at screen 0.927083; set bmargin at screen 0.129167
set xrange [-2.1:2.1]
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
set label "coupling ​{/:Italic J}" at screen 0.54975, screen 0.0385417 center tc rgb "#333333"
set label "flow ​{/:Italic f}({/:Italic J})" at screen 0.0256944, screen 0.528125 center rotate by 90 tc rgb "#333333"
set label "exact" at screen 0.650643, screen 0.952083 center tc rgb "#333333"
set label "KL-optimal" at screen 0.770532, screen 0.952083 center tc rgb "#333333"
set object rectangle from screen 0.127278, screen 0.775 to screen 0.424278, screen 0.91875 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.132833, screen 0.894792 to screen 0.180056, screen 0.894792 nohead lc rgb "#D55E00" lw 2.2 dt (7,4) front
set label "KL-optimal, exact" at screen 0.191167, screen 0.894792 left front tc rgb "#333333"
set arrow from screen 0.132833, screen 0.846875 to screen 0.180056, screen 0.846875 nohead lc rgb "#009E73" lw 2.21 dt (2,3) front
set label "{/:Italic k}_{fine}​ = 16, exact" at screen 0.191167, screen 0.846875 left front tc rgb "#333333"
set arrow from screen 0.132833, screen 0.798958 to screen 0.180056, screen 0.798958 nohead lc rgb "#CC79A7" lw 2.2 dt solid front
set label "learned" at screen 0.191167, screen 0.798958 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::31 using 4:5:6:7 with vectors head filled size char 0.8,20,60 lc rgb "#0072B2" lw 1.5 notitle, \
  data skip 1 every ::32::32 using (-2.1):5:(2.1-(-2.1)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::33::132 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "KL-optimal, exact", \
  data skip 1 every ::133::232 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (2,3) title "{/:Italic k}_{fine}​ = 16, exact", \
  data skip 1 every ::233::332 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt solid title "learned", \
  data skip 1 every ::333::333 using 4:(-1.0402):(0):(1.0402-(-1.0402)) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::334::334 using 4:(-1.0402):(0):(1.0402-(-1.0402)) with vectors nohead lc rgb "#333333" lw 1.5 dt solid notitle
unset output
