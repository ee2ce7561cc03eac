# Distribution of the participation ratio over hidden units
# Reads participation.csv, writes participation.svg: gnuplot participation.gp
reset session
set encoding utf8
set terminal svg size 1150,480 enhanced \
  font "sans-serif,16" name "participation" background rgb "#ffffff"
set output "participation.svg"
data = "participation.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.0629913; set rmargin at screen 0.316081
set tmargin at screen 0.914583; set bmargin at screen 0.3375
set xrange [0.969:2513]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("1" 1, "10" 10, "100" 100, "1000" 1000)
set yrange [-0.0342:0.8892]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0" 0, "0.2" 0.2, "0.4" 0.4, "0.6" 0.6, "0.8" 0.8)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold λ = 0.001}" at screen 0.189536, screen 0.947917 center tc rgb "#333333"
set label "PR, sites" at screen 0.189536, screen 0.246875 center tc rgb "#333333"
set label "share of units" at screen 0.016087, screen 0.626042 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.0882841, screen 0.00833333 to screen 0.280354, screen 0.2 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.0917623, screen 0.176042 to screen 0.121328, screen 0.176042 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "learning rate 0.005" at screen 0.128284, screen 0.176042 left front tc rgb "#333333"
set arrow from screen 0.0917623, screen 0.128125 to screen 0.121328, screen 0.128125 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "learning rate 0.01" at screen 0.128284, screen 0.128125 left front tc rgb "#333333"
set arrow from screen 0.0917623, screen 0.0802083 to screen 0.121328, screen 0.0802083 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "learning rate 0.02" at screen 0.128284, screen 0.0802083 left front tc rgb "#333333"
set arrow from screen 0.0917623, screen 0.0322917 to screen 0.121328, screen 0.0322917 nohead lc rgb "#CC79A7" lw 2.21 dt (2,3) front
set label "learning rate 0.05" at screen 0.128284, screen 0.0322917 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::14 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "learning rate 0.005", \
  data skip 1 every ::15::29 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "learning rate 0.01", \
  data skip 1 every ::30::44 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "learning rate 0.02", \
  data skip 1 every ::45::59 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (2,3) title "learning rate 0.05"

# Panel 2
set lmargin at screen 0.396325; set rmargin at screen 0.649414
set tmargin at screen 0.914583; set bmargin at screen 0.3375
set xrange [0.969:2513]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("1" 1, "10" 10, "100" 100, "1000" 1000)
set yrange [-0.0338:0.8788]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0" 0, "0.2" 0.2, "0.4" 0.4, "0.6" 0.6, "0.8" 0.8)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold λ = 0.005}" at screen 0.52287, screen 0.947917 center tc rgb "#333333"
set label "PR, sites" at screen 0.52287, screen 0.246875 center tc rgb "#333333"
set label "share of units" at screen 0.34942, screen 0.626042 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.421617, screen 0.00833333 to screen 0.613687, screen 0.2 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.425096, screen 0.176042 to screen 0.454661, screen 0.176042 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "learning rate 0.005" at screen 0.461617, screen 0.176042 left front tc rgb "#333333"
set arrow from screen 0.425096, screen 0.128125 to screen 0.454661, screen 0.128125 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "learning rate 0.01" at screen 0.461617, screen 0.128125 left front tc rgb "#333333"
set arrow from screen 0.425096, screen 0.0802083 to screen 0.454661, screen 0.0802083 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "learning rate 0.02" at screen 0.461617, screen 0.0802083 left front tc rgb "#333333"
set arrow from screen 0.425096, screen 0.0322917 to screen 0.454661, screen 0.0322917 nohead lc rgb "#CC79A7" lw 2.21 dt (2,3) front
set label "learning rate 0.05" at screen 0.461617, screen 0.0322917 left front tc rgb "#333333"
plot \
  data skip 1 every ::60::74 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "learning rate 0.005", \
  data skip 1 every ::75::89 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "learning rate 0.01", \
  data skip 1 every ::90::104 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "learning rate 0.02", \
  data skip 1 every ::105::119 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (2,3) title "learning rate 0.05"

# Panel 3
set lmargin at screen 0.729658; set rmargin at screen 0.982748
set tmargin at screen 0.914583; set bmargin at screen 0.3375
set xrange [0.969:2513]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("1" 1, "10" 10, "100" 100, "1000" 1000)
set yrange [-0.0312:0.8089]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0" 0, "0.2" 0.2, "0.4" 0.4, "0.6" 0.6, "0.8" 0.8)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold λ = 0.02}" at screen 0.856203, screen 0.947917 center tc rgb "#333333"
set label "PR, sites" at screen 0.856203, screen 0.246875 center tc rgb "#333333"
set label "share of units" at screen 0.682754, screen 0.626042 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.754951, screen 0.00833333 to screen 0.94702, screen 0.2 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.758429, screen 0.176042 to screen 0.787994, screen 0.176042 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "learning rate 0.005" at screen 0.794951, screen 0.176042 left front tc rgb "#333333"
set arrow from screen 0.758429, screen 0.128125 to screen 0.787994, screen 0.128125 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "learning rate 0.01" at screen 0.794951, screen 0.128125 left front tc rgb "#333333"
set arrow from screen 0.758429, screen 0.0802083 to screen 0.787994, screen 0.0802083 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "learning rate 0.02" at screen 0.794951, screen 0.0802083 left front tc rgb "#333333"
set arrow from screen 0.758429, screen 0.0322917 to screen 0.787994, screen 0.0322917 nohead lc rgb "#CC79A7" lw 2.21 dt (2,3) front
set label "learning rate 0.05" at screen 0.794951, screen 0.0322917 left front tc rgb "#333333"
plot \
  data skip 1 every ::120::134 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "learning rate 0.005", \
  data skip 1 every ::135::149 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "learning rate 0.01", \
  data skip 1 every ::150::164 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "learning rate 0.02", \
  data skip 1 every ::165::179 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (2,3) title "learning rate 0.05"

unset multiplot
unset output
