# Temperature along the flow of reconstructions
# Reads reconstruction-flow.csv, writes reconstruction-flow.svg: gnuplot reconstruction-flow.gp
reset session
set encoding utf8
set terminal svg size 1040,560 enhanced \
  font "sans-serif,16" name "reconstruction_flow" background rgb "#ffffff"
set output "reconstruction-flow.svg"
data = "reconstruction-flow.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.0547308; set rmargin at screen 0.465908
set tmargin at screen 0.926786; set bmargin at screen 0.207143
set xrange [0.808:248.5]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("10^{0}" 1, "10^{1}" 10, "10^{2}" 100, "" 0.9 1, "" 2 1, "" 3 1, "" 4 1, "" 5 1, "" 6 1, "" 7 1, "" 8 1, "" 9 1, "" 20 1, "" 30 1, "" 40 1, "" 50 1, "" 60 1, "" 70 1, "" 80 1, "" 90 1, "" 200 1)
set yrange [1.355:6.457]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("2" 2, "3" 3, "4" 4, "5" 5, "6" 6)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold from the energy}" at screen 0.260319, screen 0.955357 center tc rgb "#333333"
set label "step + 1" at screen 0.260319, screen 0.129464 center tc rgb "#333333"
set label "temperature" at screen 0.0177885, screen 0.566964 center rotate by 90 tc rgb "#333333"
set label "T_c" at screen 0.4736, screen 0.33609 left tc rgb "#333333"
set object rectangle from screen 0.0637577, screen 0.00714286 to screen 0.445342, screen 0.0892857 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.0676038, screen 0.06875 to screen 0.100296, screen 0.06875 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "N_h​ = 16" at screen 0.107988, screen 0.06875 left front tc rgb "#333333"
set arrow from screen 0.196081, screen 0.06875 to screen 0.228773, screen 0.06875 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "N_h​ = 36" at screen 0.236465, screen 0.06875 left front tc rgb "#333333"
set arrow from screen 0.324558, screen 0.06875 to screen 0.35725, screen 0.06875 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "N_h​ = 64" at screen 0.364942, screen 0.06875 left front tc rgb "#333333"
set arrow from screen 0.0676038, screen 0.0276786 to screen 0.100296, screen 0.0276786 nohead lc rgb "#CC79A7" lw 2.21 dt (2,3) front
set label "N_h​ = 100" at screen 0.107988, screen 0.0276786 left front tc rgb "#333333"
set arrow from screen 0.196081, screen 0.0276786 to screen 0.228773, screen 0.0276786 nohead lc rgb "#E69F00" lw 2.2 dt (14,5) front
set label "N_h​ = 225" at screen 0.236465, screen 0.0276786 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::199 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "N_h​ = 16", \
  data skip 1 every ::200::400 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "N_h​ = 16", \
  data skip 1 every ::401::600 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "N_h​ = 36", \
  data skip 1 every ::601::801 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "N_h​ = 36", \
  data skip 1 every ::802::1001 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "N_h​ = 64", \
  data skip 1 every ::1002::1202 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "N_h​ = 64", \
  data skip 1 every ::1203::1402 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (2,3) title "N_h​ = 100", \
  data skip 1 every ::1403::1603 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (2,3) title "N_h​ = 100", \
  data skip 1 every ::1604::1803 using 4:5 with lines lc rgb "#E69F00" lw 2.2 dt (14,5) title "N_h​ = 225", \
  data skip 1 every ::1804::2004 using 4:5 with lines lc rgb "#E69F00" lw 2.2 dt (14,5) title "N_h​ = 225", \
  data skip 1 every ::2005::2005 using (0.808):5:(248.5-(0.808)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle

# Panel 2
set lmargin at screen 0.554731; set rmargin at screen 0.965908
set tmargin at screen 0.926786; set bmargin at screen 0.207143
set xrange [0.808:248.5]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("10^{0}" 1, "10^{1}" 10, "10^{2}" 100, "" 0.9 1, "" 2 1, "" 3 1, "" 4 1, "" 5 1, "" 6 1, "" 7 1, "" 8 1, "" 9 1, "" 20 1, "" 30 1, "" 40 1, "" 50 1, "" 60 1, "" 70 1, "" 80 1, "" 90 1, "" 200 1)
set yrange [0.019:6.23]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("1" 1, "2" 2, "3" 3, "4" 4, "5" 5, "6" 6)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold from m²}" at screen 0.760319, screen 0.955357 center tc rgb "#333333"
set label "step + 1" at screen 0.760319, screen 0.129464 center tc rgb "#333333"
set label "temperature" at screen 0.517788, screen 0.566964 center rotate by 90 tc rgb "#333333"
set label "T_c" at screen 0.9736, screen 0.467862 left tc rgb "#333333"
set object rectangle from screen 0.563758, screen 0.00714286 to screen 0.945342, screen 0.0892857 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.567604, screen 0.06875 to screen 0.600296, screen 0.06875 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "N_h​ = 16" at screen 0.607988, screen 0.06875 left front tc rgb "#333333"
set arrow from screen 0.696081, screen 0.06875 to screen 0.728773, screen 0.06875 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "N_h​ = 36" at screen 0.736465, screen 0.06875 left front tc rgb "#333333"
set arrow from screen 0.824558, screen 0.06875 to screen 0.85725, screen 0.06875 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "N_h​ = 64" at screen 0.864942, screen 0.06875 left front tc rgb "#333333"
set arrow from screen 0.567604, screen 0.0276786 to screen 0.600296, screen 0.0276786 nohead lc rgb "#CC79A7" lw 2.21 dt (2,3) front
set label "N_h​ = 100" at screen 0.607988, screen 0.0276786 left front tc rgb "#333333"
set arrow from screen 0.696081, screen 0.0276786 to screen 0.728773, screen 0.0276786 nohead lc rgb "#E69F00" lw 2.2 dt (14,5) front
set label "N_h​ = 225" at screen 0.736465, screen 0.0276786 left front tc rgb "#333333"
plot \
  data skip 1 every ::2006::2206 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "N_h​ = 16", \
  data skip 1 every ::2207::2407 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "N_h​ = 16", \
  data skip 1 every ::2408::2608 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "N_h​ = 36", \
  data skip 1 every ::2609::2809 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "N_h​ = 36", \
  data skip 1 every ::2810::3010 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "N_h​ = 64", \
  data skip 1 every ::3011::3211 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "N_h​ = 64", \
  data skip 1 every ::3212::3412 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (2,3) title "N_h​ = 100", \
  data skip 1 every ::3413::3613 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (2,3) title "N_h​ = 100", \
  data skip 1 every ::3614::3814 using 4:5 with lines lc rgb "#E69F00" lw 2.2 dt (14,5) title "N_h​ = 225", \
  data skip 1 every ::3815::4015 using 4:5 with lines lc rgb "#E69F00" lw 2.2 dt (14,5) title "N_h​ = 225", \
  data skip 1 every ::4016::4016 using (0.808):5:(248.5-(0.808)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle

unset multiplot
unset output
