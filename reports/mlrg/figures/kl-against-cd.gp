# Critical couplings with the two losses
# Reads kl-against-cd.csv, writes kl-against-cd.svg: gnuplot kl-against-cd.gp
reset session
set encoding utf8
set terminal svg size 1040,400 enhanced \
  font "sans-serif,16" name "kl_against_cd" background rgb "#ffffff"
set output "kl-against-cd.svg"
data = "kl-against-cd.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.193077; set rmargin at screen 0.483
set tmargin at screen 0.9125; set bmargin at screen 0.155
set xrange [0.725:0.89]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0.75" 0.75, "0.80" 0.8, "0.85" 0.85)
set yrange [0.474:4.525]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("KL ReLU+LayerNorm" 1, "CD ReLU+LayerNorm" 2, "KL ReLU" 3, "CD ReLU" 4)
unset grid
set grid xtics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Italic J}_c, epochs of one run" at screen 0.338038, screen 0.04625 center tc rgb "#333333"
set label "exact" at screen 0.262106, screen 0.9425 center tc rgb "#333333"
set label "KL-optimal" at screen 0.349319, screen 0.9425 center tc rgb "#333333"
plot \
  data skip 1 every ::0::0 using 8:5:7:9:($5-0.25):($5+0.25) with boxxyerror fs transparent solid 0.3 noborder lc rgb "#0072B2" title "KL ReLU+LayerNorm", \
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
  data skip 1 every ::1::35 using 4:5 with points pt 1 ps 0.7 lw 1.3 lc rgb "#0072B2" notitle, \
  data skip 1 every ::36::36 using 8:5:7:9:($5-0.25):($5+0.25) with boxxyerror fs transparent solid 0.3 noborder lc rgb "#D55E00" title "CD ReLU+LayerNorm", \
  data skip 1 every ::36::36 using 7:5:($6-$7):(0) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::36::36 using 6:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::36::36 using 7:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::36::36 using 9:5:($10-$9):(0) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::36::36 using 10:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::36::36 using 9:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::36::36 using 7:($5-0.25):($9-$7):(0) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::36::36 using 7:($5+0.25):($9-$7):(0) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::36::36 using 8:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#D55E00" lw 4 dt solid notitle, \
  data skip 1 every ::36::36 using 11:5 with points pt 13 ps 0.9 lc rgb "#ffffff" notitle, \
  data skip 1 every ::36::36 using 11:5 with points pt 12 ps 0.9 lw 1.5 lc rgb "#D55E00" notitle, \
  data skip 1 every ::37::37 using 8:5:7:9:($5-0.25):($5+0.25) with boxxyerror fs transparent solid 0.3 noborder lc rgb "#009E73" title "KL ReLU", \
  data skip 1 every ::37::37 using 7:5:($6-$7):(0) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::37::37 using 6:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::37::37 using 7:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::37::37 using 9:5:($10-$9):(0) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::37::37 using 10:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::37::37 using 9:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::37::37 using 7:($5-0.25):($9-$7):(0) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::37::37 using 7:($5+0.25):($9-$7):(0) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::37::37 using 8:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#009E73" lw 4 dt solid notitle, \
  data skip 1 every ::37::37 using 11:5 with points pt 13 ps 0.9 lc rgb "#ffffff" notitle, \
  data skip 1 every ::37::37 using 11:5 with points pt 12 ps 0.9 lw 1.5 lc rgb "#009E73" notitle, \
  data skip 1 every ::38::55 using 4:5 with points pt 1 ps 0.7 lw 1.3 lc rgb "#009E73" notitle, \
  data skip 1 every ::56::56 using 8:5:7:9:($5-0.25):($5+0.25) with boxxyerror fs transparent solid 0.3 noborder lc rgb "#CC79A7" title "CD ReLU", \
  data skip 1 every ::56::56 using 7:5:($6-$7):(0) with vectors nohead lc rgb "#CC79A7" lw 2 dt solid notitle, \
  data skip 1 every ::56::56 using 6:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#CC79A7" lw 2 dt solid notitle, \
  data skip 1 every ::56::56 using 7:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#CC79A7" lw 2 dt solid notitle, \
  data skip 1 every ::56::56 using 9:5:($10-$9):(0) with vectors nohead lc rgb "#CC79A7" lw 2 dt solid notitle, \
  data skip 1 every ::56::56 using 10:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#CC79A7" lw 2 dt solid notitle, \
  data skip 1 every ::56::56 using 9:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#CC79A7" lw 2 dt solid notitle, \
  data skip 1 every ::56::56 using 7:($5-0.25):($9-$7):(0) with vectors nohead lc rgb "#CC79A7" lw 2 dt solid notitle, \
  data skip 1 every ::56::56 using 7:($5+0.25):($9-$7):(0) with vectors nohead lc rgb "#CC79A7" lw 2 dt solid notitle, \
  data skip 1 every ::56::56 using 8:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#CC79A7" lw 4 dt solid notitle, \
  data skip 1 every ::56::56 using 11:5 with points pt 13 ps 0.9 lc rgb "#ffffff" notitle, \
  data skip 1 every ::56::56 using 11:5 with points pt 12 ps 0.9 lw 1.5 lc rgb "#CC79A7" notitle, \
  data skip 1 every ::57::76 using 4:5 with points pt 1 ps 0.7 lw 1.3 lc rgb "#CC79A7" notitle, \
  data skip 1 every ::77::77 using 4:(0.474):(0):(4.525-(0.474)) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::78::78 using 4:(0.474):(0):(4.525-(0.474)) with vectors nohead lc rgb "#333333" lw 1.5 dt solid notitle

