# Critical couplings: epochs of one run, and independent runs
# Reads critical-couplings.csv, writes critical-couplings.svg: gnuplot critical-couplings.gp
reset session
set encoding utf8
set terminal svg size 1040,400 enhanced \
  font "sans-serif,16" name "critical_couplings" background rgb "#ffffff"
set output "critical-couplings.svg"
data = "critical-couplings.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.106; set rmargin at screen 0.484615
set tmargin at screen 0.9125; set bmargin at screen 0.155
set xrange [0:1]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0" 0, "0.2" 0.2, "0.4" 0.4, "0.6" 0.6, "0.8" 0.8, "1.0" 1)
set yrange [0.515:3.485]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("run means" 1, "all runs,\nall epochs" 2, "epochs of\none run" 3)
unset grid
set grid xtics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "critical coupling ​{/:Italic J}_c" at screen 0.295308, screen 0.04625 center tc rgb "#333333"
set label "exact" at screen 0.363266, screen 0.9425 center tc rgb "#333333"
set label "KL-optimal" at screen 0.446266, screen 0.9425 center tc rgb "#333333"
plot \
  data skip 1 every ::0::0 using 8:5:7:9:($5-0.25):($5+0.25) with boxxyerror fs transparent solid 0.3 noborder lc rgb "#0072B2" title "run means", \
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
  data skip 1 every ::1::1 using 4:5 with points pt 1 ps 0.7 lw 1.3 lc rgb "#0072B2" notitle, \
  data skip 1 every ::2::2 using 8:5:7:9:($5-0.25):($5+0.25) with boxxyerror fs transparent solid 0.3 noborder lc rgb "#D55E00" title "all", \
  data skip 1 every ::2::2 using 7:5:($6-$7):(0) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::2::2 using 6:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::2::2 using 7:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::2::2 using 9:5:($10-$9):(0) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::2::2 using 10:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::2::2 using 9:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::2::2 using 7:($5-0.25):($9-$7):(0) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::2::2 using 7:($5+0.25):($9-$7):(0) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::2::2 using 8:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#D55E00" lw 4 dt solid notitle, \
  data skip 1 every ::2::2 using 11:5 with points pt 13 ps 0.9 lc rgb "#ffffff" notitle, \
  data skip 1 every ::2::2 using 11:5 with points pt 12 ps 0.9 lw 1.5 lc rgb "#D55E00" notitle, \
  data skip 1 every ::3::317 using 4:5 with points pt 1 ps 0.7 lw 1.3 lc rgb "#D55E00" notitle, \
  data skip 1 every ::318::318 using 8:5:7:9:($5-0.25):($5+0.25) with boxxyerror fs transparent solid 0.3 noborder lc rgb "#009E73" title "one", \
  data skip 1 every ::318::318 using 7:5:($6-$7):(0) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::318::318 using 6:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::318::318 using 7:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::318::318 using 9:5:($10-$9):(0) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::318::318 using 10:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::318::318 using 9:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::318::318 using 7:($5-0.25):($9-$7):(0) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::318::318 using 7:($5+0.25):($9-$7):(0) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::318::318 using 8:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#009E73" lw 4 dt solid notitle, \
  data skip 1 every ::318::318 using 11:5 with points pt 13 ps 0.9 lc rgb "#ffffff" notitle, \
  data skip 1 every ::318::318 using 11:5 with points pt 12 ps 0.9 lw 1.5 lc rgb "#009E73" notitle, \
  data skip 1 every ::319::338 using 4:5 with points pt 1 ps 0.7 lw 1.3 lc rgb "#009E73" notitle, \
  data skip 1 every ::339::339 using 4:(0.515):(0):(3.485-(0.515)) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::340::340 using 4:(0.515):(0):(3.485-(0.515)) with vectors nohead lc rgb "#333333" lw 1.5 dt solid notitle

