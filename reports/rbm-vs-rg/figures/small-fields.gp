# Weights of hidden units of the ring of eight sites
# Reads small-fields.csv, writes small-fields.svg: gnuplot small-fields.gp
reset session
set encoding utf8
set terminal svg size 1040,400 enhanced \
  font "sans-serif,16" name "small_fields" background rgb "#ffffff"
set output "small-fields.svg"
data = "small-fields.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.0696538; set rmargin at screen 0.484615
set tmargin at screen 0.8975; set bmargin at screen 0.2325
set xrange [-0.28:7.28]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0" 0, "2" 2, "4" 4, "6" 6)
set yrange [-0.1748:1.1839]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0" 0, "0.2" 0.2, "0.4" 0.4, "0.6" 0.6, "0.8" 0.8, "1.0" 1)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold N_h​ = 2}" at screen 0.277135, screen 0.9375 center tc rgb "#333333"
set label "site" at screen 0.277135, screen 0.12375 center tc rgb "#333333"
set label "weight" at screen 0.0177885, screen 0.565 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.168596, screen 0.01 to screen 0.374135, screen 0.0675 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.172442, screen 0.03875 to screen 0.205135, screen 0.03875 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "unit 1" at screen 0.212827, screen 0.03875 left front tc rgb "#333333"
set arrow from screen 0.277135, screen 0.03875 to screen 0.309827, screen 0.03875 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "unit 2" at screen 0.317519, screen 0.03875 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::7 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "unit 1", \
  data skip 1 every ::8::15 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "unit 2"

# Panel 2
set lmargin at screen 0.569346; set rmargin at screen 0.984615
set tmargin at screen 0.8975; set bmargin at screen 0.2325
set xrange [-0.28:7.28]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0" 0, "2" 2, "4" 4, "6" 6)
set yrange [-6.17:22.31]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("−5" -5, "0" 0, "5" 5, "10" 10, "15" 15, "20" 20)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold N_h​ = 4}" at screen 0.776981, screen 0.9375 center tc rgb "#333333"
set label "site" at screen 0.776981, screen 0.12375 center tc rgb "#333333"
set label "weight" at screen 0.517788, screen 0.565 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.56375, screen 0.01 to screen 0.978673, screen 0.0675 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.567596, screen 0.03875 to screen 0.600288, screen 0.03875 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "unit 1" at screen 0.607981, screen 0.03875 left front tc rgb "#333333"
set arrow from screen 0.672288, screen 0.03875 to screen 0.704981, screen 0.03875 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "unit 2" at screen 0.712673, screen 0.03875 left front tc rgb "#333333"
set arrow from screen 0.776981, screen 0.03875 to screen 0.809673, screen 0.03875 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "unit 3" at screen 0.817365, screen 0.03875 left front tc rgb "#333333"
set arrow from screen 0.881673, screen 0.03875 to screen 0.914365, screen 0.03875 nohead lc rgb "#CC79A7" lw 2.21 dt (2,3) front
set label "unit 4" at screen 0.922058, screen 0.03875 left front tc rgb "#333333"
plot \
  data skip 1 every ::16::23 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "unit 1", \
  data skip 1 every ::24::31 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "unit 2", \
  data skip 1 every ::32::39 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "unit 3", \
  data skip 1 every ::40::47 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (2,3) title "unit 4"

unset multiplot
unset output
