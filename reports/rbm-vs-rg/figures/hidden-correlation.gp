# Correlation of hidden units and of majority blocks
# Reads hidden-correlation.csv, writes hidden-correlation.svg: gnuplot hidden-correlation.gp
reset session
set encoding utf8
set terminal svg size 1150,800 enhanced \
  font "sans-serif,16" name "hidden_correlation" background rgb "#ffffff"
set output "hidden-correlation.svg"
data = "hidden-correlation.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.0716174; set rmargin at screen 0.31942
set tmargin at screen 0.94875; set bmargin at screen 0.61625
set xrange [0.86:4.619]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("2" 2, "4" 4)
set yrange [-0.00605:0.22592]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0" 0, "0.05" 0.05, "0.10" 0.1, "0.15" 0.15, "0.20" 0.2)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold K = 0.3}" at screen 0.195519, screen 0.96875 center tc rgb "#333333"
set label "distance r" at screen 0.195519, screen 0.561875 center tc rgb "#333333"
set label "C(r)" at screen 0.016087, screen 0.7825 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.0493623, screen 0.505 to screen 0.331241, screen 0.53375 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.0528406, screen 0.519375 to screen 0.0824058, screen 0.519375 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "" at screen 0.0676232, screen 0.519375 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "hidden units" at screen 0.0893623, screen 0.519375 left front tc rgb "#333333"
set arrow from screen 0.195519, screen 0.519375 to screen 0.225084, screen 0.519375 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "" at screen 0.210301, screen 0.519375 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "blocks" at screen 0.232041, screen 0.519375 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::7 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "hidden units", \
  data skip 1 every ::8::15 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::8::15 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "hidden units", \
  data skip 1 every ::16::22 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "blocks", \
  data skip 1 every ::23::29 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::23::29 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "blocks"

# Panel 2
set lmargin at screen 0.404951; set rmargin at screen 0.652754
set tmargin at screen 0.94875; set bmargin at screen 0.61625
set xrange [0.86:4.63]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("2" 2, "4" 4)
set yrange [0.0211:0.3687]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.05" 0.05, "0.10" 0.1, "0.15" 0.15, "0.20" 0.2, "0.25" 0.25, "0.30" 0.3, "0.35" 0.35)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold K = 0.36}" at screen 0.528852, screen 0.96875 center tc rgb "#333333"
set label "distance r" at screen 0.528852, screen 0.561875 center tc rgb "#333333"
set label "C(r)" at screen 0.34942, screen 0.7825 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.382696, screen 0.505 to screen 0.664574, screen 0.53375 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.386174, screen 0.519375 to screen 0.415739, screen 0.519375 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "" at screen 0.400957, screen 0.519375 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "hidden units" at screen 0.422696, screen 0.519375 left front tc rgb "#333333"
set arrow from screen 0.528852, screen 0.519375 to screen 0.558417, screen 0.519375 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "" at screen 0.543635, screen 0.519375 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "blocks" at screen 0.565374, screen 0.519375 left front tc rgb "#333333"
plot \
  data skip 1 every ::30::37 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "hidden units", \
  data skip 1 every ::38::45 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::38::45 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "hidden units", \
  data skip 1 every ::46::52 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "blocks", \
  data skip 1 every ::53::59 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::53::59 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "blocks"

# Panel 3
set lmargin at screen 0.738284; set rmargin at screen 0.986087
set tmargin at screen 0.94875; set bmargin at screen 0.61625
set xrange [0.86:4.617]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("2" 2, "4" 4)
set yrange [0.2378:0.5478]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.25" 0.25, "0.30" 0.3, "0.35" 0.35, "0.40" 0.4, "0.45" 0.45, "0.50" 0.5)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold K = 0.408}" at screen 0.862186, screen 0.96875 center tc rgb "#333333"
set label "distance r" at screen 0.862186, screen 0.561875 center tc rgb "#333333"
set label "C(r)" at screen 0.682754, screen 0.7825 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.716029, screen 0.505 to screen 0.997907, screen 0.53375 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.719507, screen 0.519375 to screen 0.749072, screen 0.519375 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "" at screen 0.73429, screen 0.519375 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "hidden units" at screen 0.756029, screen 0.519375 left front tc rgb "#333333"
set arrow from screen 0.862186, screen 0.519375 to screen 0.891751, screen 0.519375 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "" at screen 0.876968, screen 0.519375 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "blocks" at screen 0.898707, screen 0.519375 left front tc rgb "#333333"
plot \
  data skip 1 every ::60::67 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "hidden units", \
  data skip 1 every ::68::75 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::68::75 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "hidden units", \
  data skip 1 every ::76::82 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "blocks", \
  data skip 1 every ::83::89 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::83::89 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "blocks"

# Panel 4
set lmargin at screen 0.0716174; set rmargin at screen 0.31942
set tmargin at screen 0.44875; set bmargin at screen 0.11625
set xrange [0.861:4.612]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("2" 2, "4" 4)
set yrange [0.54557:0.74222]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.55" 0.55, "0.60" 0.6, "0.65" 0.65, "0.70" 0.7)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold K = 0.4407}" at screen 0.195519, screen 0.46875 center tc rgb "#333333"
set label "distance r" at screen 0.195519, screen 0.061875 center tc rgb "#333333"
set label "C(r)" at screen 0.016087, screen 0.2825 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.0493623, screen 0.005 to screen 0.331241, screen 0.03375 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.0528406, screen 0.019375 to screen 0.0824058, screen 0.019375 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "" at screen 0.0676232, screen 0.019375 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "hidden units" at screen 0.0893623, screen 0.019375 left front tc rgb "#333333"
set arrow from screen 0.195519, screen 0.019375 to screen 0.225084, screen 0.019375 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "" at screen 0.210301, screen 0.019375 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "blocks" at screen 0.232041, screen 0.019375 left front tc rgb "#333333"
plot \
  data skip 1 every ::90::97 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "hidden units", \
  data skip 1 every ::98::105 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::98::105 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "hidden units", \
  data skip 1 every ::106::112 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "blocks", \
  data skip 1 every ::113::119 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::113::119 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "blocks"

# Panel 5
set lmargin at screen 0.404951; set rmargin at screen 0.652754
set tmargin at screen 0.44875; set bmargin at screen 0.11625
set xrange [0.86:4.628]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("2" 2, "4" 4)
set yrange [0.611:0.83753]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.65" 0.65, "0.70" 0.7, "0.75" 0.75, "0.80" 0.8)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold K = 0.46}" at screen 0.528852, screen 0.46875 center tc rgb "#333333"
set label "distance r" at screen 0.528852, screen 0.061875 center tc rgb "#333333"
set label "C(r)" at screen 0.34942, screen 0.2825 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.382696, screen 0.005 to screen 0.664574, screen 0.03375 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.386174, screen 0.019375 to screen 0.415739, screen 0.019375 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "" at screen 0.400957, screen 0.019375 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "hidden units" at screen 0.422696, screen 0.019375 left front tc rgb "#333333"
set arrow from screen 0.528852, screen 0.019375 to screen 0.558417, screen 0.019375 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "" at screen 0.543635, screen 0.019375 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "blocks" at screen 0.565374, screen 0.019375 left front tc rgb "#333333"
plot \
  data skip 1 every ::120::127 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "hidden units", \
  data skip 1 every ::128::135 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::128::135 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "hidden units", \
  data skip 1 every ::136::142 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "blocks", \
  data skip 1 every ::143::149 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::143::149 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "blocks"

unset multiplot
unset output
