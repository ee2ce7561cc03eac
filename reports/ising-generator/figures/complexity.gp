# Loss and exponent against the number of parameters
# Reads complexity.csv, writes complexity.svg: gnuplot complexity.gp
reset session
set encoding utf8
set terminal svg size 1120,420 enhanced \
  font "sans-serif,16" name "complexity" background rgb "#ffffff"
set output "complexity.svg"
data = "complexity.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.09125; set rmargin at screen 0.485714
set tmargin at screen 0.966667; set bmargin at screen 0.147619
set xrange [1.393:23880]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("10^{1}" 10, "10^{2}" 100, "10^{3}" 1000, "10^{4}" 10000, "" 2 1, "" 3 1, "" 4 1, "" 5 1, "" 6 1, "" 7 1, "" 8 1, "" 9 1, "" 20 1, "" 30 1, "" 40 1, "" 50 1, "" 60 1, "" 70 1, "" 80 1, "" 90 1, "" 200 1, "" 300 1, "" 400 1, "" 500 1, "" 600 1, "" 700 1, "" 800 1, "" 900 1, "" 2000 1, "" 3000 1, "" 4000 1, "" 5000 1, "" 6000 1, "" 7000 1, "" 8000 1, "" 9000 1, "" 20000 1)
set yrange [0.2624749:0.2650136]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.2625" 0.2625, "0.2630" 0.263, "0.2635" 0.2635, "0.2640" 0.264, "0.2645" 0.2645, "0.2650" 0.265)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "free parameters" at screen 0.288482, screen 0.0440476 center tc rgb "#333333"
set label "cross-entropy / (nats a spin)" at screen 0.0165179, screen 0.557143 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.353357, screen 0.847619 to screen 0.478571, screen 0.957143 front fc rgb "#30ffffff" fs solid noborder
set label "" at screen 0.372107, screen 0.929762 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "training" at screen 0.394429, screen 0.929762 left front tc rgb "#333333"
set label "" at screen 0.372107, screen 0.875 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "validation" at screen 0.394429, screen 0.875 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::7 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "training", \
  data skip 1 every ::8::15 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "validation"

# Panel 2
set lmargin at screen 0.573536; set rmargin at screen 0.949143
set tmargin at screen 0.966667; set bmargin at screen 0.147619
set xrange [1.393:23880]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("10^{1}" 10, "10^{2}" 100, "10^{3}" 1000, "10^{4}" 10000, "" 2 1, "" 3 1, "" 4 1, "" 5 1, "" 6 1, "" 7 1, "" 8 1, "" 9 1, "" 20 1, "" 30 1, "" 40 1, "" 50 1, "" 60 1, "" 70 1, "" 80 1, "" 90 1, "" 200 1, "" 300 1, "" 400 1, "" 500 1, "" 600 1, "" 700 1, "" 800 1, "" 900 1, "" 2000 1, "" 3000 1, "" 4000 1, "" 5000 1, "" 6000 1, "" 7000 1, "" 8000 1, "" 9000 1, "" 20000 1)
set yrange [1.74782:1.80649]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("1.75" 1.75, "1.76" 1.76, "1.77" 1.77, "1.78" 1.78, "1.79" 1.79, "1.80" 1.8)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "free parameters" at screen 0.761339, screen 0.0440476 center tc rgb "#333333"
set label "γ/ν of the dream" at screen 0.516518, screen 0.557143 center rotate by 90 tc rgb "#333333"
set label "Ising" at screen 0.956286, screen 0.178052 left tc rgb "#333333"
plot \
  data skip 1 every ::16::16 using (1.393):5:(23880-(1.393)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::17::24 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::17::24 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "dream"

unset multiplot
unset output
