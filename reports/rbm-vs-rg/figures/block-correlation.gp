# Correlation of hidden units with majority blocks against the side of the blocks
# Reads block-correlation.csv, writes block-correlation.svg: gnuplot block-correlation.gp
reset session
set encoding utf8
set terminal svg size 720,480 enhanced \
  font "sans-serif,16" name "block_correlation" background rgb "#ffffff"
set output "block-correlation.svg"
data = "block-correlation.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

# Panel 1
set lmargin at screen 0.114389; set rmargin at screen 0.977778
set tmargin at screen 0.970833; set bmargin at screen 0.241667
set xrange [0.88:4.12]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("1" 1, "2" 2, "3" 3, "4" 4)
set yrange [0.71135:0.94124]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.75" 0.75, "0.80" 0.8, "0.85" 0.85, "0.90" 0.9)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "side b of the blocks" at screen 0.546083, screen 0.151042 center tc rgb "#333333"
set label "correlation" at screen 0.0256944, screen 0.60625 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.12075, screen 0.00833333 to screen 0.95475, screen 0.104167 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.126306, screen 0.0802083 to screen 0.173528, screen 0.0802083 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "" at screen 0.149917, screen 0.0802083 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "K = 0.3" at screen 0.184639, screen 0.0802083 left front tc rgb "#333333"
set arrow from screen 0.336194, screen 0.0802083 to screen 0.383417, screen 0.0802083 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "" at screen 0.359806, screen 0.0802083 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "K = 0.36" at screen 0.394528, screen 0.0802083 left front tc rgb "#333333"
set arrow from screen 0.546083, screen 0.0802083 to screen 0.593306, screen 0.0802083 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "" at screen 0.569694, screen 0.0802083 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "K = 0.408" at screen 0.604417, screen 0.0802083 left front tc rgb "#333333"
set arrow from screen 0.755972, screen 0.0802083 to screen 0.803194, screen 0.0802083 nohead lc rgb "#CC79A7" lw 2.21 dt (2,3) front
set label "" at screen 0.779583, screen 0.0802083 point pt 13 ps 0.9 lc rgb "#CC79A7" front
set label "K = 0.4407" at screen 0.814306, screen 0.0802083 left front tc rgb "#333333"
set arrow from screen 0.126306, screen 0.0322917 to screen 0.173528, screen 0.0322917 nohead lc rgb "#E69F00" lw 2.2 dt (14,5) front
set label "" at screen 0.149917, screen 0.0322917 point pt 11 ps 0.9 lc rgb "#E69F00" front
set label "K = 0.46" at screen 0.184639, screen 0.0322917 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::3 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "K = 0.3", \
  data skip 1 every ::4::7 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::4::7 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "K = 0.3", \
  data skip 1 every ::8::11 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "K = 0.36", \
  data skip 1 every ::12::15 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::12::15 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "K = 0.36", \
  data skip 1 every ::16::19 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "K = 0.408", \
  data skip 1 every ::20::23 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::20::23 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "K = 0.408", \
  data skip 1 every ::24::27 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (2,3) title "K = 0.4407", \
  data skip 1 every ::28::31 using 4:5:6 with yerrorbars pt -1 lc rgb "#CC79A7" lw 1.5 dt solid notitle, \
  data skip 1 every ::28::31 using 4:5 with points pt 13 ps 0.8 lc rgb "#CC79A7" title "K = 0.4407", \
  data skip 1 every ::32::35 using 4:5 with lines lc rgb "#E69F00" lw 2.2 dt (14,5) title "K = 0.46", \
  data skip 1 every ::36::39 using 4:5:6 with yerrorbars pt -1 lc rgb "#E69F00" lw 1.5 dt solid notitle, \
  data skip 1 every ::36::39 using 4:5 with points pt 11 ps 0.8 lc rgb "#E69F00" title "K = 0.46"
unset output
