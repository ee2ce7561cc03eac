# Exponents against number of operators and blocking step
# Reads mcrg.csv, writes mcrg.svg: gnuplot mcrg.gp
reset session
set encoding utf8
set terminal svg size 1040,560 enhanced \
  font "sans-serif,16" name "mcrg" background rgb "#ffffff"
set output "mcrg.svg"
data = "mcrg.csv"
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
set tmargin at screen 0.975; set bmargin at screen 0.248214
set xrange [0.76:7.24]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("2" 2, "4" 4, "6" 6)
set yrange [0.90552:1.00522]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.92" 0.92, "0.94" 0.94, "0.96" 0.96, "0.98" 0.98, "1.00" 1)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "even operators n" at screen 0.281904, screen 0.170536 center tc rgb "#333333"
set label "y_t" at screen 0.0177885, screen 0.611607 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.101212, screen 0.00714286 to screen 0.451058, screen 0.130357 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.105058, screen 0.109821 to screen 0.13775, screen 0.109821 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "" at screen 0.121404, screen 0.109821 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "coin, step 1" at screen 0.145442, screen 0.109821 left front tc rgb "#333333"
set arrow from screen 0.281904, screen 0.109821 to screen 0.314596, screen 0.109821 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "" at screen 0.29825, screen 0.109821 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "coin, step 2" at screen 0.322288, screen 0.109821 left front tc rgb "#333333"
set arrow from screen 0.105058, screen 0.06875 to screen 0.13775, screen 0.06875 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "" at screen 0.121404, screen 0.06875 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "coin, step 3" at screen 0.145442, screen 0.06875 left front tc rgb "#333333"
set arrow from screen 0.281904, screen 0.06875 to screen 0.314596, screen 0.06875 nohead lc rgb "#CC79A7" lw 2.21 dt (2,3) front
set label "" at screen 0.29825, screen 0.06875 point pt 13 ps 0.9 lc rgb "#CC79A7" front
set label "corner, step 1" at screen 0.322288, screen 0.06875 left front tc rgb "#333333"
set arrow from screen 0.105058, screen 0.0276786 to screen 0.13775, screen 0.0276786 nohead lc rgb "#E69F00" lw 2.2 dt (14,5) front
set label "" at screen 0.121404, screen 0.0276786 point pt 11 ps 0.9 lc rgb "#E69F00" front
set label "corner, step 2" at screen 0.145442, screen 0.0276786 left front tc rgb "#333333"
set arrow from screen 0.281904, screen 0.0276786 to screen 0.314596, screen 0.0276786 nohead lc rgb "#56B4E9" lw 2.21 dt solid front
set label "" at screen 0.29825, screen 0.0276786 point pt 6 ps 0.9 lc rgb "#56B4E9" front
set label "corner, step 3" at screen 0.322288, screen 0.0276786 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::3 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "coin, step 1", \
  data skip 1 every ::4::7 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::4::7 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "coin, step 1", \
  data skip 1 every ::8::11 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "coin, step 2", \
  data skip 1 every ::12::15 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::12::15 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "coin, step 2", \
  data skip 1 every ::16::19 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "coin, step 3", \
  data skip 1 every ::20::23 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::20::23 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "coin, step 3", \
  data skip 1 every ::24::27 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (2,3) title "corner, step 1", \
  data skip 1 every ::28::31 using 4:5:6 with yerrorbars pt -1 lc rgb "#CC79A7" lw 1.5 dt solid notitle, \
  data skip 1 every ::28::31 using 4:5 with points pt 13 ps 0.8 lc rgb "#CC79A7" title "corner, step 1", \
  data skip 1 every ::32::35 using 4:5 with lines lc rgb "#E69F00" lw 2.2 dt (14,5) title "corner, step 2", \
  data skip 1 every ::36::39 using 4:5:6 with yerrorbars pt -1 lc rgb "#E69F00" lw 1.5 dt solid notitle, \
  data skip 1 every ::36::39 using 4:5 with points pt 11 ps 0.8 lc rgb "#E69F00" title "corner, step 2", \
  data skip 1 every ::40::43 using 4:5 with lines lc rgb "#56B4E9" lw 2.2 dt solid title "corner, step 3", \
  data skip 1 every ::44::47 using 4:5:6 with yerrorbars pt -1 lc rgb "#56B4E9" lw 1.5 dt solid notitle, \
  data skip 1 every ::44::47 using 4:5 with points pt 6 ps 0.8 lc rgb "#56B4E9" title "corner, step 3", \
  data skip 1 every ::48::48 using (0.76):5:(7.24-(0.76)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle

# Panel 2
set lmargin at screen 0.588731; set rmargin at screen 0.984615
set tmargin at screen 0.975; set bmargin at screen 0.248214
set xrange [0.88:4.12]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("1" 1, "2" 2, "3" 3, "4" 4)
set yrange [1.872524:1.881512]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("1.874" 1.874, "1.876" 1.876, "1.878" 1.878, "1.880" 1.88)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "odd operators n" at screen 0.786673, screen 0.170536 center tc rgb "#333333"
set label "y_h" at screen 0.517788, screen 0.611607 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.605981, screen 0.00714286 to screen 0.955827, screen 0.130357 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.609827, screen 0.109821 to screen 0.642519, screen 0.109821 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "" at screen 0.626173, screen 0.109821 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "coin, step 1" at screen 0.650212, screen 0.109821 left front tc rgb "#333333"
set arrow from screen 0.786673, screen 0.109821 to screen 0.819365, screen 0.109821 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "" at screen 0.803019, screen 0.109821 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "coin, step 2" at screen 0.827058, screen 0.109821 left front tc rgb "#333333"
set arrow from screen 0.609827, screen 0.06875 to screen 0.642519, screen 0.06875 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "" at screen 0.626173, screen 0.06875 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "coin, step 3" at screen 0.650212, screen 0.06875 left front tc rgb "#333333"
set arrow from screen 0.786673, screen 0.06875 to screen 0.819365, screen 0.06875 nohead lc rgb "#CC79A7" lw 2.21 dt (2,3) front
set label "" at screen 0.803019, screen 0.06875 point pt 13 ps 0.9 lc rgb "#CC79A7" front
set label "corner, step 1" at screen 0.827058, screen 0.06875 left front tc rgb "#333333"
set arrow from screen 0.609827, screen 0.0276786 to screen 0.642519, screen 0.0276786 nohead lc rgb "#E69F00" lw 2.2 dt (14,5) front
set label "" at screen 0.626173, screen 0.0276786 point pt 11 ps 0.9 lc rgb "#E69F00" front
set label "corner, step 2" at screen 0.650212, screen 0.0276786 left front tc rgb "#333333"
set arrow from screen 0.786673, screen 0.0276786 to screen 0.819365, screen 0.0276786 nohead lc rgb "#56B4E9" lw 2.21 dt solid front
set label "" at screen 0.803019, screen 0.0276786 point pt 6 ps 0.9 lc rgb "#56B4E9" front
set label "corner, step 3" at screen 0.827058, screen 0.0276786 left front tc rgb "#333333"
plot \
  data skip 1 every ::49::50 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "coin, step 1", \
  data skip 1 every ::51::52 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::51::52 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "coin, step 1", \
  data skip 1 every ::53::54 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "coin, step 2", \
  data skip 1 every ::55::56 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::55::56 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "coin, step 2", \
  data skip 1 every ::57::58 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "coin, step 3", \
  data skip 1 every ::59::60 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::59::60 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "coin, step 3", \
  data skip 1 every ::61::62 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (2,3) title "corner, step 1", \
  data skip 1 every ::63::64 using 4:5:6 with yerrorbars pt -1 lc rgb "#CC79A7" lw 1.5 dt solid notitle, \
  data skip 1 every ::63::64 using 4:5 with points pt 13 ps 0.8 lc rgb "#CC79A7" title "corner, step 1", \
  data skip 1 every ::65::66 using 4:5 with lines lc rgb "#E69F00" lw 2.2 dt (14,5) title "corner, step 2", \
  data skip 1 every ::67::68 using 4:5:6 with yerrorbars pt -1 lc rgb "#E69F00" lw 1.5 dt solid notitle, \
  data skip 1 every ::67::68 using 4:5 with points pt 11 ps 0.8 lc rgb "#E69F00" title "corner, step 2", \
  data skip 1 every ::69::70 using 4:5 with lines lc rgb "#56B4E9" lw 2.2 dt solid title "corner, step 3", \
  data skip 1 every ::71::72 using 4:5:6 with yerrorbars pt -1 lc rgb "#56B4E9" lw 1.5 dt solid notitle, \
  data skip 1 every ::71::72 using 4:5 with points pt 6 ps 0.8 lc rgb "#56B4E9" title "corner, step 3", \
  data skip 1 every ::73::73 using (0.88):5:(4.12-(0.88)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle

unset multiplot
unset output
