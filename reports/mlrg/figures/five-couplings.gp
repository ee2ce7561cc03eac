# Critical couplings of the five-coupling model
# Reads five-couplings.csv, writes five-couplings.svg: gnuplot five-couplings.gp
reset session
set encoding utf8
set terminal svg size 1040,400 enhanced \
  font "sans-serif,16" name "five_couplings" background rgb "#ffffff"
set output "five-couplings.svg"
data = "five-couplings.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.0708615; set rmargin at screen 0.483
set tmargin at screen 0.9125; set bmargin at screen 0.155
set xrange [0.695:0.895]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0.70" 0.7, "0.75" 0.75, "0.80" 0.8, "0.85" 0.85)
set yrange [0.355:7.645]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("KL, J_4" 1, "KL, J_3" 2, "KL, J_0" 3, "CD, J_4" 4, "CD, J_3" 5, "CD, J_0" 6, "A_1, CD" 7)
unset grid
set grid xtics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "critical coupling" at screen 0.276931, screen 0.04625 center tc rgb "#333333"
set label "exact" at screen 0.213638, screen 0.9425 center tc rgb "#333333"
set label "KL-optimal" at screen 0.315918, screen 0.9425 center tc rgb "#333333"
plot \
  data skip 1 every ::0::0 using 8:5:7:9:($5-0.25):($5+0.25) with boxxyerror fs transparent solid 0.3 noborder lc rgb "#0072B2" title "KL, J_4", \
  data skip 1 every ::0::0 using 7:5:($6-$7):(0) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::0::0 using 6:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::0::0 using 7:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::0::0 using 9:5:($10-$9):(0) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::0::0 using 10:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::0::0 using 9:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::0::0 using 7:($5-0.25):($9-$7):(0) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::0::0 using 7:($5+0.25):($9-$7):(0) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::0::0 using 8:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#0072B2" lw 4 dt solid notitle, \
  data skip 1 every ::0::0 using 11:5 with points pt 13 ps 0.9 lc rgb "#ffffff" notitle, \
  data skip 1 every ::0::0 using 11:5 with points pt 12 ps 0.9 lw 1.5 lc rgb "#0072B2" notitle, \
  data skip 1 every ::1::1 using 8:5:7:9:($5-0.25):($5+0.25) with boxxyerror fs transparent solid 0.3 noborder lc rgb "#D55E00" title "KL, J_3", \
  data skip 1 every ::1::1 using 7:5:($6-$7):(0) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::1::1 using 6:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::1::1 using 7:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::1::1 using 9:5:($10-$9):(0) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::1::1 using 10:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::1::1 using 9:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::1::1 using 7:($5-0.25):($9-$7):(0) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::1::1 using 7:($5+0.25):($9-$7):(0) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::1::1 using 8:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#D55E00" lw 4 dt solid notitle, \
  data skip 1 every ::1::1 using 11:5 with points pt 13 ps 0.9 lc rgb "#ffffff" notitle, \
  data skip 1 every ::1::1 using 11:5 with points pt 12 ps 0.9 lw 1.5 lc rgb "#D55E00" notitle, \
  data skip 1 every ::2::2 using 8:5:7:9:($5-0.25):($5+0.25) with boxxyerror fs transparent solid 0.3 noborder lc rgb "#009E73" title "KL, J_0", \
  data skip 1 every ::2::2 using 7:5:($6-$7):(0) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::2::2 using 6:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::2::2 using 7:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::2::2 using 9:5:($10-$9):(0) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::2::2 using 10:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::2::2 using 9:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::2::2 using 7:($5-0.25):($9-$7):(0) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::2::2 using 7:($5+0.25):($9-$7):(0) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::2::2 using 8:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#009E73" lw 4 dt solid notitle, \
  data skip 1 every ::2::2 using 11:5 with points pt 13 ps 0.9 lc rgb "#ffffff" notitle, \
  data skip 1 every ::2::2 using 11:5 with points pt 12 ps 0.9 lw 1.5 lc rgb "#009E73" notitle, \
  data skip 1 every ::3::33 using 4:5 with points pt 1 ps 0.7 lw 1.3 lc rgb "#009E73" notitle, \
  data skip 1 every ::34::34 using 8:5:7:9:($5-0.25):($5+0.25) with boxxyerror fs transparent solid 0.3 noborder lc rgb "#CC79A7" title "CD, J_4", \
  data skip 1 every ::34::34 using 7:5:($6-$7):(0) with vectors nohead lc rgb "#CC79A7" lw 2 dt solid notitle, \
  data skip 1 every ::34::34 using 6:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#CC79A7" lw 2 dt solid notitle, \
  data skip 1 every ::34::34 using 7:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#CC79A7" lw 2 dt solid notitle, \
  data skip 1 every ::34::34 using 9:5:($10-$9):(0) with vectors nohead lc rgb "#CC79A7" lw 2 dt solid notitle, \
  data skip 1 every ::34::34 using 10:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#CC79A7" lw 2 dt solid notitle, \
  data skip 1 every ::34::34 using 9:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#CC79A7" lw 2 dt solid notitle, \
  data skip 1 every ::34::34 using 7:($5-0.25):($9-$7):(0) with vectors nohead lc rgb "#CC79A7" lw 2 dt solid notitle, \
  data skip 1 every ::34::34 using 7:($5+0.25):($9-$7):(0) with vectors nohead lc rgb "#CC79A7" lw 2 dt solid notitle, \
  data skip 1 every ::34::34 using 8:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#CC79A7" lw 4 dt solid notitle, \
  data skip 1 every ::34::34 using 11:5 with points pt 13 ps 0.9 lc rgb "#ffffff" notitle, \
  data skip 1 every ::34::34 using 11:5 with points pt 12 ps 0.9 lw 1.5 lc rgb "#CC79A7" notitle, \
  data skip 1 every ::35::186 using 4:5 with points pt 1 ps 0.7 lw 1.3 lc rgb "#CC79A7" notitle, \
  data skip 1 every ::187::187 using 8:5:7:9:($5-0.25):($5+0.25) with boxxyerror fs transparent solid 0.3 noborder lc rgb "#E69F00" title "CD, J_3", \
  data skip 1 every ::187::187 using 7:5:($6-$7):(0) with vectors nohead lc rgb "#E69F00" lw 2 dt solid notitle, \
  data skip 1 every ::187::187 using 6:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#E69F00" lw 2 dt solid notitle, \
  data skip 1 every ::187::187 using 7:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#E69F00" lw 2 dt solid notitle, \
  data skip 1 every ::187::187 using 9:5:($10-$9):(0) with vectors nohead lc rgb "#E69F00" lw 2 dt solid notitle, \
  data skip 1 every ::187::187 using 10:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#E69F00" lw 2 dt solid notitle, \
  data skip 1 every ::187::187 using 9:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#E69F00" lw 2 dt solid notitle, \
  data skip 1 every ::187::187 using 7:($5-0.25):($9-$7):(0) with vectors nohead lc rgb "#E69F00" lw 2 dt solid notitle, \
  data skip 1 every ::187::187 using 7:($5+0.25):($9-$7):(0) with vectors nohead lc rgb "#E69F00" lw 2 dt solid notitle, \
  data skip 1 every ::187::187 using 8:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#E69F00" lw 4 dt solid notitle, \
  data skip 1 every ::187::187 using 11:5 with points pt 13 ps 0.9 lc rgb "#ffffff" notitle, \
  data skip 1 every ::187::187 using 11:5 with points pt 12 ps 0.9 lw 1.5 lc rgb "#E69F00" notitle, \
  data skip 1 every ::188::194 using 4:5 with points pt 1 ps 0.7 lw 1.3 lc rgb "#E69F00" notitle, \
  data skip 1 every ::195::195 using 8:5:7:9:($5-0.25):($5+0.25) with boxxyerror fs transparent solid 0.3 noborder lc rgb "#56B4E9" title "CD, J_0", \
  data skip 1 every ::195::195 using 7:5:($6-$7):(0) with vectors nohead lc rgb "#56B4E9" lw 2 dt solid notitle, \
  data skip 1 every ::195::195 using 6:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#56B4E9" lw 2 dt solid notitle, \
  data skip 1 every ::195::195 using 7:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#56B4E9" lw 2 dt solid notitle, \
  data skip 1 every ::195::195 using 9:5:($10-$9):(0) with vectors nohead lc rgb "#56B4E9" lw 2 dt solid notitle, \
  data skip 1 every ::195::195 using 10:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#56B4E9" lw 2 dt solid notitle, \
  data skip 1 every ::195::195 using 9:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#56B4E9" lw 2 dt solid notitle, \
  data skip 1 every ::195::195 using 7:($5-0.25):($9-$7):(0) with vectors nohead lc rgb "#56B4E9" lw 2 dt solid notitle, \
  data skip 1 every ::195::195 using 7:($5+0.25):($9-$7):(0) with vectors nohead lc rgb "#56B4E9" lw 2 dt solid notitle, \
  data skip 1 every ::195::195 using 8:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#56B4E9" lw 4 dt solid notitle, \
  data skip 1 every ::195::195 using 11:5 with points pt 13 ps 0.9 lc rgb "#ffffff" notitle, \
  data skip 1 every ::195::195 using 11:5 with points pt 12 ps 0.9 lw 1.5 lc rgb "#56B4E9" notitle, \
  data skip 1 every ::196::220 using 4:5 with points pt 1 ps 0.7 lw 1.3 lc rgb "#56B4E9" notitle, \
  data skip 1 every ::221::221 using 8:5:7:9:($5-0.25):($5+0.25) with boxxyerror fs transparent solid 0.3 noborder lc rgb "#000000" title "A_1, CD", \
  data skip 1 every ::221::221 using 7:5:($6-$7):(0) with vectors nohead lc rgb "#000000" lw 2 dt solid notitle, \
  data skip 1 every ::221::221 using 6:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#000000" lw 2 dt solid notitle, \
  data skip 1 every ::221::221 using 7:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#000000" lw 2 dt solid notitle, \
  data skip 1 every ::221::221 using 9:5:($10-$9):(0) with vectors nohead lc rgb "#000000" lw 2 dt solid notitle, \
  data skip 1 every ::221::221 using 10:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#000000" lw 2 dt solid notitle, \
  data skip 1 every ::221::221 using 9:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#000000" lw 2 dt solid notitle, \
  data skip 1 every ::221::221 using 7:($5-0.25):($9-$7):(0) with vectors nohead lc rgb "#000000" lw 2 dt solid notitle, \
  data skip 1 every ::221::221 using 7:($5+0.25):($9-$7):(0) with vectors nohead lc rgb "#000000" lw 2 dt solid notitle, \
  data skip 1 every ::221::221 using 8:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#000000" lw 4 dt solid notitle, \
  data skip 1 every ::221::221 using 11:5 with points pt 13 ps 0.9 lc rgb "#ffffff" notitle, \
  data skip 1 every ::221::221 using 11:5 with points pt 12 ps 0.9 lw 1.5 lc rgb "#000000" notitle, \
  data skip 1 every ::222::507 using 4:5 with points pt 1 ps 0.7 lw 1.3 lc rgb "#000000" notitle, \
  data skip 1 every ::508::508 using 4:(0.355):(0):(7.645-(0.355)) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::509::509 using 4:(0.355):(0):(7.645-(0.355)) with vectors nohead lc rgb "#333333" lw 1.5 dt solid notitle

