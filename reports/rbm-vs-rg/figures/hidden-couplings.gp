# Coupling of hidden units, majority blocks and decimated spins
# Reads hidden-couplings.csv, writes hidden-couplings.svg: gnuplot hidden-couplings.gp
reset session
set encoding utf8
set terminal svg size 720,480 enhanced \
  font "sans-serif,16" name "hidden_couplings" background rgb "#ffffff"
set output "hidden-couplings.svg"
data = "hidden-couplings.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

# Panel 1
set lmargin at screen 0.114389; set rmargin at screen 0.975444
set tmargin at screen 0.927083; set bmargin at screen 0.129167
set xrange [0.29359:0.4664]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0.30" 0.3, "0.35" 0.35, "0.40" 0.4, "0.45" 0.45)
set yrange [0.1231:0.4879]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.15" 0.15, "0.20" 0.2, "0.25" 0.25, "0.30" 0.3, "0.35" 0.35, "0.40" 0.4, "0.45" 0.45)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "K" at screen 0.544917, screen 0.0385417 center tc rgb "#333333"
set label "K'" at screen 0.0256944, screen 0.528125 center rotate by 90 tc rgb "#333333"
set label "K_c" at screen 0.847324, screen 0.952083 center tc rgb "#333333"
set object rectangle from screen 0.119944, screen 0.727083 to screen 0.390944, screen 0.91875 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.1255, screen 0.894792 to screen 0.172722, screen 0.894792 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "" at screen 0.149111, screen 0.894792 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "hidden units" at screen 0.183833, screen 0.894792 left front tc rgb "#333333"
set arrow from screen 0.1255, screen 0.846875 to screen 0.172722, screen 0.846875 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "" at screen 0.149111, screen 0.846875 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "majority blocks" at screen 0.183833, screen 0.846875 left front tc rgb "#333333"
set arrow from screen 0.1255, screen 0.798958 to screen 0.172722, screen 0.798958 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "" at screen 0.149111, screen 0.798958 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "decimated spins" at screen 0.183833, screen 0.798958 left front tc rgb "#333333"
set arrow from screen 0.1255, screen 0.751042 to screen 0.172722, screen 0.751042 nohead lc rgb "#CC79A7" lw 2.21 dt (2,3) front
set label "K' = K" at screen 0.183833, screen 0.751042 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::4 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "hidden units", \
  data skip 1 every ::5::9 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::5::9 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "hidden units", \
  data skip 1 every ::10::14 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "majority blocks", \
  data skip 1 every ::15::19 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::15::19 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "majority blocks", \
  data skip 1 every ::20::24 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "decimated spins", \
  data skip 1 every ::25::29 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::25::29 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "decimated spins", \
  data skip 1 every ::30::31 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (2,3) title "K' = K", \
  data skip 1 every ::32::32 using 4:(0.1231):(0):(0.4879-(0.1231)) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle
unset output
