# Flows that follow the lowest minimum from the J₀ axis
# Reads five-couplings-argmin.csv, writes five-couplings-argmin.svg: gnuplot five-couplings-argmin.gp
reset session
set encoding utf8
set terminal svg size 1040,400 enhanced \
  font "sans-serif,16" name "five_couplings_argmin" background rgb "#ffffff"
set output "five-couplings-argmin.svg"
data = "five-couplings-argmin.csv"
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
set tmargin at screen 0.8975; set bmargin at screen 0.29
set xrange [0:20]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0" 0, "5" 5, "10" 10, "15" 15, "20" 20)
set yrange [0:2.5]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0" 0, "0.5" 0.5, "1.0" 1, "1.5" 1.5, "2.0" 2, "2.5" 2.5)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold same matrix on all bonds}" at screen 0.277135, screen 0.9375 center tc rgb "#333333"
set label "step" at screen 0.277135, screen 0.18125 center tc rgb "#333333"
set label "length of ​{/:Italic J}" at screen 0.0177885, screen 0.59375 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.0438808, screen 0.01 to screen 0.49885, screen 0.125 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.0477269, screen 0.09625 to screen 0.0804192, screen 0.09625 nohead lc rgb "#0072B2" lw 2.2 dt (2,3) front
set label "{/:Italic J}_0​ = 1.2736" at screen 0.0881115, screen 0.09625 left front tc rgb "#333333"
set arrow from screen 0.200665, screen 0.09625 to screen 0.233358, screen 0.09625 nohead lc rgb "#D55E00" lw 2.21 dt (8,3,2,3) front
set label "{/:Italic J}_0​ = 1.3006" at screen 0.24105, screen 0.09625 left front tc rgb "#333333"
set arrow from screen 0.353604, screen 0.09625 to screen 0.386296, screen 0.09625 nohead lc rgb "#009E73" lw 2.2 dt solid front
set label "{/:Italic J}_0​ = 1.3036" at screen 0.393988, screen 0.09625 left front tc rgb "#333333"
set arrow from screen 0.0477269, screen 0.03875 to screen 0.0804192, screen 0.03875 nohead lc rgb "#CC79A7" lw 2.21 dt (14,5) front
set label "{/:Italic J}_0​ = 1.3066" at screen 0.0881115, screen 0.03875 left front tc rgb "#333333"
set arrow from screen 0.200665, screen 0.03875 to screen 0.233358, screen 0.03875 nohead lc rgb "#E69F00" lw 2.2 dt (7,4) front
set label "{/:Italic J}_0​ = 1.3336" at screen 0.24105, screen 0.03875 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::25 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt (2,3) title "{/:Italic J}_0​ = 1.2736", \
  data skip 1 every ::26::51 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (8,3,2,3) title "{/:Italic J}_0​ = 1.3006", \
  data skip 1 every ::52::77 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt solid title "{/:Italic J}_0​ = 1.3036", \
  data skip 1 every ::78::103 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (14,5) title "{/:Italic J}_0​ = 1.3066", \
  data skip 1 every ::104::129 using 4:5 with lines lc rgb "#E69F00" lw 2.2 dt (7,4) title "{/:Italic J}_0​ = 1.3336"

# Panel 2
set lmargin at screen 0.569654; set rmargin at screen 0.984615
set tmargin at screen 0.8975; set bmargin at screen 0.29
set xrange [0:20]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0" 0, "5" 5, "10" 10, "15" 15, "20" 20)
set yrange [0:2]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0" 0, "0.5" 0.5, "1.0" 1, "1.5" 1.5, "2.0" 2)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold turned with the bond}" at screen 0.777135, screen 0.9375 center tc rgb "#333333"
set label "step" at screen 0.777135, screen 0.18125 center tc rgb "#333333"
set label "length of ​{/:Italic J}" at screen 0.517788, screen 0.59375 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.543881, screen 0.01 to screen 0.99885, screen 0.125 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.547727, screen 0.09625 to screen 0.580419, screen 0.09625 nohead lc rgb "#56B4E9" lw 2.2 dt (2,3) front
set label "{/:Italic J}_0​ = 0.3715" at screen 0.588112, screen 0.09625 left front tc rgb "#333333"
set arrow from screen 0.700665, screen 0.09625 to screen 0.733358, screen 0.09625 nohead lc rgb "#000000" lw 2.21 dt (8,3,2,3) front
set label "{/:Italic J}_0​ = 0.3985" at screen 0.74105, screen 0.09625 left front tc rgb "#333333"
set arrow from screen 0.853604, screen 0.09625 to screen 0.886296, screen 0.09625 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "{/:Italic J}_0​ = 0.4015" at screen 0.893988, screen 0.09625 left front tc rgb "#333333"
set arrow from screen 0.547727, screen 0.03875 to screen 0.580419, screen 0.03875 nohead lc rgb "#D55E00" lw 2.21 dt (14,5) front
set label "{/:Italic J}_0​ = 0.4045" at screen 0.588112, screen 0.03875 left front tc rgb "#333333"
set arrow from screen 0.700665, screen 0.03875 to screen 0.733358, screen 0.03875 nohead lc rgb "#009E73" lw 2.2 dt (7,4) front
set label "{/:Italic J}_0​ = 0.4315" at screen 0.74105, screen 0.03875 left front tc rgb "#333333"
plot \
  data skip 1 every ::130::155 using 4:5 with lines lc rgb "#56B4E9" lw 2.2 dt (2,3) title "{/:Italic J}_0​ = 0.3715", \
  data skip 1 every ::156::181 using 4:5 with lines lc rgb "#000000" lw 2.2 dt (8,3,2,3) title "{/:Italic J}_0​ = 0.3985", \
  data skip 1 every ::182::207 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "{/:Italic J}_0​ = 0.4015", \
  data skip 1 every ::208::233 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (14,5) title "{/:Italic J}_0​ = 0.4045", \
  data skip 1 every ::234::249 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (7,4) title "{/:Italic J}_0​ = 0.4315"

unset multiplot
unset output
