# Overlap and susceptibility of enlarged systems against size
# Reads chains.csv, writes chains.svg: gnuplot chains.gp
reset session
set encoding utf8
set terminal svg size 1040,560 enhanced \
  font "sans-serif,16" name "chains" background rgb "#ffffff"
set output "chains.svg"
data = "chains.csv"
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
set tmargin at screen 0.975; set bmargin at screen 0.4125
set xrange [3.482:147.1]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("4" 4, "8" 8, "16" 16, "32" 32, "64" 64, "128" 128)
set yrange [0.157:0.5918]
set logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.2" 0.2, "0.5" 0.5, "" 0.3 1, "" 0.4 1)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "linear size L'" at screen 0.277135, screen 0.334821 center tc rgb "#333333"
set label "[⟨|q|⟩]" at screen 0.0177885, screen 0.69375 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.110019, screen 0.00714286 to screen 0.432712, screen 0.294643 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.113865, screen 0.274107 to screen 0.146558, screen 0.274107 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "" at screen 0.130212, screen 0.274107 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "logistic (10 weights)" at screen 0.15425, screen 0.274107 left front tc rgb "#333333"
set arrow from screen 0.113865, screen 0.233036 to screen 0.146558, screen 0.233036 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "" at screen 0.130212, screen 0.233036 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "network" at screen 0.15425, screen 0.233036 left front tc rgb "#333333"
set arrow from screen 0.113865, screen 0.191964 to screen 0.146558, screen 0.191964 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "" at screen 0.130212, screen 0.191964 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "autoregressive" at screen 0.15425, screen 0.191964 left front tc rgb "#333333"
set arrow from screen 0.113865, screen 0.150893 to screen 0.146558, screen 0.150893 nohead lc rgb "#CC79A7" lw 2.21 dt (2,3) front
set label "" at screen 0.130212, screen 0.150893 point pt 13 ps 0.9 lc rgb "#CC79A7" front
set label "logistic, sign" at screen 0.15425, screen 0.150893 left front tc rgb "#333333"
set arrow from screen 0.113865, screen 0.109821 to screen 0.146558, screen 0.109821 nohead lc rgb "#E69F00" lw 2.2 dt (14,5) front
set label "" at screen 0.130212, screen 0.109821 point pt 11 ps 0.9 lc rgb "#E69F00" front
set label "tanh, squared error, continuous" at screen 0.15425, screen 0.109821 left front tc rgb "#333333"
set arrow from screen 0.113865, screen 0.06875 to screen 0.146558, screen 0.06875 nohead lc rgb "#56B4E9" lw 2.21 dt (2,3) front
set label "slope of the literature" at screen 0.15425, screen 0.06875 left front tc rgb "#333333"
set label "" at screen 0.130212, screen 0.0276786 point pt 4 ps 0.9 lc rgb "#000000" front
set label "direct simulation" at screen 0.15425, screen 0.0276786 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::4 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "logistic (10 weights)", \
  data skip 1 every ::5::9 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::5::9 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "logistic (10 weights)", \
  data skip 1 every ::10::13 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "network", \
  data skip 1 every ::14::17 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::14::17 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "network", \
  data skip 1 every ::18::21 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "autoregressive", \
  data skip 1 every ::22::25 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::22::25 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "autoregressive", \
  data skip 1 every ::26::29 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (2,3) title "logistic, sign", \
  data skip 1 every ::30::33 using 4:5:6 with yerrorbars pt -1 lc rgb "#CC79A7" lw 1.5 dt solid notitle, \
  data skip 1 every ::30::33 using 4:5 with points pt 13 ps 0.8 lc rgb "#CC79A7" title "logistic, sign", \
  data skip 1 every ::34::36 using 4:5 with lines lc rgb "#E69F00" lw 2.2 dt (14,5) title "tanh, squared error, continuous", \
  data skip 1 every ::37::39 using 4:5:6 with yerrorbars pt -1 lc rgb "#E69F00" lw 1.5 dt solid notitle, \
  data skip 1 every ::37::39 using 4:5 with points pt 11 ps 0.8 lc rgb "#E69F00" title "tanh, squared error, continuous", \
  data skip 1 every ::40::41 using 4:5 with lines lc rgb "#56B4E9" lw 2.2 dt (2,3) title "slope of the literature", \
  data skip 1 every ::42::46 using 4:5:6 with yerrorbars pt -1 lc rgb "#000000" lw 1.5 dt solid notitle, \
  data skip 1 every ::42::46 using 4:5 with points pt 4 ps 0.8 lc rgb "#000000" title "direct simulation"

