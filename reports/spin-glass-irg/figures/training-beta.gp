# β/ν of the first step against the temperature of training
# Reads training-beta.csv, writes training-beta.svg: gnuplot training-beta.gp
reset session
set encoding utf8
set terminal svg size 720,480 enhanced \
  font "sans-serif,16" name "training_beta" background rgb "#ffffff"
set output "training-beta.svg"
data = "training-beta.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

# Panel 1
set lmargin at screen 0.114389; set rmargin at screen 0.975444
set tmargin at screen 0.970833; set bmargin at screen 0.129167
set xrange [0.85699:0.938]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0.86" 0.86, "0.88" 0.88, "0.90" 0.9, "0.92" 0.92)
set yrange [0.34276:0.4009]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.35" 0.35, "0.36" 0.36, "0.37" 0.37, "0.38" 0.38, "0.39" 0.39, "0.40" 0.4)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "training β" at screen 0.544917, screen 0.0385417 center tc rgb "#333333"
set label "β/ν" at screen 0.0256944, screen 0.55 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.743778, screen 0.866667 to screen 0.964333, screen 0.9625 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.749333, screen 0.938542 to screen 0.796556, screen 0.938542 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "" at screen 0.772944, screen 0.938542 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "first step" at screen 0.807667, screen 0.938542 left front tc rgb "#333333"
set arrow from screen 0.749333, screen 0.890625 to screen 0.796556, screen 0.890625 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "" at screen 0.772944, screen 0.890625 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "second step" at screen 0.807667, screen 0.890625 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::3 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "first step", \
  data skip 1 every ::4::7 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::4::7 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "first step", \
  data skip 1 every ::8::11 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "second step", \
  data skip 1 every ::12::15 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::12::15 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "second step"
unset output
