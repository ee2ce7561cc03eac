# Couplings visited by the sampler
# Reads sampled-couplings.csv, writes sampled-couplings.svg: gnuplot sampled-couplings.gp
reset session
set encoding utf8
set terminal svg size 720,480 enhanced \
  font "sans-serif,16" name "sampled_couplings" background rgb "#ffffff"
set output "sampled-couplings.svg"
data = "sampled-couplings.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

# Panel 1
set lmargin at screen 0.100611; set rmargin at screen 0.977778
set tmargin at screen 0.927083; set bmargin at screen 0.19375
set xrange [-2.5:2.5]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("−2" -2, "−1" -1, "0" 0, "1" 1, "2" 2)
set yrange [0:0.4845]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0" 0, "0.1" 0.1, "0.2" 0.2, "0.3" 0.3, "0.4" 0.4)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "coupling ​{/:Italic J}" at screen 0.539194, screen 0.103125 center tc rgb "#333333"
set label "density" at screen 0.0256944, screen 0.560417 center rotate by 90 tc rgb "#333333"
set label "exact" at screen 0.617685, screen 0.952083 center tc rgb "#333333"
set label "KL-optimal" at screen 0.737574, screen 0.952083 center tc rgb "#333333"
set object rectangle from screen 0.187394, screen 0.00833333 to screen 0.874328, screen 0.05625 front fc rgb "#30ffffff" fs solid noborder
set object rectangle from screen 0.19295, screen 0.0197917 to screen 0.240172, screen 0.0447917 front fc rgb "#0072B2" fs transparent solid 0.3 noborder
set arrow from screen 0.19295, screen 0.0447917 to screen 0.240172, screen 0.0447917 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "visited" at screen 0.251283, screen 0.0322917 left front tc rgb "#333333"
set arrow from screen 0.539194, screen 0.0322917 to screen 0.586417, screen 0.0322917 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "exp(-{/Symbol b}​ ​{/:Italic f}^2), exact flow" at screen 0.597528, screen 0.0322917 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::119 using (($6+$7)/2):($5):6:7:(0):($5) with boxxyerror fs transparent solid 0.25 noborder lc rgb "#0072B2" title "visited", \
  data skip 1 every ::0::119 using 6:($5) with steps lc rgb "#0072B2" lw 2.2 dt solid notitle, \
  data skip 1 every ::119::119 using 6:($5):($7-$6):(0) with vectors nohead lc rgb "#0072B2" lw 2.2 dt solid notitle, \
  data skip 1 every ::0::0 using 6:(0):(0):($5-(0)) with vectors nohead lc rgb "#0072B2" lw 2.2 dt solid notitle, \
  data skip 1 every ::119::119 using 7:(0):(0):($5-(0)) with vectors nohead lc rgb "#0072B2" lw 2.2 dt solid notitle, \
  data skip 1 every ::120::239 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "exp(-{/Symbol b}​ ​{/:Italic f}^2), exact flow", \
  data skip 1 every ::240::240 using 4:(0):(0):(0.4845-(0)) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::241::241 using 4:(0):(0):(0.4845-(0)) with vectors nohead lc rgb "#333333" lw 1.5 dt solid notitle
unset output