# Panel 2
set lmargin at screen 0.5719; set rmargin at screen 0.984615
set tmargin at screen 0.975; set bmargin at screen 0.4125
set xrange [3.482:147.1]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("4" 4, "8" 8, "16" 16, "32" 32, "64" 64, "128" 128)
set yrange [17.53:129040]
set logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("10^{2}" 100, "10^{3}" 1000, "10^{4}" 10000, "10^{5}" 100000, "" 20 1, "" 30 1, "" 40 1, "" 50 1, "" 60 1, "" 70 1, "" 80 1, "" 90 1, "" 200 1, "" 300 1, "" 400 1, "" 500 1, "" 600 1, "" 700 1, "" 800 1, "" 900 1, "" 2000 1, "" 3000 1, "" 4000 1, "" 5000 1, "" 6000 1, "" 7000 1, "" 8000 1, "" 9000 1, "" 20000 1, "" 30000 1, "" 40000 1, "" 50000 1, "" 60000 1, "" 70000 1, "" 80000 1, "" 90000 1)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "linear size L'" at screen 0.778258, screen 0.334821 center tc rgb "#333333"
set label "χ = V [⟨q^2⟩]" at screen 0.517788, screen 0.69375 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.611142, screen 0.00714286 to screen 0.933835, screen 0.294643 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.614988, screen 0.274107 to screen 0.647681, screen 0.274107 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "" at screen 0.631335, screen 0.274107 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "logistic (10 weights)" at screen 0.655373, screen 0.274107 left front tc rgb "#333333"
set arrow from screen 0.614988, screen 0.233036 to screen 0.647681, screen 0.233036 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "" at screen 0.631335, screen 0.233036 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "network" at screen 0.655373, screen 0.233036 left front tc rgb "#333333"
set arrow from screen 0.614988, screen 0.191964 to screen 0.647681, screen 0.191964 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "" at screen 0.631335, screen 0.191964 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "autoregressive" at screen 0.655373, screen 0.191964 left front tc rgb "#333333"
set arrow from screen 0.614988, screen 0.150893 to screen 0.647681, screen 0.150893 nohead lc rgb "#CC79A7" lw 2.21 dt (2,3) front
set label "" at screen 0.631335, screen 0.150893 point pt 13 ps 0.9 lc rgb "#CC79A7" front
set label "logistic, sign" at screen 0.655373, screen 0.150893 left front tc rgb "#333333"
set arrow from screen 0.614988, screen 0.109821 to screen 0.647681, screen 0.109821 nohead lc rgb "#E69F00" lw 2.2 dt (14,5) front
set label "" at screen 0.631335, screen 0.109821 point pt 11 ps 0.9 lc rgb "#E69F00" front
set label "tanh, squared error, continuous" at screen 0.655373, screen 0.109821 left front tc rgb "#333333"
set arrow from screen 0.614988, screen 0.06875 to screen 0.647681, screen 0.06875 nohead lc rgb "#56B4E9" lw 2.21 dt (2,3) front
set label "slope of the literature" at screen 0.655373, screen 0.06875 left front tc rgb "#333333"
set label "" at screen 0.631335, screen 0.0276786 point pt 4 ps 0.9 lc rgb "#000000" front
set label "direct simulation" at screen 0.655373, screen 0.0276786 left front tc rgb "#333333"
plot \
  data skip 1 every ::47::51 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "logistic (10 weights)", \
  data skip 1 every ::52::56 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::52::56 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "logistic (10 weights)", \
  data skip 1 every ::57::60 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "network", \
  data skip 1 every ::61::64 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::61::64 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "network", \
  data skip 1 every ::65::68 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "autoregressive", \
  data skip 1 every ::69::72 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::69::72 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "autoregressive", \
  data skip 1 every ::73::76 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (2,3) title "logistic, sign", \
  data skip 1 every ::77::80 using 4:5:6 with yerrorbars pt -1 lc rgb "#CC79A7" lw 1.5 dt solid notitle, \
  data skip 1 every ::77::80 using 4:5 with points pt 13 ps 0.8 lc rgb "#CC79A7" title "logistic, sign", \
  data skip 1 every ::81::83 using 4:5 with lines lc rgb "#E69F00" lw 2.2 dt (14,5) title "tanh, squared error, continuous", \
  data skip 1 every ::84::86 using 4:5:6 with yerrorbars pt -1 lc rgb "#E69F00" lw 1.5 dt solid notitle, \
  data skip 1 every ::84::86 using 4:5 with points pt 11 ps 0.8 lc rgb "#E69F00" title "tanh, squared error, continuous", \
  data skip 1 every ::87::88 using 4:5 with lines lc rgb "#56B4E9" lw 2.2 dt (2,3) title "slope of the literature", \
  data skip 1 every ::89::93 using 4:5:6 with yerrorbars pt -1 lc rgb "#000000" lw 1.5 dt solid notitle, \
  data skip 1 every ::89::93 using 4:5 with points pt 4 ps 0.8 lc rgb "#000000" title "direct simulation"

unset multiplot
unset output
