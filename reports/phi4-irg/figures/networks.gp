# β/ν of consecutive enlargements by several inverses
# Reads networks.csv, writes networks.svg: gnuplot networks.gp
reset session
set encoding utf8
set terminal svg size 720,480 enhanced \
  font "sans-serif,16" name "networks" background rgb "#ffffff"
set output "networks.svg"
data = "networks.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

# Panel 1
set lmargin at screen 0.114389; set rmargin at screen 0.901111
set tmargin at screen 0.970833; set bmargin at screen 0.0770833
set xrange [0.811:4.268]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("32 → 64" 1, "64 → 128" 2, "128 → 256" 3, "256 → 512" 4)
set yrange [0.08268:0.17126]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.10" 0.1, "0.12" 0.12, "0.14" 0.14, "0.16" 0.16)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "β/ν" at screen 0.0256944, screen 0.523958 center rotate by 90 tc rgb "#333333"
set label "step 1" at screen 0.912222, screen 0.641968 left tc rgb "#333333"
set label "linear" at screen 0.912222, screen 0.542281 left tc rgb "#333333"
set label "Ising" at screen 0.912222, screen 0.502906 left tc rgb "#333333"
set label "step 2" at screen 0.912222, screen 0.43271 left tc rgb "#333333"
set object rectangle from screen 0.119944, screen 0.09375 to screen 0.416722, screen 0.285417 front fc rgb "#30ffffff" fs solid noborder
set label "" at screen 0.149111, screen 0.261458 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "relu-homogeneous" at screen 0.183833, screen 0.261458 left front tc rgb "#333333"
set label "" at screen 0.149111, screen 0.213542 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "relu-bias" at screen 0.183833, screen 0.213542 left front tc rgb "#333333"
set label "" at screen 0.149111, screen 0.165625 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "tanh-odd" at screen 0.183833, screen 0.165625 left front tc rgb "#333333"
set label "" at screen 0.149111, screen 0.117708 point pt 13 ps 0.9 lc rgb "#CC79A7" front
set label "linear + noise" at screen 0.183833, screen 0.117708 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::0 using (0.811):5:(4.268-(0.811)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::1::1 using (0.811):5:(4.268-(0.811)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (2,3) notitle, \
  data skip 1 every ::2::2 using (0.811):5:(4.268-(0.811)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (8,3,2,3) notitle, \
  data skip 1 every ::3::3 using (0.811):5:(4.268-(0.811)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (8,3,2,3) notitle, \
  data skip 1 every ::4::7 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::4::7 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "relu-homogeneous", \
  data skip 1 every ::8::11 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::8::11 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "relu-bias", \
  data skip 1 every ::12::15 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::12::15 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "tanh-odd", \
  data skip 1 every ::16::19 using 4:5:6 with yerrorbars pt -1 lc rgb "#CC79A7" lw 1.5 dt solid notitle, \
  data skip 1 every ::16::19 using 4:5 with points pt 13 ps 0.8 lc rgb "#CC79A7" title "linear + noise"
unset output
