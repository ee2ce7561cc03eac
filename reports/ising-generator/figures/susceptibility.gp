# Susceptibility against size
# Reads susceptibility.csv, writes susceptibility.svg: gnuplot susceptibility.gp
reset session
set encoding utf8
set terminal svg size 1120,540 enhanced \
  font "sans-serif,16" name "susceptibility" background rgb "#ffffff"
set output "susceptibility.svg"
data = "susceptibility.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.0667643; set rmargin at screen 0.482286
set tmargin at screen 0.974074; set bmargin at screen 0.385185
set xrange [6.28:1246]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("8" 8, "16" 16, "32" 32, "64" 64, "128" 128, "256" 256, "512" 512, "1024" 1024)
set yrange [27.82:378100]
set logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("10^{2}" 100, "10^{3}" 1000, "10^{4}" 10000, "10^{5}" 100000, "" 30 1, "" 40 1, "" 50 1, "" 60 1, "" 70 1, "" 80 1, "" 90 1, "" 200 1, "" 300 1, "" 400 1, "" 500 1, "" 600 1, "" 700 1, "" 800 1, "" 900 1, "" 2000 1, "" 3000 1, "" 4000 1, "" 5000 1, "" 6000 1, "" 7000 1, "" 8000 1, "" 9000 1, "" 20000 1, "" 30000 1, "" 40000 1, "" 50000 1, "" 60000 1, "" 70000 1, "" 80000 1, "" 90000 1, "" 200000 1, "" 300000 1)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "linear size ​{/:Italic L}" at screen 0.274525, screen 0.30463 center tc rgb "#333333"
set label "susceptibility χ" at screen 0.0165179, screen 0.67963 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.139418, screen 0.00740741 to screen 0.398918, screen 0.262963 front fc rgb "#30ffffff" fs solid noborder
set label "" at screen 0.158168, screen 0.241667 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "Monte Carlo" at screen 0.180489, screen 0.241667 left front tc rgb "#333333"
set label "" at screen 0.158168, screen 0.199074 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "dream, L32-1e6" at screen 0.180489, screen 0.199074 left front tc rgb "#333333"
set label "" at screen 0.158168, screen 0.156481 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "dream, trained here" at screen 0.180489, screen 0.156481 left front tc rgb "#333333"
set label "" at screen 0.158168, screen 0.113889 point pt 13 ps 0.9 lc rgb "#CC79A7" front
set label "dream, tuned net" at screen 0.180489, screen 0.113889 left front tc rgb "#333333"
set arrow from screen 0.142989, screen 0.0712963 to screen 0.173346, screen 0.0712963 nohead lc rgb "#333333" lw 2.2 dt (2,3) front
set label "L^{7/4}" at screen 0.180489, screen 0.0712963 left front tc rgb "#333333"
set arrow from screen 0.142989, screen 0.0287037 to screen 0.173346, screen 0.0287037 nohead lc rgb "#333333" lw 2.21 dt (7,4) front
set label "exact exponent of L32-1e6" at screen 0.180489, screen 0.0287037 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::4 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::0::4 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "Monte Carlo", \
  data skip 1 every ::5::11 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::5::11 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "dream, L32-1e6", \
  data skip 1 every ::12::16 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::12::16 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "dream, trained here", \
  data skip 1 every ::17::21 using 4:5:6 with yerrorbars pt -1 lc rgb "#CC79A7" lw 1.5 dt solid notitle, \
  data skip 1 every ::17::21 using 4:5 with points pt 13 ps 0.8 lc rgb "#CC79A7" title "dream, tuned net", \
  data skip 1 every ::22::23 using 4:5 with lines lc rgb "#333333" lw 2.2 dt (2,3) title "L^{7/4}", \
  data skip 1 every ::24::25 using 4:5 with lines lc rgb "#333333" lw 2.2 dt (7,4) title "exact exponent of L32-1e6"

# Panel 2
set lmargin at screen 0.573536; set rmargin at screen 0.985714
set tmargin at screen 0.974074; set bmargin at screen 0.385185
set xrange [3.296:612]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("8" 8, "16" 16, "32" 32, "64" 64, "128" 128, "256" 256, "512" 512)
set yrange [1.0264:1.3952]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("1.05" 1.05, "1.10" 1.1, "1.15" 1.15, "1.20" 1.2, "1.25" 1.25, "1.30" 1.3, "1.35" 1.35)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "linear size ​{/:Italic L}" at screen 0.779625, screen 0.30463 center tc rgb "#333333"
set label "χ/L^{7/4}" at screen 0.516518, screen 0.67963 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.566696, screen 0.00740741 to screen 0.981839, screen 0.135185 front fc rgb "#30ffffff" fs solid noborder
set label "" at screen 0.585446, screen 0.113889 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "Monte Carlo" at screen 0.607768, screen 0.113889 left front tc rgb "#333333"
set label "" at screen 0.794804, screen 0.113889 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "dream, L32-1e6" at screen 0.817125, screen 0.113889 left front tc rgb "#333333"
set label "" at screen 0.585446, screen 0.0712963 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "dream, trained here" at screen 0.607768, screen 0.0712963 left front tc rgb "#333333"
set label "" at screen 0.794804, screen 0.0712963 point pt 13 ps 0.9 lc rgb "#CC79A7" front
set label "dream, tuned net" at screen 0.817125, screen 0.0712963 left front tc rgb "#333333"
set arrow from screen 0.570268, screen 0.0287037 to screen 0.600625, screen 0.0287037 nohead lc rgb "#333333" lw 2.2 dt solid front
set label "Ising, exact" at screen 0.607768, screen 0.0287037 left front tc rgb "#333333"
set arrow from screen 0.779625, screen 0.0287037 to screen 0.809982, screen 0.0287037 nohead lc rgb "#333333" lw 2.21 dt (7,4) front
set label "dream, exact" at screen 0.817125, screen 0.0287037 left front tc rgb "#333333"
plot \
  data skip 1 every ::26::30 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::26::30 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "Monte Carlo", \
  data skip 1 every ::31::37 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::31::37 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "dream, L32-1e6", \
  data skip 1 every ::38::42 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::38::42 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "dream, trained here", \
  data skip 1 every ::43::47 using 4:5:6 with yerrorbars pt -1 lc rgb "#CC79A7" lw 1.5 dt solid notitle, \
  data skip 1 every ::43::47 using 4:5 with points pt 13 ps 0.8 lc rgb "#CC79A7" title "dream, tuned net", \
  data skip 1 every ::48::49 using 4:5 with lines lc rgb "#333333" lw 2.2 dt solid title "Ising, exact", \
  data skip 1 every ::50::51 using 4:5 with lines lc rgb "#333333" lw 2.2 dt (7,4) title "dream, exact"

unset multiplot
unset output
