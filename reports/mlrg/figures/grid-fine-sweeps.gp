# Gibbs sweeps of the fine block
# Reads grid-fine-sweeps.csv, writes grid-fine-sweeps.svg: gnuplot grid-fine-sweeps.gp
reset session
set encoding utf8
set terminal svg size 1040,400 enhanced \
  font "sans-serif,16" name "grid_fine_sweeps" background rgb "#ffffff"
set output "grid-fine-sweeps.svg"
data = "grid-fine-sweeps.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.0842692; set rmargin at screen 0.418923
set tmargin at screen 0.965; set bmargin at screen 0.155
set xrange [-1.48:65.48]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0" 0, "20" 20, "40" 40, "60" 60)
set yrange [-0.2:1.05]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("−0.2" -0.2, "0" 0, "0.2" 0.2, "0.4" 0.4, "0.6" 0.6, "0.8" 0.8, "1.0" 1)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Italic k}_{fine}" at screen 0.251596, screen 0.04625 center tc rgb "#333333"
set label "critical coupling ​{/:Italic J}_c" at screen 0.0177885, screen 0.56 center rotate by 90 tc rgb "#333333"
set label "KL-opt." at screen 0.426615, screen 0.819563 left tc rgb "#333333"
set label "exact" at screen 0.426615, screen 0.772313 left tc rgb "#333333"
plot \
  data skip 1 every ::0::0 using (-1.48):5:(65.48-(-1.48)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::1::1 using (-1.48):5:(65.48-(-1.48)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt solid notitle, \
  data skip 1 every ::2::64 using 4:7:8 with filledcurves fs transparent solid 0.22 noborder lc rgb "#0072B2" title "sd inside a run", \
  data skip 1 every ::65::127 using 4:5 with points pt 7 ps 0.8 lc rgb "#9a9a9a" title "repository, single runs", \
  data skip 1 every ::128::190 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::128::190 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "this work, mean of runs", \
  data skip 1 every ::191::248 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt solid title "exact zero of the finite chain"

# Panel 2
set lmargin at screen 0.553231; set rmargin at screen 0.918923
set tmargin at screen 0.965; set bmargin at screen 0.155
set xrange [5.5:20.5]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("10" 10, "15" 15, "20" 20)
set yrange [0.76:0.94]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.80" 0.8, "0.85" 0.85, "0.90" 0.9)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Italic k}_{fine}" at screen 0.736077, screen 0.04625 center tc rgb "#333333"
set label "KL-opt." at screen 0.926615, screen 0.397639 left tc rgb "#333333"
set label "exact" at screen 0.926615, screen 0.174285 left tc rgb "#333333"
set object rectangle from screen 0.606385, screen 0.725 to screen 0.911231, screen 0.955 front fc rgb "#30ffffff" fs solid noborder
set object rectangle from screen 0.610231, screen 0.91125 to screen 0.642923, screen 0.94125 front fc rgb "#0072B2" fs transparent solid 0.3 noborder
set label "sd inside a run" at screen 0.650615, screen 0.92625 left front tc rgb "#333333"
set label "" at screen 0.626577, screen 0.86875 point pt 7 ps 0.9 lc rgb "#9a9a9a" front
set label "repository, single runs" at screen 0.650615, screen 0.86875 left front tc rgb "#333333"
set label "" at screen 0.626577, screen 0.81125 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "this work, mean of runs" at screen 0.650615, screen 0.81125 left front tc rgb "#333333"
set arrow from screen 0.610231, screen 0.75375 to screen 0.642923, screen 0.75375 nohead lc rgb "#009E73" lw 2.21 dt solid front
set label "exact zero of the finite chain" at screen 0.650615, screen 0.75375 left front tc rgb "#333333"
plot \
  data skip 1 every ::249::249 using (5.5):5:(20.5-(5.5)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::250::250 using (5.5):5:(20.5-(5.5)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt solid notitle, \
  data skip 1 every ::251::313 using 4:7:8 with filledcurves fs transparent solid 0.22 noborder lc rgb "#0072B2" title "sd inside a run", \
  data skip 1 every ::314::376 using 4:5 with points pt 7 ps 0.8 lc rgb "#9a9a9a" title "repository, single runs", \
  data skip 1 every ::377::439 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::377::439 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "this work, mean of runs", \
  data skip 1 every ::440::497 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt solid title "exact zero of the finite chain"

unset multiplot
unset output
