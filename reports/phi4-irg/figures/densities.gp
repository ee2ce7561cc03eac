# Density of the field by level of generation
# Reads densities.csv, writes densities.svg: gnuplot densities.gp
reset session
set encoding utf8
set terminal svg size 720,420 enhanced \
  font "sans-serif,16" name "densities" background rgb "#ffffff"
set output "densities.svg"
data = "densities.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

# Panel 1
set lmargin at screen 0.100611; set rmargin at screen 0.977778
set tmargin at screen 0.966667; set bmargin at screen 0.147619
set xrange [-3.187:3.187]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("−3" -3, "−2" -2, "−1" -1, "0" 0, "1" 1, "2" 2, "3" 3)
set yrange [-0.0227:0.5885]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0" 0, "0.1" 0.1, "0.2" 0.2, "0.3" 0.3, "0.4" 0.4, "0.5" 0.5)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "field φ" at screen 0.539194, screen 0.0440476 center tc rgb "#333333"
set label "density" at screen 0.0256944, screen 0.557143 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.797667, screen 0.683333 to screen 0.966667, screen 0.957143 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.803222, screen 0.929762 to screen 0.850444, screen 0.929762 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "L = 32" at screen 0.861556, screen 0.929762 left front tc rgb "#333333"
set arrow from screen 0.803222, screen 0.875 to screen 0.850444, screen 0.875 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "L = 64" at screen 0.861556, screen 0.875 left front tc rgb "#333333"
set arrow from screen 0.803222, screen 0.820238 to screen 0.850444, screen 0.820238 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "L = 128" at screen 0.861556, screen 0.820238 left front tc rgb "#333333"
set arrow from screen 0.803222, screen 0.765476 to screen 0.850444, screen 0.765476 nohead lc rgb "#CC79A7" lw 2.21 dt (2,3) front
set label "L = 256" at screen 0.861556, screen 0.765476 left front tc rgb "#333333"
set arrow from screen 0.803222, screen 0.710714 to screen 0.850444, screen 0.710714 nohead lc rgb "#E69F00" lw 2.2 dt (14,5) front
set label "L = 512" at screen 0.861556, screen 0.710714 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::59 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "L = 32", \
  data skip 1 every ::60::119 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "L = 64", \
  data skip 1 every ::120::179 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "L = 128", \
  data skip 1 every ::180::239 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (2,3) title "L = 256", \
  data skip 1 every ::240::299 using 4:5 with lines lc rgb "#E69F00" lw 2.2 dt (14,5) title "L = 512"
unset output
