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
set lmargin at screen 0.0629913; set rmargin at screen 0.31942
set tmargin at screen 0.914583; set bmargin at screen 0.3375
set xrange [1.979:2927]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("10^{2}" 100)
set yrange [-0.0394:1.0244]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0" 0, "0.2" 0.2, "0.4" 0.4, "0.6" 0.6, "0.8" 0.8, "1.0" 1)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold λ = 0.001}" at screen 0.191206, screen 0.947917 center tc rgb "#333333"
set label "PR, sites" at screen 0.191206, screen 0.246875 center tc rgb "#333333"
set label "share of units" at screen 0.016087, screen 0.626042 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.0899536, screen 0.00833333 to screen 0.282023, screen 0.2 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.0934319, screen 0.176042 to screen 0.122997, screen 0.176042 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "learning rate 0.005" at screen 0.129954, screen 0.176042 left front tc rgb "#333333"
set arrow from screen 0.0934319, screen 0.128125 to screen 0.122997, screen 0.128125 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "learning rate 0.01" at screen 0.129954, screen 0.128125 left front tc rgb "#333333"
set arrow from screen 0.0934319, screen 0.0802083 to screen 0.122997, screen 0.0802083 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "learning rate 0.02" at screen 0.129954, screen 0.0802083 left front tc rgb "#333333"
set arrow from screen 0.0934319, screen 0.0322917 to screen 0.122997, screen 0.0322917 nohead lc rgb "#CC79A7" lw 2.21 dt (2,3) front
set label "learning rate 0.05" at screen 0.129954, screen 0.0322917 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::13 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "learning rate 0.005", \
  data skip 1 every ::14::27 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "learning rate 0.01", \
  data skip 1 every ::28::41 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "learning rate 0.02", \
  data skip 1 every ::42::55 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (2,3) title "learning rate 0.05"

# Panel 2
set lmargin at screen 0.396325; set rmargin at screen 0.652754
set tmargin at screen 0.914583; set bmargin at screen 0.3375
set xrange [1.979:2927]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("10^{2}" 100)
set yrange [-0.0334:0.8684]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0" 0, "0.2" 0.2, "0.4" 0.4, "0.6" 0.6, "0.8" 0.8)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold λ = 0.005}" at screen 0.524539, screen 0.947917 center tc rgb "#333333"
set label "PR, sites" at screen 0.524539, screen 0.246875 center tc rgb "#333333"
set label "share of units" at screen 0.34942, screen 0.626042 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.423287, screen 0.00833333 to screen 0.615357, screen 0.2 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.426765, screen 0.176042 to screen 0.45633, screen 0.176042 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "learning rate 0.005" at screen 0.463287, screen 0.176042 left front tc rgb "#333333"
set arrow from screen 0.426765, screen 0.128125 to screen 0.45633, screen 0.128125 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "learning rate 0.01" at screen 0.463287, screen 0.128125 left front tc rgb "#333333"
set arrow from screen 0.426765, screen 0.0802083 to screen 0.45633, screen 0.0802083 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "learning rate 0.02" at screen 0.463287, screen 0.0802083 left front tc rgb "#333333"
set arrow from screen 0.426765, screen 0.0322917 to screen 0.45633, screen 0.0322917 nohead lc rgb "#CC79A7" lw 2.21 dt (2,3) front
set label "learning rate 0.05" at screen 0.463287, screen 0.0322917 left front tc rgb "#333333"
plot \
  data skip 1 every ::56::69 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "learning rate 0.005", \
  data skip 1 every ::70::83 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "learning rate 0.01", \
  data skip 1 every ::84::97 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "learning rate 0.02", \
  data skip 1 every ::98::111 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (2,3) title "learning rate 0.05"

# Panel 3
set lmargin at screen 0.729658; set rmargin at screen 0.986087
set tmargin at screen 0.914583; set bmargin at screen 0.3375
set xrange [1.979:2927]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("10^{2}" 100)
set yrange [-0.0349:0.9061]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0" 0, "0.2" 0.2, "0.4" 0.4, "0.6" 0.6, "0.8" 0.8)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold λ = 0.02}" at screen 0.857872, screen 0.947917 center tc rgb "#333333"
set label "PR, sites" at screen 0.857872, screen 0.246875 center tc rgb "#333333"
set label "share of units" at screen 0.682754, screen 0.626042 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.75662, screen 0.00833333 to screen 0.94869, screen 0.2 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.760099, screen 0.176042 to screen 0.789664, screen 0.176042 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "learning rate 0.005" at screen 0.79662, screen 0.176042 left front tc rgb "#333333"
set arrow from screen 0.760099, screen 0.128125 to screen 0.789664, screen 0.128125 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "learning rate 0.01" at screen 0.79662, screen 0.128125 left front tc rgb "#333333"
set arrow from screen 0.760099, screen 0.0802083 to screen 0.789664, screen 0.0802083 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "learning rate 0.02" at screen 0.79662, screen 0.0802083 left front tc rgb "#333333"
set arrow from screen 0.760099, screen 0.0322917 to screen 0.789664, screen 0.0322917 nohead lc rgb "#CC79A7" lw 2.21 dt (2,3) front
set label "learning rate 0.05" at screen 0.79662, screen 0.0322917 left front tc rgb "#333333"
plot \
  data skip 1 every ::112::125 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "learning rate 0.005", \
  data skip 1 every ::126::139 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "learning rate 0.01", \
  data skip 1 every ::140::153 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "learning rate 0.02", \
  data skip 1 every ::154::167 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (2,3) title "learning rate 0.05"

unset multiplot
unset output
