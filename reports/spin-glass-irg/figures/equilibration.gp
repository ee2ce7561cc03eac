# Drift of the squared overlap over logarithmic windows, at the largest β of each size
# Reads equilibration.csv, writes equilibration.svg: gnuplot equilibration.gp
reset session
set encoding utf8
set terminal svg size 720,480 enhanced \
  font "sans-serif,16" name "equilibration" background rgb "#ffffff"
set output "equilibration.svg"
data = "equilibration.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

# Panel 1
set lmargin at screen 0.121722; set rmargin at screen 0.977778
set tmargin at screen 0.970833; set bmargin at screen 0.129167
set xrange [45.88:365700]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("10^{2}" 100, "10^{3}" 1000, "10^{4}" 10000, "10^{5}" 100000, "" 50 1, "" 60 1, "" 70 1, "" 80 1, "" 90 1, "" 200 1, "" 300 1, "" 400 1, "" 500 1, "" 600 1, "" 700 1, "" 800 1, "" 900 1, "" 2000 1, "" 3000 1, "" 4000 1, "" 5000 1, "" 6000 1, "" 7000 1, "" 8000 1, "" 9000 1, "" 20000 1, "" 30000 1, "" 40000 1, "" 50000 1, "" 60000 1, "" 70000 1, "" 80000 1, "" 90000 1, "" 200000 1, "" 300000 1)
set yrange [-1.023:0.0415]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("−1.0" -1, "−0.8" -0.8, "−0.6" -0.6, "−0.4" -0.4, "−0.2" -0.2, "0" 0)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "last sweep of the window" at screen 0.54975, screen 0.0385417 center tc rgb "#333333"
set label "Δ[⟨q^2⟩]/[⟨q^2⟩]" at screen 0.0256944, screen 0.55 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.682556, screen 0.145833 to screen 0.966667, screen 0.385417 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.688111, screen 0.361458 to screen 0.735333, screen 0.361458 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "" at screen 0.711722, screen 0.361458 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "L = 4, β = 1.08" at screen 0.746444, screen 0.361458 left front tc rgb "#333333"
set arrow from screen 0.688111, screen 0.313542 to screen 0.735333, screen 0.313542 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "" at screen 0.711722, screen 0.313542 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "L = 6, β = 1.08" at screen 0.746444, screen 0.313542 left front tc rgb "#333333"
set arrow from screen 0.688111, screen 0.265625 to screen 0.735333, screen 0.265625 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "" at screen 0.711722, screen 0.265625 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "L = 8, β = 1.08" at screen 0.746444, screen 0.265625 left front tc rgb "#333333"
set arrow from screen 0.688111, screen 0.217708 to screen 0.735333, screen 0.217708 nohead lc rgb "#CC79A7" lw 2.21 dt (2,3) front
set label "" at screen 0.711722, screen 0.217708 point pt 13 ps 0.9 lc rgb "#CC79A7" front
set label "L = 12, β = 0.976" at screen 0.746444, screen 0.217708 left front tc rgb "#333333"
set arrow from screen 0.688111, screen 0.169792 to screen 0.735333, screen 0.169792 nohead lc rgb "#E69F00" lw 2.2 dt (14,5) front
set label "" at screen 0.711722, screen 0.169792 point pt 11 ps 0.9 lc rgb "#E69F00" front
set label "L = 16, β = 0.976" at screen 0.746444, screen 0.169792 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::0 using (45.88):5:(365700-(45.88)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::1::7 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "L = 4, β = 1.08", \
  data skip 1 every ::8::14 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::8::14 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "L = 4, β = 1.08", \
  data skip 1 every ::15::22 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "L = 6, β = 1.08", \
  data skip 1 every ::23::30 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::23::30 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "L = 6, β = 1.08", \
  data skip 1 every ::31::39 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "L = 8, β = 1.08", \
  data skip 1 every ::40::48 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::40::48 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "L = 8, β = 1.08", \
  data skip 1 every ::49::59 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (2,3) title "L = 12, β = 0.976", \
  data skip 1 every ::60::70 using 4:5:6 with yerrorbars pt -1 lc rgb "#CC79A7" lw 1.5 dt solid notitle, \
  data skip 1 every ::60::70 using 4:5 with points pt 13 ps 0.8 lc rgb "#CC79A7" title "L = 12, β = 0.976", \
  data skip 1 every ::71::83 using 4:5 with lines lc rgb "#E69F00" lw 2.2 dt (14,5) title "L = 16, β = 0.976", \
  data skip 1 every ::84::96 using 4:5:6 with yerrorbars pt -1 lc rgb "#E69F00" lw 1.5 dt solid notitle, \
  data skip 1 every ::84::96 using 4:5 with points pt 11 ps 0.8 lc rgb "#E69F00" title "L = 16, β = 0.976"
unset output
