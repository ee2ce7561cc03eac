# Mean square, action and Schwinger–Dyson average by level of generation
# Reads smoothness.csv, writes smoothness.svg: gnuplot smoothness.gp
reset session
set encoding utf8
set terminal svg size 1200,460 enhanced \
  font "sans-serif,16" name "smoothness" background rgb "#ffffff"
set output "smoothness.svg"
data = "smoothness.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.0378667; set rmargin at screen 0.32
set tmargin at screen 0.91087; set bmargin at screen 0.302174
set xrange [28.64:572.1]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("32" 32, "64" 64, "128" 128, "256" 256, "512" 512)
set yrange [0.3135:0.8591]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.4" 0.4, "0.5" 0.5, "0.6" 0.6, "0.7" 0.7, "0.8" 0.8)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold p_2}" at screen 0.178933, screen 0.945652 center tc rgb "#333333"
set label "linear size ​{/:Italic L}" at screen 0.178933, screen 0.207609 center tc rgb "#333333"
set object rectangle from screen 0.0797, screen 0.00869565 to screen 0.268167, screen 0.158696 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.0830333, screen 0.133696 to screen 0.111367, screen 0.133696 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "" at screen 0.0972, screen 0.133696 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "enlarged" at screen 0.118033, screen 0.133696 left front tc rgb "#333333"
set arrow from screen 0.0830333, screen 0.0836957 to screen 0.111367, screen 0.0836957 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "" at screen 0.0972, screen 0.0836957 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "enlarged with noise" at screen 0.118033, screen 0.0836957 left front tc rgb "#333333"
set arrow from screen 0.0830333, screen 0.0336957 to screen 0.111367, screen 0.0336957 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "" at screen 0.0972, screen 0.0336957 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "direct" at screen 0.118033, screen 0.0336957 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::4 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "enlarged", \
  data skip 1 every ::5::9 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::5::9 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "enlarged", \
  data skip 1 every ::10::14 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "enlarged with noise", \
  data skip 1 every ::15::19 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::15::19 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "enlarged with noise", \
  data skip 1 every ::20::24 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "direct", \
  data skip 1 every ::25::29 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::25::29 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "direct"

# Panel 2
set lmargin at screen 0.383867; set rmargin at screen 0.653333
set tmargin at screen 0.91087; set bmargin at screen 0.302174
set xrange [28.64:572.1]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("32" 32, "64" 64, "128" 128, "256" 256, "512" 512)
set yrange [-0.1546:0.492]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("−0.1" -0.1, "0" 0, "0.1" 0.1, "0.2" 0.2, "0.3" 0.3, "0.4" 0.4)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold S/V}" at screen 0.5186, screen 0.945652 center tc rgb "#333333"
set label "linear size ​{/:Italic L}" at screen 0.5186, screen 0.207609 center tc rgb "#333333"
set object rectangle from screen 0.419367, screen 0.00869565 to screen 0.607833, screen 0.158696 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.4227, screen 0.133696 to screen 0.451033, screen 0.133696 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "" at screen 0.436867, screen 0.133696 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "enlarged" at screen 0.4577, screen 0.133696 left front tc rgb "#333333"
set arrow from screen 0.4227, screen 0.0836957 to screen 0.451033, screen 0.0836957 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "" at screen 0.436867, screen 0.0836957 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "enlarged with noise" at screen 0.4577, screen 0.0836957 left front tc rgb "#333333"
set arrow from screen 0.4227, screen 0.0336957 to screen 0.451033, screen 0.0336957 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "" at screen 0.436867, screen 0.0336957 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "direct" at screen 0.4577, screen 0.0336957 left front tc rgb "#333333"
plot \
  data skip 1 every ::30::34 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "enlarged", \
  data skip 1 every ::35::39 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::35::39 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "enlarged", \
  data skip 1 every ::40::44 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "enlarged with noise", \
  data skip 1 every ::45::49 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::45::49 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "enlarged with noise", \
  data skip 1 every ::50::54 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "direct", \
  data skip 1 every ::55::59 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::55::59 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "direct"

# Panel 3
set lmargin at screen 0.704533; set rmargin at screen 0.986667
set tmargin at screen 0.91087; set bmargin at screen 0.302174
set xrange [28.64:572.1]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("32" 32, "64" 64, "128" 128, "256" 256, "512" 512)
set yrange [-0.2327:1.7064]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0" 0, "0.5" 0.5, "1.0" 1, "1.5" 1.5)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold SD}" at screen 0.8456, screen 0.945652 center tc rgb "#333333"
set label "linear size ​{/:Italic L}" at screen 0.8456, screen 0.207609 center tc rgb "#333333"
set object rectangle from screen 0.746367, screen 0.00869565 to screen 0.934833, screen 0.158696 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.7497, screen 0.133696 to screen 0.778033, screen 0.133696 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "" at screen 0.763867, screen 0.133696 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "enlarged" at screen 0.7847, screen 0.133696 left front tc rgb "#333333"
set arrow from screen 0.7497, screen 0.0836957 to screen 0.778033, screen 0.0836957 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "" at screen 0.763867, screen 0.0836957 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "enlarged with noise" at screen 0.7847, screen 0.0836957 left front tc rgb "#333333"
set arrow from screen 0.7497, screen 0.0336957 to screen 0.778033, screen 0.0336957 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "" at screen 0.763867, screen 0.0336957 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "direct" at screen 0.7847, screen 0.0336957 left front tc rgb "#333333"
plot \
  data skip 1 every ::60::64 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "enlarged", \
  data skip 1 every ::65::69 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::65::69 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "enlarged", \
  data skip 1 every ::70::74 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "enlarged with noise", \
  data skip 1 every ::75::79 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::75::79 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "enlarged with noise", \
  data skip 1 every ::80::84 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "direct", \
  data skip 1 every ::85::89 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::85::89 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "direct"

unset multiplot
unset output
