# Two images of the J₀ axis
# Reads five-couplings-branches.csv, writes five-couplings-branches.svg: gnuplot five-couplings-branches.gp
reset session
set encoding utf8
set terminal svg size 720,480 enhanced \
  font "sans-serif,16" name "five_couplings_branches" background rgb "#ffffff"
set output "five-couplings-branches.svg"
data = "five-couplings-branches.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

# Panel 1
set lmargin at screen 0.114389; set rmargin at screen 0.977778
set tmargin at screen 0.927083; set bmargin at screen 0.129167
set xrange [0:1.5]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0" 0, "0.5" 0.5, "1.0" 1, "1.5" 1.5)
set yrange [0:0.08]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0" 0, "0.01" 0.01, "0.02" 0.02, "0.03" 0.03, "0.04" 0.04, "0.05" 0.05, "0.06" 0.06, "0.07" 0.07, "0.08" 0.08)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "coupling ​{/:Italic J}_0" at screen 0.546083, screen 0.0385417 center tc rgb "#333333"
set label "{/:Italic D}_{KL}​ / nats" at screen 0.0256944, screen 0.528125 center rotate by 90 tc rgb "#333333"
set label "exact" at screen 0.554306, screen 0.952083 center tc rgb "#333333"
set object rectangle from screen 0.119944, screen 0.775 to screen 0.468944, screen 0.91875 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.1255, screen 0.894792 to screen 0.172722, screen 0.894792 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "symmetric" at screen 0.183833, screen 0.894792 left front tc rgb "#333333"
set arrow from screen 0.1255, screen 0.846875 to screen 0.172722, screen 0.846875 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "lowest, same matrix" at screen 0.183833, screen 0.846875 left front tc rgb "#333333"
set arrow from screen 0.1255, screen 0.798958 to screen 0.172722, screen 0.798958 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "lowest, turned matrix" at screen 0.183833, screen 0.798958 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::0 using 4:(0):(0):(0.08-(0)) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::1::20 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "symmetric", \
  data skip 1 every ::21::40 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "lowest, same matrix", \
  data skip 1 every ::41::60 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "lowest, turned matrix"
unset output
