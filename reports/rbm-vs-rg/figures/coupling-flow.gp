# Flow of the coupling under blocking
# Reads coupling-flow.csv, writes coupling-flow.svg: gnuplot coupling-flow.gp
reset session
set encoding utf8
set terminal svg size 720,600 enhanced \
  font "sans-serif,16" name "coupling_flow" background rgb "#ffffff"
set output "coupling-flow.svg"
data = "coupling-flow.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

# Panel 1
set lmargin at screen 0.100611; set rmargin at screen 0.975444
set tmargin at screen 0.941667; set bmargin at screen 0.308333
set xrange [0.29199:0.508]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0.30" 0.3, "0.35" 0.35, "0.40" 0.4, "0.45" 0.45, "0.50" 0.5)
set yrange [0.0772:0.6831]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.1" 0.1, "0.2" 0.2, "0.3" 0.3, "0.4" 0.4, "0.5" 0.5, "0.6" 0.6)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "K" at screen 0.538028, screen 0.235833 center tc rgb "#333333"
set label "K'" at screen 0.0256944, screen 0.625 center rotate by 90 tc rgb "#333333"
set label "K_c" at screen 0.702828, screen 0.961667 center tc rgb "#333333"
set object rectangle from screen 0.155306, screen 0.00666667 to screen 0.904083, screen 0.198333 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.160861, screen 0.179167 to screen 0.208083, screen 0.179167 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "" at screen 0.184472, screen 0.179167 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "matching ⟨ss'⟩, one step" at screen 0.219194, screen 0.179167 left front tc rgb "#333333"
set arrow from screen 0.160861, screen 0.140833 to screen 0.208083, screen 0.140833 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "" at screen 0.184472, screen 0.140833 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "matching ⟨ss'⟩, two steps" at screen 0.219194, screen 0.140833 left front tc rgb "#333333"
set arrow from screen 0.160861, screen 0.1025 to screen 0.208083, screen 0.1025 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "" at screen 0.184472, screen 0.1025 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "pseudo-likelihood, one coupling, one step" at screen 0.219194, screen 0.1025 left front tc rgb "#333333"
set arrow from screen 0.160861, screen 0.0641667 to screen 0.208083, screen 0.0641667 nohead lc rgb "#CC79A7" lw 2.21 dt (2,3) front
set label "" at screen 0.184472, screen 0.0641667 point pt 13 ps 0.9 lc rgb "#CC79A7" front
set label "pseudo-likelihood, nearest of three couplings, one step" at screen 0.219194, screen 0.0641667 left front tc rgb "#333333"
set arrow from screen 0.160861, screen 0.0258333 to screen 0.208083, screen 0.0258333 nohead lc rgb "#E69F00" lw 2.2 dt (2,3) front
set label "K' = K" at screen 0.219194, screen 0.0258333 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::13 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "matching ⟨ss'⟩, one step", \
  data skip 1 every ::14::27 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::14::27 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "matching ⟨ss'⟩, one step", \
  data skip 1 every ::28::41 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "matching ⟨ss'⟩, two steps", \
  data skip 1 every ::42::55 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::42::55 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "matching ⟨ss'⟩, two steps", \
  data skip 1 every ::56::69 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "pseudo-likelihood, one coupling, one step", \
  data skip 1 every ::70::83 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::70::83 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "pseudo-likelihood, one coupling, one step", \
  data skip 1 every ::84::97 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (2,3) title "pseudo-likelihood, nearest of three couplings, one step", \
  data skip 1 every ::98::111 using 4:5:6 with yerrorbars pt -1 lc rgb "#CC79A7" lw 1.5 dt solid notitle, \
  data skip 1 every ::98::111 using 4:5 with points pt 13 ps 0.8 lc rgb "#CC79A7" title "pseudo-likelihood, nearest of three couplings, one step", \
  data skip 1 every ::112::113 using 4:5 with lines lc rgb "#E69F00" lw 2.2 dt (2,3) title "K' = K", \
  data skip 1 every ::114::114 using 4:(0.0772):(0):(0.6831-(0.0772)) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle
unset output