# Panel 2
set lmargin at screen 0.606; set rmargin at screen 0.983
set tmargin at screen 0.9125; set bmargin at screen 0.155
set xrange [0.72:0.9]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0.75" 0.75, "0.80" 0.8, "0.85" 0.85, "0.90" 0.9)
set yrange [0.515:3.485]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("run means" 1, "all runs,\nall epochs" 2, "epochs of\none run" 3)
unset grid
set grid xtics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "critical coupling ​{/:Italic J}_c" at screen 0.7945, screen 0.04625 center tc rgb "#333333"
set label "exact" at screen 0.698753, screen 0.9425 center tc rgb "#333333"
set label "KL-optimal" at screen 0.80271, screen 0.9425 center tc rgb "#333333"
plot \
  data skip 1 every ::341::341 using 8:5:7:9:($5-0.25):($5+0.25) with boxxyerror fs transparent solid 0.3 noborder lc rgb "#0072B2" title "run means", \
  data skip 1 every ::341::341 using 7:5:($6-$7):(0) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::341::341 using 6:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::341::341 using 7:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::341::341 using 9:5:($10-$9):(0) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::341::341 using 10:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::341::341 using 9:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::341::341 using 7:($5-0.25):($9-$7):(0) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::341::341 using 7:($5+0.25):($9-$7):(0) with vectors nohead lc rgb "#0072B2" lw 2 dt solid notitle, \
  data skip 1 every ::341::341 using 8:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#0072B2" lw 4 dt solid notitle, \
  data skip 1 every ::341::341 using 11:5 with points pt 13 ps 0.9 lc rgb "#ffffff" notitle, \
  data skip 1 every ::341::341 using 11:5 with points pt 12 ps 0.9 lw 1.5 lc rgb "#0072B2" notitle, \
  data skip 1 every ::342::342 using 4:5 with points pt 1 ps 0.7 lw 1.3 lc rgb "#0072B2" notitle, \
  data skip 1 every ::343::343 using 8:5:7:9:($5-0.25):($5+0.25) with boxxyerror fs transparent solid 0.3 noborder lc rgb "#D55E00" title "all", \
  data skip 1 every ::343::343 using 7:5:($6-$7):(0) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::343::343 using 6:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::343::343 using 7:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::343::343 using 9:5:($10-$9):(0) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::343::343 using 10:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::343::343 using 9:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::343::343 using 7:($5-0.25):($9-$7):(0) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::343::343 using 7:($5+0.25):($9-$7):(0) with vectors nohead lc rgb "#D55E00" lw 2 dt solid notitle, \
  data skip 1 every ::343::343 using 8:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#D55E00" lw 4 dt solid notitle, \
  data skip 1 every ::343::343 using 11:5 with points pt 13 ps 0.9 lc rgb "#ffffff" notitle, \
  data skip 1 every ::343::343 using 11:5 with points pt 12 ps 0.9 lw 1.5 lc rgb "#D55E00" notitle, \
  data skip 1 every ::344::631 using 4:5 with points pt 1 ps 0.7 lw 1.3 lc rgb "#D55E00" notitle, \
  data skip 1 every ::632::632 using 8:5:7:9:($5-0.25):($5+0.25) with boxxyerror fs transparent solid 0.3 noborder lc rgb "#009E73" title "one", \
  data skip 1 every ::632::632 using 7:5:($6-$7):(0) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::632::632 using 6:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::632::632 using 7:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::632::632 using 9:5:($10-$9):(0) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::632::632 using 10:($5-0.125):(0):(2*0.125) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::632::632 using 9:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::632::632 using 7:($5-0.25):($9-$7):(0) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::632::632 using 7:($5+0.25):($9-$7):(0) with vectors nohead lc rgb "#009E73" lw 2 dt solid notitle, \
  data skip 1 every ::632::632 using 8:($5-0.25):(0):(2*0.25) with vectors nohead lc rgb "#009E73" lw 4 dt solid notitle, \
  data skip 1 every ::632::632 using 11:5 with points pt 13 ps 0.9 lc rgb "#ffffff" notitle, \
  data skip 1 every ::632::632 using 11:5 with points pt 12 ps 0.9 lw 1.5 lc rgb "#009E73" notitle, \
  data skip 1 every ::633::652 using 4:5 with points pt 1 ps 0.7 lw 1.3 lc rgb "#009E73" notitle, \
  data skip 1 every ::653::653 using 4:(0.515):(0):(3.485-(0.515)) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::654::654 using 4:(0.515):(0):(3.485-(0.515)) with vectors nohead lc rgb "#333333" lw 1.5 dt solid notitle

unset multiplot
unset output