# Panel 2
set lmargin at screen 0.693077; set rmargin at screen 0.983
set tmargin at screen 0.9125; set bmargin at screen 0.155
set xrange [0.75:0.84]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0.76" 0.76, "0.78" 0.78, "0.80" 0.8, "0.82" 0.82, "0.84" 0.84)
set yrange [0.474:4.525]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("KL ReLU+LayerNorm" 1, "CD ReLU+LayerNorm" 2, "KL ReLU" 3, "CD ReLU" 4)
unset grid
set grid xtics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Italic J}_c, run means" at screen 0.838038, screen 0.04625 center tc rgb "#333333"
set label "exact" at screen 0.739096, screen 0.9425 center tc rgb "#333333"
set label "KL-optimal" at screen 0.898986, screen 0.9425 center tc rgb "#333333"
plot \
  data skip 1 every ::79::79 using 8:5:7:9:($5-0.25):($5+0.25) with boxxyerror fs transparent solid 0.3 noborder lc rgb "#0072B2" title "KL ReLU+LayerNorm", \
  data skip 1 every ::79::79 using 7:5:($6-$7):(0) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::79::79 using 6:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::79::79 using 7:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::79::79 using 9:5:($10-$9):(0) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::79::79 using 10:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::79::79 using 9:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::79::79 using 7:($5-0.25):($9-$7):(0) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::79::79 using 7:($5+0.25):($9-$7):(0) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::79::79 using 8:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#0072B2" lw 4 dt solid notitle, \
  data skip 1 every ::79::79 using 11:5 with points pt 13 ps 0.9 lc rgb "#ffffff" notitle, \
  data skip 1 every ::79::79 using 11:5 with points pt 12 ps 0.9 lw 1.5 lc rgb "#0072B2" notitle, \
  data skip 1 every ::80::80 using 8:5:7:9:($5-0.25):($5+0.25) with boxxyerror fs transparent solid 0.3 noborder lc rgb "#D55E00" title "CD ReLU+LayerNorm", \
  data skip 1 every ::80::80 using 7:5:($6-$7):(0) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::80::80 using 6:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::80::80 using 7:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::80::80 using 9:5:($10-$9):(0) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::80::80 using 10:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::80::80 using 9:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::80::80 using 7:($5-0.25):($9-$7):(0) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::80::80 using 7:($5+0.25):($9-$7):(0) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::80::80 using 8:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#D55E00" lw 4 dt solid notitle, \
  data skip 1 every ::80::80 using 11:5 with points pt 13 ps 0.9 lc rgb "#ffffff" notitle, \
  data skip 1 every ::80::80 using 11:5 with points pt 12 ps 0.9 lw 1.5 lc rgb "#D55E00" notitle, \
  data skip 1 every ::81::81 using 8:5:7:9:($5-0.25):($5+0.25) with boxxyerror fs transparent solid 0.3 noborder lc rgb "#009E73" title "KL ReLU", \
  data skip 1 every ::81::81 using 7:5:($6-$7):(0) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::81::81 using 6:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::81::81 using 7:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::81::81 using 9:5:($10-$9):(0) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::81::81 using 10:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::81::81 using 9:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::81::81 using 7:($5-0.25):($9-$7):(0) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::81::81 using 7:($5+0.25):($9-$7):(0) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::81::81 using 8:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#009E73" lw 4 dt solid notitle, \
  data skip 1 every ::81::81 using 11:5 with points pt 13 ps 0.9 lc rgb "#ffffff" notitle, \
  data skip 1 every ::81::81 using 11:5 with points pt 12 ps 0.9 lw 1.5 lc rgb "#009E73" notitle, \
  data skip 1 every ::82::82 using 4:5 with points pt 1 ps 0.7 lw 1.3 lc rgb "#009E73" notitle, \
  data skip 1 every ::83::83 using 8:5:7:9:($5-0.25):($5+0.25) with boxxyerror fs transparent solid 0.3 noborder lc rgb "#CC79A7" title "CD ReLU", \
  data skip 1 every ::83::83 using 7:5:($6-$7):(0) with vectors nohead lc rgb "#CC79A7" lw 2 dt solid notitle, \
  data skip 1 every ::83::83 using 6:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#CC79A7" lw 2 dt solid notitle, \
  data skip 1 every ::83::83 using 7:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#CC79A7" lw 2 dt solid notitle, \
  data skip 1 every ::83::83 using 9:5:($10-$9):(0) with vectors nohead lc rgb "#CC79A7" lw 2 dt solid notitle, \
  data skip 1 every ::83::83 using 10:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#CC79A7" lw 2 dt solid notitle, \
  data skip 1 every ::83::83 using 9:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#CC79A7" lw 2 dt solid notitle, \
  data skip 1 every ::83::83 using 7:($5-0.25):($9-$7):(0) with vectors nohead lc rgb "#CC79A7" lw 2 dt solid notitle, \
  data skip 1 every ::83::83 using 7:($5+0.25):($9-$7):(0) with vectors nohead lc rgb "#CC79A7" lw 2 dt solid notitle, \
  data skip 1 every ::83::83 using 8:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#CC79A7" lw 4 dt solid notitle, \
  data skip 1 every ::83::83 using 11:5 with points pt 13 ps 0.9 lc rgb "#ffffff" notitle, \
  data skip 1 every ::83::83 using 11:5 with points pt 12 ps 0.9 lw 1.5 lc rgb "#CC79A7" notitle, \
  data skip 1 every ::84::84 using 4:5 with points pt 1 ps 0.7 lw 1.3 lc rgb "#CC79A7" notitle, \
  data skip 1 every ::85::85 using 4:(0.474):(0):(4.525-(0.474)) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::86::86 using 4:(0.474):(0):(4.525-(0.474)) with vectors nohead lc rgb "#333333" lw 1.5 dt solid notitle

unset multiplot
unset output
