# What one step loses, and the scaling dimension of the block
# Reads exact-divergence.csv, writes exact-divergence.svg: gnuplot exact-divergence.gp
reset session
set encoding utf8
set terminal svg size 1040,400 enhanced \
  font "sans-serif,16" name "exact_divergence" background rgb "#ffffff"
set output "exact-divergence.svg"
data = "exact-divergence.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.0791923; set rmargin at screen 0.484615
set tmargin at screen 0.9125; set bmargin at screen 0.155
set xrange [0:2]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0" 0, "0.5" 0.5, "1.0" 1, "1.5" 1.5, "2.0" 2)
set yrange [-0.00287:0.07445]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0" 0, "0.02" 0.02, "0.04" 0.04, "0.06" 0.06)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "coupling ​{/:Italic J}" at screen 0.281904, screen 0.04625 center tc rgb "#333333"
set label "{/:Italic D}_{KL}​ / nats" at screen 0.0177885, screen 0.53375 center rotate by 90 tc rgb "#333333"
set label "exact" at screen 0.197653, screen 0.9425 center tc rgb "#333333"
set label "KL-optimal" at screen 0.280653, screen 0.9425 center tc rgb "#333333"
plot \
  data skip 1 every ::0::0 using 4:(-0.00287):(0):(0.07445-(-0.00287)) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::1::1 using 4:(-0.00287):(0):(0.07445-(-0.00287)) with vectors nohead lc rgb "#333333" lw 1.5 dt solid notitle, \
  data skip 1 every ::2::102 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "divergence"

# Panel 2
set lmargin at screen 0.579192; set rmargin at screen 0.956
set tmargin at screen 0.9125; set bmargin at screen 0.155
set xrange [0.5:1.2]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0.6" 0.6, "0.8" 0.8, "1.0" 1, "1.2" 1.2)
set yrange [0.01:0.2956]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.05" 0.05, "0.10" 0.1, "0.15" 0.15, "0.20" 0.2, "0.25" 0.25)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "coupling ​{/:Italic J}" at screen 0.767596, screen 0.04625 center tc rgb "#333333"
set label "scaling dimension Δ_1" at screen 0.517788, screen 0.53375 center rotate by 90 tc rgb "#333333"
set label "exact" at screen 0.693315, screen 0.9425 center tc rgb "#333333"
set label "KL-optimal" at screen 0.776315, screen 0.9425 center tc rgb "#333333"
set label "1/8" at screen 0.963692, screen 0.460016 left tc rgb "#333333"
plot \
  data skip 1 every ::103::103 using 4:(0.01):(0):(0.2956-(0.01)) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::104::104 using 4:(0.01):(0):(0.2956-(0.01)) with vectors nohead lc rgb "#333333" lw 1.5 dt solid notitle, \
  data skip 1 every ::105::105 using (0.5):5:(1.2-(0.5)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::106::176 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "divergence"

unset multiplot
unset output
