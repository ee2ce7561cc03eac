# Enlarged and direct systems of size 16
# Reads crossing-16.csv, writes crossing-16.svg: gnuplot crossing-16.gp
reset session
set encoding utf8
set terminal svg size 1040,540 enhanced \
  font "sans-serif,16" name "crossing_16" background rgb "#ffffff"
set output "crossing-16.svg"
data = "crossing-16.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.0791923; set rmargin at screen 0.484615
set tmargin at screen 0.935185; set bmargin at screen 0.257407
set xrange [0.5641:0.9919]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0.6" 0.6, "0.7" 0.7, "0.8" 0.8, "0.9" 0.9)
set yrange [0.05:0.4443]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.05" 0.05, "0.10" 0.1, "0.15" 0.15, "0.20" 0.2, "0.25" 0.25, "0.30" 0.3, "0.35" 0.35, "0.40" 0.4)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "inverse temperature β" at screen 0.281904, screen 0.176852 center tc rgb "#333333"
set label "[⟨|q|⟩]" at screen 0.0177885, screen 0.596296 center rotate by 90 tc rgb "#333333"
set label "β_c​ of the literature" at screen 0.40463, screen 0.957407 center tc rgb "#333333"
set object rectangle from screen 0.13425, screen 0.00740741 to screen 0.418019, screen 0.135185 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.138096, screen 0.113889 to screen 0.170788, screen 0.113889 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "" at screen 0.154442, screen 0.113889 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "direct, L = 16" at screen 0.178481, screen 0.113889 left front tc rgb "#333333"
set arrow from screen 0.138096, screen 0.0712963 to screen 0.170788, screen 0.0712963 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "" at screen 0.154442, screen 0.0712963 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "logistic (10 weights), 8 → 16" at screen 0.178481, screen 0.0712963 left front tc rgb "#333333"
set arrow from screen 0.138096, screen 0.0287037 to screen 0.170788, screen 0.0287037 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "" at screen 0.154442, screen 0.0287037 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "autoregressive, 8 → 16" at screen 0.178481, screen 0.0287037 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::10 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "direct, L = 16", \
  data skip 1 every ::11::21 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::11::21 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "direct, L = 16", \
  data skip 1 every ::22::32 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "logistic (10 weights), 8 → 16", \
  data skip 1 every ::33::43 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::33::43 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "logistic (10 weights), 8 → 16", \
  data skip 1 every ::44::54 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "autoregressive, 8 → 16", \
  data skip 1 every ::55::65 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::55::65 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "autoregressive, 8 → 16", \
  data skip 1 every ::66::66 using 4:(0.05):(0):(0.4443-(0.05)) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle

# Panel 2
set lmargin at screen 0.569654; set rmargin at screen 0.984615
set tmargin at screen 0.935185; set bmargin at screen 0.257407
set xrange [0.5641:0.9919]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0.6" 0.6, "0.7" 0.7, "0.8" 0.8, "0.9" 0.9)
set yrange [0.1155:0.7773]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.2" 0.2, "0.3" 0.3, "0.4" 0.4, "0.5" 0.5, "0.6" 0.6, "0.7" 0.7)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "inverse temperature β" at screen 0.777135, screen 0.176852 center tc rgb "#333333"
set label "ξ/L" at screen 0.517788, screen 0.596296 center rotate by 90 tc rgb "#333333"
set label "β_c​ of the literature" at screen 0.902748, screen 0.957407 center tc rgb "#333333"
set object rectangle from screen 0.629481, screen 0.00740741 to screen 0.91325, screen 0.135185 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.633327, screen 0.113889 to screen 0.666019, screen 0.113889 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "" at screen 0.649673, screen 0.113889 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "direct, L = 16" at screen 0.673712, screen 0.113889 left front tc rgb "#333333"
set arrow from screen 0.633327, screen 0.0712963 to screen 0.666019, screen 0.0712963 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "" at screen 0.649673, screen 0.0712963 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "logistic (10 weights), 8 → 16" at screen 0.673712, screen 0.0712963 left front tc rgb "#333333"
set arrow from screen 0.633327, screen 0.0287037 to screen 0.666019, screen 0.0287037 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "" at screen 0.649673, screen 0.0287037 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "autoregressive, 8 → 16" at screen 0.673712, screen 0.0287037 left front tc rgb "#333333"
plot \
  data skip 1 every ::67::77 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "direct, L = 16", \
  data skip 1 every ::78::88 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::78::88 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "direct, L = 16", \
  data skip 1 every ::89::99 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "logistic (10 weights), 8 → 16", \
  data skip 1 every ::100::110 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::100::110 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "logistic (10 weights), 8 → 16", \
  data skip 1 every ::111::121 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "autoregressive, 8 → 16", \
  data skip 1 every ::122::132 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::122::132 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "autoregressive, 8 → 16", \
  data skip 1 every ::133::133 using 4:(0.1155):(0):(0.7773-(0.1155)) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle

unset multiplot
unset output
