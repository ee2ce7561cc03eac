# Law of the magnetisation at L = 64
# Reads magnetization.csv, writes magnetization.svg: gnuplot magnetization.gp
reset session
set encoding utf8
set terminal svg size 1120,400 enhanced \
  font "sans-serif,16" name "magnetization" background rgb "#ffffff"
set output "magnetization.svg"
data = "magnetization.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.0646786; set rmargin at screen 0.485714
set tmargin at screen 0.965; set bmargin at screen 0.29
set xrange [-1.053:1.0531]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("−1.0" -1, "−0.5" -0.5, "0" 0, "0.5" 0.5, "1.0" 1)
set yrange [-0.102:2.63]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0" 0, "0.5" 0.5, "1.0" 1, "1.5" 1.5, "2.0" 2, "2.5" 2.5)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "magnetisation ​{/:Italic m}" at screen 0.275196, screen 0.18125 center tc rgb "#333333"
set label "density" at screen 0.0165179, screen 0.6275 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.0622679, screen 0.01 to screen 0.477411, screen 0.125 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.0658393, screen 0.09625 to screen 0.0961964, screen 0.09625 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "Monte Carlo" at screen 0.103339, screen 0.09625 left front tc rgb "#333333"
set arrow from screen 0.275196, screen 0.09625 to screen 0.305554, screen 0.09625 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "dream, L32-1e6" at screen 0.312696, screen 0.09625 left front tc rgb "#333333"
set arrow from screen 0.0658393, screen 0.03875 to screen 0.0961964, screen 0.03875 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "dream, trained here" at screen 0.103339, screen 0.03875 left front tc rgb "#333333"
set arrow from screen 0.275196, screen 0.03875 to screen 0.305554, screen 0.03875 nohead lc rgb "#CC79A7" lw 2.21 dt (2,3) front
set label "dream, tuned net" at screen 0.312696, screen 0.03875 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::39 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "Monte Carlo", \
  data skip 1 every ::40::79 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "dream, L32-1e6", \
  data skip 1 every ::80::119 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "dream, trained here", \
  data skip 1 every ::120::159 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (2,3) title "dream, tuned net"

# Panel 2
set lmargin at screen 0.564679; set rmargin at screen 0.985714
set tmargin at screen 0.965; set bmargin at screen 0.29
set xrange [-1.735:1.735]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("−1" -1, "0" 0, "1" 1)
set yrange [-0.0666:1.7314]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0" 0, "0.5" 0.5, "1.0" 1, "1.5" 1.5)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Italic m}/√⟨m^2⟩" at screen 0.775196, screen 0.18125 center tc rgb "#333333"
set label "density" at screen 0.516518, screen 0.6275 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.562268, screen 0.01 to screen 0.977411, screen 0.125 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.565839, screen 0.09625 to screen 0.596196, screen 0.09625 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "Monte Carlo" at screen 0.603339, screen 0.09625 left front tc rgb "#333333"
set arrow from screen 0.775196, screen 0.09625 to screen 0.805554, screen 0.09625 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "dream, L32-1e6" at screen 0.812696, screen 0.09625 left front tc rgb "#333333"
set arrow from screen 0.565839, screen 0.03875 to screen 0.596196, screen 0.03875 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "dream, trained here" at screen 0.603339, screen 0.03875 left front tc rgb "#333333"
set arrow from screen 0.775196, screen 0.03875 to screen 0.805554, screen 0.03875 nohead lc rgb "#CC79A7" lw 2.21 dt (2,3) front
set label "dream, tuned net" at screen 0.812696, screen 0.03875 left front tc rgb "#333333"
plot \
  data skip 1 every ::160::199 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "Monte Carlo", \
  data skip 1 every ::200::239 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "dream, L32-1e6", \
  data skip 1 every ::240::279 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "dream, trained here", \
  data skip 1 every ::280::319 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (2,3) title "dream, tuned net"

unset multiplot
unset output
