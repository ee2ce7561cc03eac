# Trajectories: couplings per epoch
# Reads grid-trajectories.csv, writes grid-trajectories.svg: gnuplot grid-trajectories.gp
reset session
set encoding utf8
set terminal svg size 720,480 enhanced \
  font "sans-serif,16" name "grid_trajectories" background rgb "#ffffff"
set output "grid-trajectories.svg"
data = "grid-trajectories.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

# Panel 1
set lmargin at screen 0.121722; set rmargin at screen 0.882889
set tmargin at screen 0.970833; set bmargin at screen 0.129167
set xrange [-0.44:65.44]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0" 0, "10" 10, "20" 20, "30" 30, "40" 40, "50" 50, "60" 60)
set yrange [-0.5:1.2]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("−0.5" -0.5, "0" 0, "0.5" 0.5, "1.0" 1)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "trajectories" at screen 0.502306, screen 0.0385417 center tc rgb "#333333"
set label "critical coupling ​{/:Italic J}_c" at screen 0.0256944, screen 0.55 center rotate by 90 tc rgb "#333333"
set label "KL-opt." at screen 0.894, screen 0.787086 left tc rgb "#333333"
set label "exact" at screen 0.894, screen 0.747711 left tc rgb "#333333"
set object rectangle from screen 0.501222, screen 0.81875 to screen 0.871778, screen 0.9625 front fc rgb "#30ffffff" fs solid noborder
set object rectangle from screen 0.506778, screen 0.926042 to screen 0.554, screen 0.951042 front fc rgb "#0072B2" fs transparent solid 0.3 noborder
set label "sd inside a run" at screen 0.565111, screen 0.938542 left front tc rgb "#333333"
set label "" at screen 0.530389, screen 0.890625 point pt 7 ps 0.9 lc rgb "#9a9a9a" front
set label "repository, single runs" at screen 0.565111, screen 0.890625 left front tc rgb "#333333"
set label "" at screen 0.530389, screen 0.842708 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "this work, mean of runs" at screen 0.565111, screen 0.842708 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::0 using (-0.44):5:(65.44-(-0.44)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::1::1 using (-0.44):5:(65.44-(-0.44)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt solid notitle, \
  data skip 1 every ::2::63 using 4:7:8 with filledcurves fs transparent solid 0.22 noborder lc rgb "#0072B2" title "sd inside a run", \
  data skip 1 every ::64::125 using 4:5 with points pt 7 ps 0.8 lc rgb "#9a9a9a" title "repository, single runs", \
  data skip 1 every ::126::187 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::126::187 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "this work, mean of runs"
unset output
