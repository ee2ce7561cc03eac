# Learned and exact flow of the one-dimensional coupling
# Reads chain-flow.csv, writes chain-flow.svg: gnuplot chain-flow.gp
reset session
set encoding utf8
set terminal svg size 1040,400 enhanced \
  font "sans-serif,16" name "chain_flow" background rgb "#ffffff"
set output "chain-flow.svg"
data = "chain-flow.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.0696538; set rmargin at screen 0.484615
set tmargin at screen 0.965; set bmargin at screen 0.155
set xrange [-0.1:2.6]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0" 0, "1" 1, "2" 2)
set yrange [-0.1:2.6]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0" 0, "0.5" 0.5, "1.0" 1, "1.5" 1.5, "2.0" 2, "2.5" 2.5)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "K" at screen 0.277135, screen 0.04625 center tc rgb "#333333"
set label "K'" at screen 0.0177885, screen 0.56 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.0735, screen 0.725 to screen 0.227115, screen 0.955 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.0773462, screen 0.92625 to screen 0.110038, screen 0.92625 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "exact" at screen 0.117731, screen 0.92625 left front tc rgb "#333333"
set arrow from screen 0.0773462, screen 0.86875 to screen 0.110038, screen 0.86875 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "learned map" at screen 0.117731, screen 0.86875 left front tc rgb "#333333"
set label "" at screen 0.0936923, screen 0.81125 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "Adam" at screen 0.117731, screen 0.81125 left front tc rgb "#333333"
set arrow from screen 0.0773462, screen 0.75375 to screen 0.110038, screen 0.75375 nohead lc rgb "#CC79A7" lw 2.21 dt (2,3) front
set label "K' = K" at screen 0.117731, screen 0.75375 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::49 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "exact", \
  data skip 1 every ::50::98 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "learned map", \
  data skip 1 every ::99::103 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "Adam", \
  data skip 1 every ::104::105 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (2,3) title "K' = K"

# Panel 2
set lmargin at screen 0.583592; set rmargin at screen 0.984615
set tmargin at screen 0.965; set bmargin at screen 0.155
set xrange [0.004:2.596]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("1" 1, "2" 2)
set yrange [3.623e-06:0.0009242]
set logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("10^{−5}" 1e-05, "10^{−4}" 0.0001, "" 4e-06 1, "" 5e-06 1, "" 6e-06 1, "" 7e-06 1, "" 8e-06 1, "" 9e-06 1, "" 2e-05 1, "" 3e-05 1, "" 4e-05 1, "" 5e-05 1, "" 6e-05 1, "" 7e-05 1, "" 8e-05 1, "" 9e-05 1, "" 0.0002 1, "" 0.0003 1, "" 0.0004 1, "" 0.0005 1, "" 0.0006 1, "" 0.0007 1, "" 0.0008 1, "" 0.0009 1)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "K" at screen 0.784104, screen 0.04625 center tc rgb "#333333"
set label "|K' − exact|" at screen 0.517788, screen 0.56 center rotate by 90 tc rgb "#333333"
plot \
  data skip 1 every ::106::154 using 4:5 with lines lc rgb "#E69F00" lw 2.2 dt (14,5) notitle

unset multiplot
unset output
