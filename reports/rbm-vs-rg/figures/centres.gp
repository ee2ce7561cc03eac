# Centres of hidden units on the lattice
# Reads centres.csv, writes centres.svg: gnuplot centres.gp
reset session
set encoding utf8
set terminal svg size 1100,800 enhanced \
  font "sans-serif,16" name "centres" background rgb "#ffffff"
set output "centres.svg"
data = "centres.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.0607636; set rmargin at screen 0.318788
set tmargin at screen 0.94875; set bmargin at screen 0.5775
set xrange [0:16]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0" 0, "10" 10)
set yrange [0:16]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0" 0, "5" 5, "10" 10, "15" 15)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold K = 0.3}" at screen 0.189776, screen 0.96875 center tc rgb "#333333"
set label "x" at screen 0.189776, screen 0.523125 center tc rgb "#333333"
set label "y" at screen 0.0168182, screen 0.763125 center rotate by 90 tc rgb "#333333"
plot \
  data skip 1 every ::0::63 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" notitle

# Panel 2
set lmargin at screen 0.394097; set rmargin at screen 0.652121
set tmargin at screen 0.94875; set bmargin at screen 0.5775
set xrange [0:16]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0" 0, "10" 10)
set yrange [0:16]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0" 0, "5" 5, "10" 10, "15" 15)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold K = 0.36}" at screen 0.523109, screen 0.96875 center tc rgb "#333333"
set label "x" at screen 0.523109, screen 0.523125 center tc rgb "#333333"
set label "y" at screen 0.350152, screen 0.763125 center rotate by 90 tc rgb "#333333"
plot \
  data skip 1 every ::64::127 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" notitle

# Panel 3
set lmargin at screen 0.72743; set rmargin at screen 0.985455
set tmargin at screen 0.94875; set bmargin at screen 0.5775
set xrange [0:16]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0" 0, "10" 10)
set yrange [0:16]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0" 0, "5" 5, "10" 10, "15" 15)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold K = 0.408}" at screen 0.856442, screen 0.96875 center tc rgb "#333333"
set label "x" at screen 0.856442, screen 0.523125 center tc rgb "#333333"
set label "y" at screen 0.683485, screen 0.763125 center rotate by 90 tc rgb "#333333"
plot \
  data skip 1 every ::128::191 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" notitle

# Panel 4
set lmargin at screen 0.0607636; set rmargin at screen 0.318788
set tmargin at screen 0.44875; set bmargin at screen 0.0775
set xrange [0:16]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0" 0, "10" 10)
set yrange [0:16]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0" 0, "5" 5, "10" 10, "15" 15)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold K = 0.4407}" at screen 0.189776, screen 0.46875 center tc rgb "#333333"
set label "x" at screen 0.189776, screen 0.023125 center tc rgb "#333333"
set label "y" at screen 0.0168182, screen 0.263125 center rotate by 90 tc rgb "#333333"
plot \
  data skip 1 every ::192::255 using 4:5 with points pt 13 ps 0.8 lc rgb "#CC79A7" notitle

# Panel 5
set lmargin at screen 0.394097; set rmargin at screen 0.652121
set tmargin at screen 0.44875; set bmargin at screen 0.0775
set xrange [0:16]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0" 0, "10" 10)
set yrange [0:16]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0" 0, "5" 5, "10" 10, "15" 15)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold K = 0.46}" at screen 0.523109, screen 0.46875 center tc rgb "#333333"
set label "x" at screen 0.523109, screen 0.023125 center tc rgb "#333333"
set label "y" at screen 0.350152, screen 0.263125 center rotate by 90 tc rgb "#333333"
plot \
  data skip 1 every ::256::319 using 4:5 with points pt 11 ps 0.8 lc rgb "#E69F00" notitle

unset multiplot
unset output
