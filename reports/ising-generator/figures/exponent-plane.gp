# Exact eigenvalues in the plane of the neighbour weights
# Reads exponent-plane.csv, writes exponent-plane.svg: gnuplot exponent-plane.gp
reset session
set encoding utf8
set terminal svg size 1120,460 enhanced \
  font "sans-serif,16" name "exponent_plane" background rgb "#ffffff"
set output "exponent-plane.svg"
data = "exponent-plane.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.07825; set rmargin at screen 0.407464
set tmargin at screen 0.91087; set bmargin at screen 0.252174
set xrange [0.38125000000000003:1.6187500000000001]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0.5" 0.5, "1.0" 1, "1.5" 1.5)
set yrange [-0.41875:0.8187500000000002]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("−0.4" -0.4, "−0.2" -0.2, "0" 0, "0.2" 0.2, "0.4" 0.4, "0.6" 0.6, "0.8" 0.8)
unset grid
set border 15 front
set palette defined (0 "#053061", 1 "#2f79b5", 2 "#8ec2dd", 3 "#f7f7f7", 4 "#f3a860", 5 "#c9641d", 6 "#7f3b08")
set cbrange [-0.4:0.4]
set colorbox user vertical origin screen 0.418179, screen 0.252174 size screen 0.0125, screen 0.658696
set cbtics scale 0.4 offset -0.5,0 textcolor rgb "#333333" ("−0.4" -0.4, "−0.2" -0.2, "0" 0, "0.2" 0.2, "0.4" 0.4)
unset label
unset arrow
unset object
set label "{/:Bold magnetic}" at screen 0.242857, screen 0.945652 center tc rgb "#333333"
set label "W_1" at screen 0.242857, screen 0.157609 center tc rgb "#333333"
set label "W_2" at screen 0.0165179, screen 0.581522 center rotate by 90 tc rgb "#333333"
set label "λ_h​ − 2^{15/8}" at screen 0.483482, screen 0.581522 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.00357143, screen 0.00869565 to screen 0.472886, screen 0.108696 front fc rgb "#30ffffff" fs solid noborder
set label "" at screen 0.0223214, screen 0.0836957 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "published sets" at screen 0.0446429, screen 0.0836957 left front tc rgb "#333333"
set label "" at screen 0.258764, screen 0.0836957 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "maximum likelihood" at screen 0.281086, screen 0.0836957 left front tc rgb "#333333"
set arrow from screen 0.00714286, screen 0.0336957 to screen 0.0375, screen 0.0336957 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "exactly Ising (other W_0)" at screen 0.0446429, screen 0.0336957 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::1088 using (($6+$7)/2):(($8+$9)/2):6:7:8:9:10 with boxxyerror fs solid noborder lc palette notitle, \
  data skip 1 every ::1089::1094 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "published sets", \
  data skip 1 every ::1095::1095 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "maximum likelihood", \
  data skip 1 every ::1096::1100 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "exactly Ising (other W_0)"

# Panel 2
set lmargin at screen 0.57825; set rmargin at screen 0.907464
set tmargin at screen 0.91087; set bmargin at screen 0.252174
set xrange [0.38125000000000003:1.6187500000000001]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0.5" 0.5, "1.0" 1, "1.5" 1.5)
set yrange [-0.41875:0.8187500000000002]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("−0.4" -0.4, "−0.2" -0.2, "0" 0, "0.2" 0.2, "0.4" 0.4, "0.6" 0.6, "0.8" 0.8)
unset grid
set border 15 front
set palette defined (0 "#053061", 1 "#2f79b5", 2 "#8ec2dd", 3 "#f7f7f7", 4 "#f3a860", 5 "#c9641d", 6 "#7f3b08")
set cbrange [-0.8:0.8]
set colorbox user vertical origin screen 0.918179, screen 0.252174 size screen 0.0125, screen 0.658696
set cbtics scale 0.4 offset -0.5,0 textcolor rgb "#333333" ("−0.5" -0.5, "0" 0, "0.5" 0.5)
unset label
unset arrow
unset object
set label "{/:Bold thermal}" at screen 0.742857, screen 0.945652 center tc rgb "#333333"
set label "W_1" at screen 0.742857, screen 0.157609 center tc rgb "#333333"
set label "W_2" at screen 0.516518, screen 0.581522 center rotate by 90 tc rgb "#333333"
set label "λ_t​ − 2" at screen 0.983482, screen 0.581522 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.503571, screen 0.00869565 to screen 0.972886, screen 0.108696 front fc rgb "#30ffffff" fs solid noborder
set label "" at screen 0.522321, screen 0.0836957 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "published sets" at screen 0.544643, screen 0.0836957 left front tc rgb "#333333"
set label "" at screen 0.758764, screen 0.0836957 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "maximum likelihood" at screen 0.781086, screen 0.0836957 left front tc rgb "#333333"
set arrow from screen 0.507143, screen 0.0336957 to screen 0.5375, screen 0.0336957 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "exactly Ising (other W_0)" at screen 0.544643, screen 0.0336957 left front tc rgb "#333333"
plot \
  data skip 1 every ::1101::2189 using (($6+$7)/2):(($8+$9)/2):6:7:8:9:10 with boxxyerror fs solid noborder lc palette notitle, \
  data skip 1 every ::2190::2195 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "published sets", \
  data skip 1 every ::2196::2196 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "maximum likelihood", \
  data skip 1 every ::2197::2201 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "exactly Ising (other W_0)"

unset multiplot
unset output
