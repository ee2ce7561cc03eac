# Fixed points of the expected flow against the length of the fine chain
# Reads fine-chains.csv, writes fine-chains.svg: gnuplot fine-chains.gp
reset session
set encoding utf8
set terminal svg size 1040,400 enhanced \
  font "sans-serif,16" name "fine_chains" background rgb "#ffffff"
set output "fine-chains.svg"
data = "fine-chains.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.0696538; set rmargin at screen 0.418923
set tmargin at screen 0.965; set bmargin at screen 0.155
set xrange [3.5:16.5]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("5" 5, "10" 10, "15" 15)
set yrange [0.6:3.4]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("1.0" 1, "1.5" 1.5, "2.0" 2, "2.5" 2.5, "3.0" 3)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "fine sweeps ​{/:Italic k}" at screen 0.244288, screen 0.04625 center tc rgb "#333333"
set label "fixed point ​{/:Italic J}" at screen 0.0177885, screen 0.56 center rotate by 90 tc rgb "#333333"
set label "KL-opt." at screen 0.426615, screen 0.23333 left tc rgb "#333333"
set label "exact" at screen 0.426615, screen 0.18608 left tc rgb "#333333"
set object rectangle from screen 0.0735, screen 0.7825 to screen 0.307423, screen 0.955 front fc rgb "#30ffffff" fs solid noborder
set label "" at screen 0.0936923, screen 0.92625 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "critical point (repels)" at screen 0.117731, screen 0.92625 left front tc rgb "#333333"
set label "" at screen 0.0936923, screen 0.86875 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "spurious (attracts)" at screen 0.117731, screen 0.86875 left front tc rgb "#333333"
set label "" at screen 0.0936923, screen 0.81125 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "where they meet" at screen 0.117731, screen 0.81125 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::0 using (3.5):5:(16.5-(3.5)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::1::1 using (3.5):5:(16.5-(3.5)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt solid notitle, \
  data skip 1 every ::2::12 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "critical point (repels)", \
  data skip 1 every ::13::23 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "spurious (attracts)", \
  data skip 1 every ::24::24 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "where they meet"

# Panel 2
set lmargin at screen 0.584269; set rmargin at screen 0.984615
set tmargin at screen 0.965; set bmargin at screen 0.155
set xrange [0.5:1.5]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0.6" 0.6, "0.8" 0.8, "1.0" 1, "1.2" 1.2, "1.4" 1.4)
set yrange [-0.3:0.3]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("−0.3" -0.3, "−0.2" -0.2, "−0.1" -0.1, "0" 0, "0.1" 0.1, "0.2" 0.2, "0.3" 0.3)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "coupling ​{/:Italic J}" at screen 0.784442, screen 0.04625 center tc rgb "#333333"
set label "expected flow ​{/:Italic f}_k({/:Italic J})" at screen 0.517788, screen 0.56 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.588115, screen 0.61 to screen 0.694038, screen 0.955 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.591962, screen 0.92625 to screen 0.624654, screen 0.92625 nohead lc rgb "#CC79A7" lw 2.2 dt (2,3) front
set label "{/:Italic k}​ = 4" at screen 0.632346, screen 0.92625 left front tc rgb "#333333"
set arrow from screen 0.591962, screen 0.86875 to screen 0.624654, screen 0.86875 nohead lc rgb "#E69F00" lw 2.21 dt (8,3,2,3) front
set label "{/:Italic k}​ = 5" at screen 0.632346, screen 0.86875 left front tc rgb "#333333"
set arrow from screen 0.591962, screen 0.81125 to screen 0.624654, screen 0.81125 nohead lc rgb "#56B4E9" lw 2.2 dt (14,5) front
set label "{/:Italic k}​ = 6" at screen 0.632346, screen 0.81125 left front tc rgb "#333333"
set arrow from screen 0.591962, screen 0.75375 to screen 0.624654, screen 0.75375 nohead lc rgb "#000000" lw 2.21 dt (7,4) front
set label "{/:Italic k}​ = 8" at screen 0.632346, screen 0.75375 left front tc rgb "#333333"
set arrow from screen 0.591962, screen 0.69625 to screen 0.624654, screen 0.69625 nohead lc rgb "#0072B2" lw 2.2 dt (2,3) front
set label "{/:Italic k}​ = 16" at screen 0.632346, screen 0.69625 left front tc rgb "#333333"
set arrow from screen 0.591962, screen 0.63875 to screen 0.624654, screen 0.63875 nohead lc rgb "#D55E00" lw 2.21 dt solid front
set label "{/:Italic k}​ = ∞" at screen 0.632346, screen 0.63875 left front tc rgb "#333333"
plot \
  data skip 1 every ::25::25 using (0.5):5:(1.5-(0.5)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::26::126 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (2,3) title "{/:Italic k}​ = 4", \
  data skip 1 every ::127::227 using 4:5 with lines lc rgb "#E69F00" lw 2.2 dt (8,3,2,3) title "{/:Italic k}​ = 5", \
  data skip 1 every ::228::328 using 4:5 with lines lc rgb "#56B4E9" lw 2.2 dt (14,5) title "{/:Italic k}​ = 6", \
  data skip 1 every ::329::429 using 4:5 with lines lc rgb "#000000" lw 2.2 dt (7,4) title "{/:Italic k}​ = 8", \
  data skip 1 every ::430::530 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt (2,3) title "{/:Italic k}​ = 16", \
  data skip 1 every ::531::631 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt solid title "{/:Italic k}​ = ∞"

unset multiplot
unset output
