# Law of the overlap: sampled, renormalized, enlarged back
# Reads overlap-law.csv, writes overlap-law.svg: gnuplot overlap-law.gp
reset session
set encoding utf8
set terminal svg size 720,480 enhanced \
  font "sans-serif,16" name "overlap_law" background rgb "#ffffff"
set output "overlap-law.svg"
data = "overlap-law.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

# Panel 1
set lmargin at screen 0.100611; set rmargin at screen 0.977778
set tmargin at screen 0.970833; set bmargin at screen 0.289583
set xrange [-0.0063:1.0063]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0" 0, "0.2" 0.2, "0.4" 0.4, "0.6" 0.6, "0.8" 0.8, "1.0" 1)
set yrange [-0.0838:2.1775]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0" 0, "0.5" 0.5, "1.0" 1, "1.5" 1.5, "2.0" 2)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "|q|" at screen 0.539194, screen 0.198958 center tc rgb "#333333"
set label "density of |q|" at screen 0.0256944, screen 0.630208 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.211139, screen 0.00833333 to screen 0.850583, screen 0.152083 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.216694, screen 0.128125 to screen 0.263917, screen 0.128125 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "sampled, L = 8" at screen 0.275028, screen 0.128125 left front tc rgb "#333333"
set arrow from screen 0.216694, screen 0.0802083 to screen 0.263917, screen 0.0802083 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "renormalized, L = 4" at screen 0.275028, screen 0.0802083 left front tc rgb "#333333"
set arrow from screen 0.216694, screen 0.0322917 to screen 0.263917, screen 0.0322917 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "enlarged back by the logistic (10 weights) map" at screen 0.275028, screen 0.0322917 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::15 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "sampled, L = 8", \
  data skip 1 every ::16::31 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "renormalized, L = 4", \
  data skip 1 every ::32::47 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "enlarged back by the logistic (10 weights) map"
unset output
