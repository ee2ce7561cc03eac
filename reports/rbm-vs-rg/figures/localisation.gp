# Size of receptive fields against learning rate and penalty
# Reads localisation.csv, writes localisation.svg: gnuplot localisation.gp
reset session
set encoding utf8
set terminal svg size 1040,560 enhanced \
  font "sans-serif,16" name "localisation" background rgb "#ffffff"
set output "localisation.svg"
data = "localisation.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.0642692; set rmargin at screen 0.465538
set tmargin at screen 0.926786; set bmargin at screen 0.207143
set xrange [0.004435:0.1128]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0.005" 0.005, "0.01" 0.01, "0.02" 0.02, "0.05" 0.05, "0.1" 0.1, "" 0.006 1, "" 0.007 1, "" 0.008 1, "" 0.009 1, "" 0.03 1, "" 0.04 1, "" 0.06 1, "" 0.07 1, "" 0.08 1, "" 0.09 1)
set yrange [3.35:67.05]
set logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("5" 5, "10" 10, "20" 20, "50" 50, "" 4 1, "" 6 1, "" 7 1, "" 8 1, "" 9 1, "" 30 1, "" 40 1, "" 60 1)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold 16² → 64}" at screen 0.264904, screen 0.955357 center tc rgb "#333333"
set label "learning rate" at screen 0.264904, screen 0.129464 center tc rgb "#333333"
set label "median PR, sites" at screen 0.0177885, screen 0.566964 center rotate by 90 tc rgb "#333333"
set label "60" at screen 0.473231, screen 0.900105 left tc rgb "#333333"
set object rectangle from screen 0.0597115, screen 0.00714286 to screen 0.458558, screen 0.0892857 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.0635577, screen 0.06875 to screen 0.09625, screen 0.06875 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "" at screen 0.0799038, screen 0.06875 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "λ = 0" at screen 0.103942, screen 0.06875 left front tc rgb "#333333"
set arrow from screen 0.197788, screen 0.06875 to screen 0.230481, screen 0.06875 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "" at screen 0.214135, screen 0.06875 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "λ = 0.001" at screen 0.238173, screen 0.06875 left front tc rgb "#333333"
set arrow from screen 0.332019, screen 0.06875 to screen 0.364712, screen 0.06875 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "" at screen 0.348365, screen 0.06875 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "λ = 0.005" at screen 0.372404, screen 0.06875 left front tc rgb "#333333"
set arrow from screen 0.0635577, screen 0.0276786 to screen 0.09625, screen 0.0276786 nohead lc rgb "#CC79A7" lw 2.21 dt (2,3) front
set label "" at screen 0.0799038, screen 0.0276786 point pt 13 ps 0.9 lc rgb "#CC79A7" front
set label "λ = 0.02" at screen 0.103942, screen 0.0276786 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::4 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "λ = 0", \
  data skip 1 every ::5::9 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "λ = 0", \
  data skip 1 every ::10::14 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "λ = 0.001", \
  data skip 1 every ::15::19 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "λ = 0.001", \
  data skip 1 every ::20::24 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "λ = 0.005", \
  data skip 1 every ::25::29 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "λ = 0.005", \
  data skip 1 every ::30::34 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (2,3) title "λ = 0.02", \
  data skip 1 every ::35::39 using 4:5 with points pt 13 ps 0.8 lc rgb "#CC79A7" title "λ = 0.02", \
  data skip 1 every ::40::40 using (0.004435):5:(0.1128-(0.004435)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle

# Panel 2
set lmargin at screen 0.5719; set rmargin at screen 0.965538
set tmargin at screen 0.926786; set bmargin at screen 0.207143
set xrange [0.00456:0.05483]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0.005" 0.005, "0.01" 0.01, "0.02" 0.02, "0.05" 0.05, "" 0.006 1, "" 0.007 1, "" 0.008 1, "" 0.009 1, "" 0.03 1, "" 0.04 1)
set yrange [3.286:605.3]
set logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("10^{1}" 10, "10^{2}" 100, "" 4 1, "" 5 1, "" 6 1, "" 7 1, "" 8 1, "" 9 1, "" 20 1, "" 30 1, "" 40 1, "" 50 1, "" 60 1, "" 70 1, "" 80 1, "" 90 1, "" 200 1, "" 300 1, "" 400 1, "" 500 1, "" 600 1)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold 40² → 400}" at screen 0.768719, screen 0.955357 center tc rgb "#333333"
set label "learning rate" at screen 0.768719, screen 0.129464 center tc rgb "#333333"
set label "median PR, sites" at screen 0.517788, screen 0.566964 center rotate by 90 tc rgb "#333333"
set label "60" at screen 0.973231, screen 0.607892 left tc rgb "#333333"
set object rectangle from screen 0.563527, screen 0.00714286 to screen 0.962373, screen 0.0482143 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.567373, screen 0.0276786 to screen 0.600065, screen 0.0276786 nohead lc rgb "#D55E00" lw 2.2 dt (7,4) front
set label "" at screen 0.583719, screen 0.0276786 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "λ = 0.001" at screen 0.607758, screen 0.0276786 left front tc rgb "#333333"
set arrow from screen 0.701604, screen 0.0276786 to screen 0.734296, screen 0.0276786 nohead lc rgb "#009E73" lw 2.21 dt (8,3,2,3) front
set label "" at screen 0.71795, screen 0.0276786 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "λ = 0.005" at screen 0.741988, screen 0.0276786 left front tc rgb "#333333"
set arrow from screen 0.835835, screen 0.0276786 to screen 0.868527, screen 0.0276786 nohead lc rgb "#CC79A7" lw 2.2 dt (2,3) front
set label "" at screen 0.852181, screen 0.0276786 point pt 13 ps 0.9 lc rgb "#CC79A7" front
set label "λ = 0.02" at screen 0.876219, screen 0.0276786 left front tc rgb "#333333"
plot \
  data skip 1 every ::41::44 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "λ = 0.001", \
  data skip 1 every ::45::48 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "λ = 0.001", \
  data skip 1 every ::49::52 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "λ = 0.005", \
  data skip 1 every ::53::56 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "λ = 0.005", \
  data skip 1 every ::57::60 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (2,3) title "λ = 0.02", \
  data skip 1 every ::61::64 using 4:5 with points pt 13 ps 0.8 lc rgb "#CC79A7" title "λ = 0.02", \
  data skip 1 every ::65::65 using (0.00456):5:(0.05483-(0.00456)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle

unset multiplot
unset output
