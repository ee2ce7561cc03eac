# Renormalized coupling against coupling
# Reads flow.csv, writes flow.svg: gnuplot flow.gp
reset session
set encoding utf8
set terminal svg size 720,480 enhanced \
  font "sans-serif,16" name "flow" background rgb "#ffffff"
set output "flow.svg"
data = "flow.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

# Panel 1
set lmargin at screen 0.1355; set rmargin at screen 0.964889
set tmargin at screen 0.970833; set bmargin at screen 0.129167
set xrange [-0.9731:-0.92989]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("−0.97" -0.97, "−0.96" -0.96, "−0.95" -0.95, "−0.94" -0.94, "−0.93" -0.93)
set yrange [-0.98987:-0.91409]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("−0.98" -0.98, "−0.97" -0.97, "−0.96" -0.96, "−0.95" -0.95, "−0.94" -0.94, "−0.93" -0.93, "−0.92" -0.92)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "K = μ^2" at screen 0.550194, screen 0.0385417 center tc rgb "#333333"
set label "K'(K)" at screen 0.0256944, screen 0.55 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.141056, screen 0.53125 to screen 0.314278, screen 0.9625 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.146611, screen 0.938542 to screen 0.193833, screen 0.938542 nohead lc rgb "#333333" lw 2.2 dt (2,3) front
set label "K' = K" at screen 0.204944, screen 0.938542 left front tc rgb "#333333"
set arrow from screen 0.146611, screen 0.890625 to screen 0.193833, screen 0.890625 nohead lc rgb "#0072B2" lw 2.21 dt solid front
set label "32 → 16" at screen 0.204944, screen 0.890625 left front tc rgb "#333333"
set arrow from screen 0.146611, screen 0.842708 to screen 0.193833, screen 0.842708 nohead lc rgb "#D55E00" lw 2.2 dt (7,4) front
set label "64 → 32" at screen 0.204944, screen 0.842708 left front tc rgb "#333333"
set arrow from screen 0.146611, screen 0.794792 to screen 0.193833, screen 0.794792 nohead lc rgb "#009E73" lw 2.21 dt (8,3,2,3) front
set label "128 → 64" at screen 0.204944, screen 0.794792 left front tc rgb "#333333"
set arrow from screen 0.146611, screen 0.746875 to screen 0.193833, screen 0.746875 nohead lc rgb "#CC79A7" lw 2.2 dt (2,3) front
set label "32 → 64" at screen 0.204944, screen 0.746875 left front tc rgb "#333333"
set arrow from screen 0.146611, screen 0.698958 to screen 0.193833, screen 0.698958 nohead lc rgb "#E69F00" lw 2.21 dt (14,5) front
set label "32 → 128" at screen 0.204944, screen 0.698958 left front tc rgb "#333333"
set arrow from screen 0.146611, screen 0.651042 to screen 0.193833, screen 0.651042 nohead lc rgb "#56B4E9" lw 2.2 dt solid front
set label "32 → 256" at screen 0.204944, screen 0.651042 left front tc rgb "#333333"
set arrow from screen 0.146611, screen 0.603125 to screen 0.193833, screen 0.603125 nohead lc rgb "#000000" lw 2.21 dt (7,4) front
set label "32 → 512" at screen 0.204944, screen 0.603125 left front tc rgb "#333333"
set arrow from screen 0.146611, screen 0.555208 to screen 0.193833, screen 0.555208 nohead lc rgb "#0072B2" lw 2.2 dt (8,3,2,3) front
set label "64 → 128" at screen 0.204944, screen 0.555208 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::1 using 4:5 with lines lc rgb "#333333" lw 2.2 dt (2,3) title "K' = K", \
  data skip 1 every ::2::18 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "32 → 16", \
  data skip 1 every ::19::35 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "64 → 32", \
  data skip 1 every ::36::52 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "128 → 64", \
  data skip 1 every ::53::69 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (2,3) title "32 → 64", \
  data skip 1 every ::70::86 using 4:5 with lines lc rgb "#E69F00" lw 2.2 dt (14,5) title "32 → 128", \
  data skip 1 every ::87::103 using 4:5 with lines lc rgb "#56B4E9" lw 2.2 dt solid title "32 → 256", \
  data skip 1 every ::104::120 using 4:5 with lines lc rgb "#000000" lw 2.2 dt (7,4) title "32 → 512", \
  data skip 1 every ::121::137 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt (8,3,2,3) title "64 → 128"
unset output
