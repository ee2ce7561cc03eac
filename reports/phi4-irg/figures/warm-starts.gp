# Equilibration at L = 128 from four starts
# Reads warm-starts.csv, writes warm-starts.svg: gnuplot warm-starts.gp
reset session
set encoding utf8
set terminal svg size 1100,440 enhanced \
  font "sans-serif,16" name "warm_starts" background rgb "#ffffff"
set output "warm-starts.svg"
data = "warm-starts.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.0658545; set rmargin at screen 0.435273
set tmargin at screen 0.968182; set bmargin at screen 0.140909
set xrange [0.8:6.2]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0" 1, "1" 2, "4" 3, "16" 4, "32" 5, "64" 6)
set yrange [-0.0429:1.2124]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0" 0, "0.2" 0.2, "0.4" 0.4, "0.6" 0.6, "0.8" 0.8, "1.0" 1, "1.2" 1.2)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "sweeps" at screen 0.250564, screen 0.0420455 center tc rgb "#333333"
set label "⟨|m|⟩" at screen 0.0168182, screen 0.554545 center rotate by 90 tc rgb "#333333"
set label "direct" at screen 0.442545, screen 0.471264 left tc rgb "#333333"
set object rectangle from screen 0.268655, screen 0.75 to screen 0.428, screen 0.959091 front fc rgb "#30ffffff" fs solid noborder
set label "" at screen 0.287745, screen 0.932955 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "stochastic" at screen 0.310473, screen 0.932955 left front tc rgb "#333333"
set label "" at screen 0.287745, screen 0.880682 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "deterministic" at screen 0.310473, screen 0.880682 left front tc rgb "#333333"
set label "" at screen 0.287745, screen 0.828409 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "hot" at screen 0.310473, screen 0.828409 left front tc rgb "#333333"
set label "" at screen 0.287745, screen 0.776136 point pt 13 ps 0.9 lc rgb "#CC79A7" front
set label "cold" at screen 0.310473, screen 0.776136 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::0 using (0.8):5:(6.2-(0.8)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::1::6 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::1::6 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "stochastic", \
  data skip 1 every ::7::12 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::7::12 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "deterministic", \
  data skip 1 every ::13::18 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::13::18 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "hot", \
  data skip 1 every ::19::24 using 4:5:6 with yerrorbars pt -1 lc rgb "#CC79A7" lw 1.5 dt solid notitle, \
  data skip 1 every ::19::24 using 4:5 with points pt 13 ps 0.8 lc rgb "#CC79A7" title "cold"

# Panel 2
set lmargin at screen 0.565855; set rmargin at screen 0.935273
set tmargin at screen 0.968182; set bmargin at screen 0.140909
set xrange [0.8:6.2]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0" 1, "1" 2, "4" 3, "16" 4, "32" 5, "64" 6)
set yrange [0.2921:1.4004]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.4" 0.4, "0.6" 0.6, "0.8" 0.8, "1.0" 1, "1.2" 1.2, "1.4" 1.4)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "sweeps" at screen 0.750564, screen 0.0420455 center tc rgb "#333333"
set label "p_2" at screen 0.516818, screen 0.554545 center rotate by 90 tc rgb "#333333"
set label "direct" at screen 0.942545, screen 0.478259 left tc rgb "#333333"
set object rectangle from screen 0.768655, screen 0.75 to screen 0.928, screen 0.959091 front fc rgb "#30ffffff" fs solid noborder
set label "" at screen 0.787745, screen 0.932955 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "stochastic" at screen 0.810473, screen 0.932955 left front tc rgb "#333333"
set label "" at screen 0.787745, screen 0.880682 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "deterministic" at screen 0.810473, screen 0.880682 left front tc rgb "#333333"
set label "" at screen 0.787745, screen 0.828409 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "hot" at screen 0.810473, screen 0.828409 left front tc rgb "#333333"
set label "" at screen 0.787745, screen 0.776136 point pt 13 ps 0.9 lc rgb "#CC79A7" front
set label "cold" at screen 0.810473, screen 0.776136 left front tc rgb "#333333"
plot \
  data skip 1 every ::25::25 using (0.8):5:(6.2-(0.8)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::26::31 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::26::31 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "stochastic", \
  data skip 1 every ::32::37 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::32::37 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "deterministic", \
  data skip 1 every ::38::43 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::38::43 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "hot", \
  data skip 1 every ::44::49 using 4:5:6 with yerrorbars pt -1 lc rgb "#CC79A7" lw 1.5 dt solid notitle, \
  data skip 1 every ::44::49 using 4:5 with points pt 13 ps 0.8 lc rgb "#CC79A7" title "cold"

unset multiplot
unset output