# Panel 2
set lmargin at screen 0.570862; set rmargin at screen 0.984615
set tmargin at screen 0.9125; set bmargin at screen 0.155
set xrange [-0.25:0.25]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("−0.2" -0.2, "−0.1" -0.1, "0" 0, "0.1" 0.1, "0.2" 0.2)
set yrange [0.474:4.525]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("KL, J_2" 1, "KL, J_1" 2, "CD, J_2" 3, "CD, J_1" 4)
unset grid
set grid xtics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "coupling between components" at screen 0.777738, screen 0.04625 center tc rgb "#333333"
set label "exact" at screen 0.777738, screen 0.9425 center tc rgb "#333333"
plot \
  data skip 1 every ::510::510 using 8:5:7:9:($5-0.25):($5+0.25) with boxxyerror fs transparent solid 0.3 noborder lc rgb "#0072B2" title "KL, J_2", \
  data skip 1 every ::510::510 using 7:5:($6-$7):(0) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::510::510 using 6:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::510::510 using 7:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::510::510 using 9:5:($10-$9):(0) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::510::510 using 10:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::510::510 using 9:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::510::510 using 7:($5-0.25):($9-$7):(0) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::510::510 using 7:($5+0.25):($9-$7):(0) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::510::510 using 8:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#0072B2" lw 4 dt solid notitle, \
  data skip 1 every ::510::510 using 11:5 with points pt 13 ps 0.9 lc rgb "#ffffff" notitle, \
  data skip 1 every ::510::510 using 11:5 with points pt 12 ps 0.9 lw 1.5 lc rgb "#0072B2" notitle, \
  data skip 1 every ::511::561 using 4:5 with points pt 1 ps 0.7 lw 1.3 lc rgb "#0072B2" notitle, \
  data skip 1 every ::562::562 using 8:5:7:9:($5-0.25):($5+0.25) with boxxyerror fs transparent solid 0.3 noborder lc rgb "#D55E00" title "KL, J_1", \
  data skip 1 every ::562::562 using 7:5:($6-$7):(0) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::562::562 using 6:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::562::562 using 7:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::562::562 using 9:5:($10-$9):(0) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::562::562 using 10:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::562::562 using 9:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::562::562 using 7:($5-0.25):($9-$7):(0) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::562::562 using 7:($5+0.25):($9-$7):(0) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::562::562 using 8:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#D55E00" lw 4 dt solid notitle, \
  data skip 1 every ::562::562 using 11:5 with points pt 13 ps 0.9 lc rgb "#ffffff" notitle, \
  data skip 1 every ::562::562 using 11:5 with points pt 12 ps 0.9 lw 1.5 lc rgb "#D55E00" notitle, \
  data skip 1 every ::563::599 using 4:5 with points pt 1 ps 0.7 lw 1.3 lc rgb "#D55E00" notitle, \
  data skip 1 every ::600::600 using 8:5:7:9:($5-0.25):($5+0.25) with boxxyerror fs transparent solid 0.3 noborder lc rgb "#009E73" title "CD, J_2", \
  data skip 1 every ::600::600 using 7:5:($6-$7):(0) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::600::600 using 6:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::600::600 using 7:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::600::600 using 9:5:($10-$9):(0) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::600::600 using 10:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::600::600 using 9:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::600::600 using 7:($5-0.25):($9-$7):(0) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::600::600 using 7:($5+0.25):($9-$7):(0) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::600::600 using 8:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#009E73" lw 4 dt solid notitle, \
  data skip 1 every ::600::600 using 11:5 with points pt 13 ps 0.9 lc rgb "#ffffff" notitle, \
  data skip 1 every ::600::600 using 11:5 with points pt 12 ps 0.9 lw 1.5 lc rgb "#009E73" notitle, \
  data skip 1 every ::601::703 using 4:5 with points pt 1 ps 0.7 lw 1.3 lc rgb "#009E73" notitle, \
  data skip 1 every ::704::704 using 8:5:7:9:($5-0.25):($5+0.25) with boxxyerror fs transparent solid 0.3 noborder lc rgb "#CC79A7" title "CD, J_1", \
  data skip 1 every ::704::704 using 7:5:($6-$7):(0) with vectors nohead lc rgb "#CC79A7" lw 2 dt solid notitle, \
  data skip 1 every ::704::704 using 6:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#CC79A7" lw 2 dt solid notitle, \
  data skip 1 every ::704::704 using 7:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#CC79A7" lw 2 dt solid notitle, \
  data skip 1 every ::704::704 using 9:5:($10-$9):(0) with vectors nohead lc rgb "#CC79A7" lw 2 dt solid notitle, \
  data skip 1 every ::704::704 using 10:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#CC79A7" lw 2 dt solid notitle, \
  data skip 1 every ::704::704 using 9:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#CC79A7" lw 2 dt solid notitle, \
  data skip 1 every ::704::704 using 7:($5-0.25):($9-$7):(0) with vectors nohead lc rgb "#CC79A7" lw 2 dt solid notitle, \
  data skip 1 every ::704::704 using 7:($5+0.25):($9-$7):(0) with vectors nohead lc rgb "#CC79A7" lw 2 dt solid notitle, \
  data skip 1 every ::704::704 using 8:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#CC79A7" lw 4 dt solid notitle, \
  data skip 1 every ::704::704 using 11:5 with points pt 13 ps 0.9 lc rgb "#ffffff" notitle, \
  data skip 1 every ::704::704 using 11:5 with points pt 12 ps 0.9 lw 1.5 lc rgb "#CC79A7" notitle, \
  data skip 1 every ::705::781 using 4:5 with points pt 1 ps 0.7 lw 1.3 lc rgb "#CC79A7" notitle, \
  data skip 1 every ::782::782 using 4:(0.474):(0):(4.525-(0.474)) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle

unset multiplot
unset output
