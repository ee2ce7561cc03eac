# Monte Carlo minus exact, in standard errors
# Reads monte-carlo-exact.csv, writes monte-carlo-exact.svg: gnuplot monte-carlo-exact.gp
reset session
set encoding utf8
set terminal svg size 720,360 enhanced \
  font "sans-serif,16" name "monte_carlo_exact" background rgb "#ffffff"
set output "monte-carlo-exact.svg"
data = "monte-carlo-exact.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

# Panel 1
set lmargin at screen 0.100167; set rmargin at screen 0.977778
set tmargin at screen 0.961111; set bmargin at screen 0.322222
set xrange [3.267:144.4]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("4" 4, "8" 8, "16" 16, "32" 32, "64" 64, "128" 128)
set yrange [-4:4]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("−4" -4, "−2" -2, "0" 0, "2" 2, "4" 4)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "linear size ​{/:Italic L}" at screen 0.538972, screen 0.201389 center tc rgb "#333333"
set label "deviation / error" at screen 0.0256944, screen 0.641667 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.108383, screen 0.0111111 to screen 0.952894, screen 0.138889 front fc rgb "#30ffffff" fs solid noborder
set label "" at screen 0.13755, screen 0.106944 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "energy ​{/:Italic u}" at screen 0.172272, screen 0.106944 left front tc rgb "#333333"
set label "" at screen 0.420906, screen 0.106944 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "specific heat ​{/:Italic c}_p" at screen 0.455628, screen 0.106944 left front tc rgb "#333333"
set label "" at screen 0.704261, screen 0.106944 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "susceptibility χ" at screen 0.738983, screen 0.106944 left front tc rgb "#333333"
set label "" at screen 0.13755, screen 0.0430556 point pt 13 ps 0.9 lc rgb "#CC79A7" front
set label "moment ratio V_4" at screen 0.172272, screen 0.0430556 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::0 using (3.267):5:(144.4-(3.267)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt solid notitle, \
  data skip 1 every ::1::1 using (3.267):5:(144.4-(3.267)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (2,3) notitle, \
  data skip 1 every ::2::2 using (3.267):5:(144.4-(3.267)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (2,3) notitle, \
  data skip 1 every ::3::8 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::3::8 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "energy ​{/:Italic u}", \
  data skip 1 every ::9::14 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::9::14 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "specific heat ​{/:Italic c}_p", \
  data skip 1 every ::15::16 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::15::16 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "susceptibility χ", \
  data skip 1 every ::17::18 using 4:5:6 with yerrorbars pt -1 lc rgb "#CC79A7" lw 1.5 dt solid notitle, \
  data skip 1 every ::17::18 using 4:5 with points pt 13 ps 0.8 lc rgb "#CC79A7" title "moment ratio V_4"
unset output
