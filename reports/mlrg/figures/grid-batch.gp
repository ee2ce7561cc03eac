# Batch: samples per model
# Reads grid-batch.csv, writes grid-batch.svg: gnuplot grid-batch.gp
reset session
set encoding utf8
set terminal svg size 720,480 enhanced \
  font "sans-serif,16" name "grid_batch" background rgb "#ffffff"
set output "grid-batch.svg"
data = "grid-batch.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

# Panel 1
set lmargin at screen 0.114389; set rmargin at screen 0.882889
set tmargin at screen 0.970833; set bmargin at screen 0.129167
set xrange [-15.3:532.3]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0" 0, "100" 100, "200" 200, "300" 300, "400" 400, "500" 500)
set yrange [0.67:0.97]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.70" 0.7, "0.75" 0.75, "0.80" 0.8, "0.85" 0.85, "0.90" 0.9, "0.95" 0.95)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "batch (samples per model)" at screen 0.498639, screen 0.0385417 center tc rgb "#333333"
set label "critical coupling ​{/:Italic J}_c" at screen 0.0256944, screen 0.55 center rotate by 90 tc rgb "#333333"
set label "KL-opt." at screen 0.894, screen 0.532941 left tc rgb "#333333"
set label "exact" at screen 0.894, screen 0.39369 left tc rgb "#333333"
set object rectangle from screen 0.501222, screen 0.81875 to screen 0.871778, screen 0.9625 front fc rgb "#30ffffff" fs solid noborder
set object rectangle from screen 0.506778, screen 0.926042 to screen 0.554, screen 0.951042 front fc rgb "#0072B2" fs transparent solid 0.3 noborder
set label "sd inside a run" at screen 0.565111, screen 0.938542 left front tc rgb "#333333"
set label "" at screen 0.530389, screen 0.890625 point pt 7 ps 0.9 lc rgb "#9a9a9a" front
set label "repository, single runs" at screen 0.565111, screen 0.890625 left front tc rgb "#333333"
set label "" at screen 0.530389, screen 0.842708 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "this work, mean of runs" at screen 0.565111, screen 0.842708 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::0 using (-15.3):5:(532.3-(-15.3)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::1::1 using (-15.3):5:(532.3-(-15.3)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt solid notitle, \
  data skip 1 every ::2::129 using 4:7:8 with filledcurves fs transparent solid 0.22 noborder lc rgb "#0072B2" title "sd inside a run", \
  data skip 1 every ::130::256 using 4:5 with points pt 7 ps 0.8 lc rgb "#9a9a9a" title "repository, single runs", \
  data skip 1 every ::257::384 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::257::384 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "this work, mean of runs"
unset output
