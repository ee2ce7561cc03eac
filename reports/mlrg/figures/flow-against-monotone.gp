# Cost of an epoch: published seconds, counted operations
# Reads flow-against-monotone.csv, writes flow-against-monotone.svg: gnuplot flow-against-monotone.gp
reset session
set encoding utf8
set terminal svg size 1040,400 enhanced \
  font "sans-serif,16" name "flow_against_monotone" background rgb "#ffffff"
set output "flow-against-monotone.svg"
data = "flow-against-monotone.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.100615; set rmargin at screen 0.483
set tmargin at screen 0.965; set bmargin at screen 0.155
set xrange [0:0.05]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0" 0, "0.01" 0.01, "0.02" 0.02, "0.03" 0.03, "0.04" 0.04, "0.05" 0.05)
set yrange [0.4:2.6]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("monotone" 1, "flow" 2)
unset grid
set grid xtics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "seconds per epoch (published)" at screen 0.291808, screen 0.04625 center tc rgb "#333333"
plot \
  data skip 1 every ::0::0 using 8:5:7:9:($5-0.25):($5+0.25) with boxxyerror fs transparent solid 0.3 noborder lc rgb "#0072B2" title "monotone", \
  data skip 1 every ::0::0 using 7:5:($6-$7):(0) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::0::0 using 6:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::0::0 using 7:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::0::0 using 9:5:($10-$9):(0) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::0::0 using 10:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::0::0 using 9:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::0::0 using 7:($5-0.25):($9-$7):(0) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::0::0 using 7:($5+0.25):($9-$7):(0) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::0::0 using 8:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#0072B2" lw 4 dt solid notitle, \
  data skip 1 every ::1::1 using 8:5:7:9:($5-0.25):($5+0.25) with boxxyerror fs transparent solid 0.3 noborder lc rgb "#D55E00" title "flow", \
  data skip 1 every ::1::1 using 7:5:($6-$7):(0) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::1::1 using 6:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::1::1 using 7:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::1::1 using 9:5:($10-$9):(0) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::1::1 using 10:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::1::1 using 9:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::1::1 using 7:($5-0.25):($9-$7):(0) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::1::1 using 7:($5+0.25):($9-$7):(0) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::1::1 using 8:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#D55E00" lw 4 dt solid notitle

# Panel 2
set lmargin at screen 0.600615; set rmargin at screen 0.984615
set tmargin at screen 0.965; set bmargin at screen 0.155
set xrange [0:2.927616]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0" 0, "1" 1, "2" 2)
set yrange [0.4:2.6]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("monotone" 1, "flow" 2)
unset grid
set grid xtics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "10^6​ multiply-adds per epoch (counted)" at screen 0.792615, screen 0.04625 center tc rgb "#333333"
plot \
  data skip 1 every ::2::3 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" notitle

unset multiplot
unset output
