# Leading eigenvalues of renormalization matrices
# Reads renormalization.csv, writes renormalization.svg: gnuplot renormalization.gp
reset session
set encoding utf8
set terminal svg size 1120,580 enhanced \
  font "sans-serif,16" name "renormalization" background rgb "#ffffff"
set output "renormalization.svg"
data = "renormalization.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.0735357; set rmargin at screen 0.422857
set tmargin at screen 0.92931; set bmargin at screen 0.358621
set xrange [6.607:162.9]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("8" 8, "16" 16, "32" 32, "64" 64, "128" 128)
set yrange [1.9529:2.2408]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("2.00" 2, "2.05" 2.05, "2.10" 2.1, "2.15" 2.15, "2.20" 2.2)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold thermal}" at screen 0.248196, screen 0.956897 center tc rgb "#333333"
set label "size of the fine lattice" at screen 0.248196, screen 0.283621 center tc rgb "#333333"
set label "λ_t" at screen 0.0165179, screen 0.643966 center rotate by 90 tc rgb "#333333"
set label "exact M" at screen 0.43, screen 0.900117 left tc rgb "#333333"
set label "Ising" at screen 0.43, screen 0.451985 left tc rgb "#333333"
set object rectangle from screen 0.119018, screen 0.00689655 to screen 0.366661, screen 0.244828 front fc rgb "#30ffffff" fs solid noborder
set label "" at screen 0.137768, screen 0.225 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "Monte Carlo, first step" at screen 0.160089, screen 0.225 left front tc rgb "#333333"
set label "" at screen 0.137768, screen 0.185345 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "Monte Carlo, second step" at screen 0.160089, screen 0.185345 left front tc rgb "#333333"
set label "" at screen 0.137768, screen 0.14569 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "L32-1e6, parent" at screen 0.160089, screen 0.14569 left front tc rgb "#333333"
set label "" at screen 0.137768, screen 0.106034 point pt 13 ps 0.9 lc rgb "#CC79A7" front
set label "L32-1e6, majority" at screen 0.160089, screen 0.106034 left front tc rgb "#333333"
set label "" at screen 0.137768, screen 0.0663793 point pt 11 ps 0.9 lc rgb "#E69F00" front
set label "tuned, parent" at screen 0.160089, screen 0.0663793 left front tc rgb "#333333"
set label "" at screen 0.137768, screen 0.0267241 point pt 6 ps 0.9 lc rgb "#56B4E9" front
set label "tuned, majority" at screen 0.160089, screen 0.0267241 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::0 using (6.607):5:(162.9-(6.607)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::1::1 using (6.607):5:(162.9-(6.607)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (2,3) notitle, \
  data skip 1 every ::2::6 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::2::6 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "Monte Carlo, first step", \
  data skip 1 every ::7::10 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::7::10 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "Monte Carlo, second step", \
  data skip 1 every ::11::15 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::11::15 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "L32-1e6, parent", \
  data skip 1 every ::16::20 using 4:5:6 with yerrorbars pt -1 lc rgb "#CC79A7" lw 1.5 dt solid notitle, \
  data skip 1 every ::16::20 using 4:5 with points pt 13 ps 0.8 lc rgb "#CC79A7" title "L32-1e6, majority", \
  data skip 1 every ::21::25 using 4:5:6 with yerrorbars pt -1 lc rgb "#E69F00" lw 1.5 dt solid notitle, \
  data skip 1 every ::21::25 using 4:5 with points pt 11 ps 0.8 lc rgb "#E69F00" title "tuned, parent", \
  data skip 1 every ::26::30 using 4:5:6 with yerrorbars pt -1 lc rgb "#56B4E9" lw 1.5 dt solid notitle, \
  data skip 1 every ::26::30 using 4:5 with points pt 6 ps 0.8 lc rgb "#56B4E9" title "tuned, majority"

# Panel 2
set lmargin at screen 0.573536; set rmargin at screen 0.922857
set tmargin at screen 0.92931; set bmargin at screen 0.358621
set xrange [6.607:162.9]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("8" 8, "16" 16, "32" 32, "64" 64, "128" 128)
set yrange [3.62459:3.74327]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("3.64" 3.64, "3.66" 3.66, "3.68" 3.68, "3.70" 3.7, "3.72" 3.72, "3.74" 3.74)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold magnetic}" at screen 0.748196, screen 0.956897 center tc rgb "#333333"
set label "size of the fine lattice" at screen 0.748196, screen 0.283621 center tc rgb "#333333"
set label "λ_h" at screen 0.516518, screen 0.643966 center rotate by 90 tc rgb "#333333"
set label "exact M" at screen 0.93, screen 0.906918 left tc rgb "#333333"
set label "Ising" at screen 0.93, screen 0.567442 left tc rgb "#333333"
set object rectangle from screen 0.619018, screen 0.00689655 to screen 0.866661, screen 0.244828 front fc rgb "#30ffffff" fs solid noborder
set label "" at screen 0.637768, screen 0.225 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "Monte Carlo, first step" at screen 0.660089, screen 0.225 left front tc rgb "#333333"
set label "" at screen 0.637768, screen 0.185345 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "Monte Carlo, second step" at screen 0.660089, screen 0.185345 left front tc rgb "#333333"
set label "" at screen 0.637768, screen 0.14569 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "L32-1e6, parent" at screen 0.660089, screen 0.14569 left front tc rgb "#333333"
set label "" at screen 0.637768, screen 0.106034 point pt 13 ps 0.9 lc rgb "#CC79A7" front
set label "L32-1e6, majority" at screen 0.660089, screen 0.106034 left front tc rgb "#333333"
set label "" at screen 0.637768, screen 0.0663793 point pt 11 ps 0.9 lc rgb "#E69F00" front
set label "tuned, parent" at screen 0.660089, screen 0.0663793 left front tc rgb "#333333"
set label "" at screen 0.637768, screen 0.0267241 point pt 6 ps 0.9 lc rgb "#56B4E9" front
set label "tuned, majority" at screen 0.660089, screen 0.0267241 left front tc rgb "#333333"
plot \
  data skip 1 every ::31::31 using (6.607):5:(162.9-(6.607)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::32::32 using (6.607):5:(162.9-(6.607)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (2,3) notitle, \
  data skip 1 every ::33::37 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::33::37 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "Monte Carlo, first step", \
  data skip 1 every ::38::41 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::38::41 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "Monte Carlo, second step", \
  data skip 1 every ::42::46 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::42::46 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "L32-1e6, parent", \
  data skip 1 every ::47::51 using 4:5:6 with yerrorbars pt -1 lc rgb "#CC79A7" lw 1.5 dt solid notitle, \
  data skip 1 every ::47::51 using 4:5 with points pt 13 ps 0.8 lc rgb "#CC79A7" title "L32-1e6, majority", \
  data skip 1 every ::52::56 using 4:5:6 with yerrorbars pt -1 lc rgb "#E69F00" lw 1.5 dt solid notitle, \
  data skip 1 every ::52::56 using 4:5 with points pt 11 ps 0.8 lc rgb "#E69F00" title "tuned, parent", \
  data skip 1 every ::57::61 using 4:5:6 with yerrorbars pt -1 lc rgb "#56B4E9" lw 1.5 dt solid notitle, \
  data skip 1 every ::57::61 using 4:5 with points pt 6 ps 0.8 lc rgb "#56B4E9" title "tuned, majority"

unset multiplot
unset output
