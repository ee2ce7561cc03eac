# Ratio of moments and correlation length against temperature
# Reads scaling.csv, writes scaling.svg: gnuplot scaling.gp
reset session
set encoding utf8
set terminal svg size 1040,520 enhanced \
  font "sans-serif,16" name "scaling" background rgb "#ffffff"
set output "scaling.svg"
data = "scaling.csv"
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
set tmargin at screen 0.932692; set bmargin at screen 0.267308
set xrange [0.8962:1.6963]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("1.0" 1, "1.2" 1.2, "1.4" 1.4, "1.6" 1.6)
set yrange [1.3021:2.8969]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("1.4" 1.4, "1.6" 1.6, "1.8" 1.8, "2.0" 2, "2.2" 2.2, "2.4" 2.4, "2.6" 2.6, "2.8" 2.8)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "temperature T = 1/β" at screen 0.277135, screen 0.183654 center tc rgb "#333333"
set label "U_4" at screen 0.0177885, screen 0.6 center rotate by 90 tc rgb "#333333"
set label "T_c​ of the literature" at screen 0.176337, screen 0.955769 center tc rgb "#333333"
set object rectangle from screen 0.0732115, screen 0.00769231 to screen 0.469519, screen 0.140385 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.0770577, screen 0.118269 to screen 0.10975, screen 0.118269 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "" at screen 0.0934038, screen 0.118269 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "L = 4" at screen 0.117442, screen 0.118269 left front tc rgb "#333333"
set arrow from screen 0.277135, screen 0.118269 to screen 0.309827, screen 0.118269 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "" at screen 0.293481, screen 0.118269 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "L = 6" at screen 0.317519, screen 0.118269 left front tc rgb "#333333"
set arrow from screen 0.0770577, screen 0.0740385 to screen 0.10975, screen 0.0740385 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "" at screen 0.0934038, screen 0.0740385 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "L = 8" at screen 0.117442, screen 0.0740385 left front tc rgb "#333333"
set arrow from screen 0.277135, screen 0.0740385 to screen 0.309827, screen 0.0740385 nohead lc rgb "#CC79A7" lw 2.21 dt (2,3) front
set label "" at screen 0.293481, screen 0.0740385 point pt 13 ps 0.9 lc rgb "#CC79A7" front
set label "L = 12" at screen 0.317519, screen 0.0740385 left front tc rgb "#333333"
set arrow from screen 0.0770577, screen 0.0298077 to screen 0.10975, screen 0.0298077 nohead lc rgb "#E69F00" lw 2.2 dt (14,5) front
set label "" at screen 0.0934038, screen 0.0298077 point pt 11 ps 0.9 lc rgb "#E69F00" front
set label "L = 16" at screen 0.117442, screen 0.0298077 left front tc rgb "#333333"
set label "" at screen 0.293481, screen 0.0298077 point pt 7 ps 0.9 lc rgb "#333333" front
set label "independent code" at screen 0.317519, screen 0.0298077 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::15 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "L = 4", \
  data skip 1 every ::16::31 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::16::31 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "L = 4", \
  data skip 1 every ::32::47 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "L = 6", \
  data skip 1 every ::48::63 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::48::63 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "L = 6", \
  data skip 1 every ::64::79 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "L = 8", \
  data skip 1 every ::80::95 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::80::95 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "L = 8", \
  data skip 1 every ::96::119 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (2,3) title "L = 12", \
  data skip 1 every ::120::143 using 4:5:6 with yerrorbars pt -1 lc rgb "#CC79A7" lw 1.5 dt solid notitle, \
  data skip 1 every ::120::143 using 4:5 with points pt 13 ps 0.8 lc rgb "#CC79A7" title "L = 12", \
  data skip 1 every ::144::167 using 4:5 with lines lc rgb "#E69F00" lw 2.2 dt (14,5) title "L = 16", \
  data skip 1 every ::168::191 using 4:5:6 with yerrorbars pt -1 lc rgb "#E69F00" lw 1.5 dt solid notitle, \
  data skip 1 every ::168::191 using 4:5 with points pt 11 ps 0.8 lc rgb "#E69F00" title "L = 16", \
  data skip 1 every ::192::211 using 4:5:6 with yerrorbars pt -1 lc rgb "#333333" lw 1.5 dt solid notitle, \
  data skip 1 every ::192::211 using 4:5 with points pt 7 ps 0.8 lc rgb "#333333" title "independent code", \
  data skip 1 every ::212::212 using 4:(1.3021):(0):(2.8969-(1.3021)) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle

# Panel 2
set lmargin at screen 0.569654; set rmargin at screen 0.984615
set tmargin at screen 0.932692; set bmargin at screen 0.267308
set xrange [0.8962:1.6963]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("1.0" 1, "1.2" 1.2, "1.4" 1.4, "1.6" 1.6)
set yrange [0.1376:0.8271]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.2" 0.2, "0.3" 0.3, "0.4" 0.4, "0.5" 0.5, "0.6" 0.6, "0.7" 0.7, "0.8" 0.8)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "temperature T = 1/β" at screen 0.777135, screen 0.183654 center tc rgb "#333333"
set label "ξ/L" at screen 0.517788, screen 0.6 center rotate by 90 tc rgb "#333333"
set label "T_c​ of the literature" at screen 0.676337, screen 0.955769 center tc rgb "#333333"
set object rectangle from screen 0.573212, screen 0.00769231 to screen 0.969519, screen 0.140385 front fc rgb "#30ffffff" fs solid noborder
set arrow from screen 0.577058, screen 0.118269 to screen 0.60975, screen 0.118269 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "" at screen 0.593404, screen 0.118269 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "L = 4" at screen 0.617442, screen 0.118269 left front tc rgb "#333333"
set arrow from screen 0.777135, screen 0.118269 to screen 0.809827, screen 0.118269 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "" at screen 0.793481, screen 0.118269 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "L = 6" at screen 0.817519, screen 0.118269 left front tc rgb "#333333"
set arrow from screen 0.577058, screen 0.0740385 to screen 0.60975, screen 0.0740385 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "" at screen 0.593404, screen 0.0740385 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "L = 8" at screen 0.617442, screen 0.0740385 left front tc rgb "#333333"
set arrow from screen 0.777135, screen 0.0740385 to screen 0.809827, screen 0.0740385 nohead lc rgb "#CC79A7" lw 2.21 dt (2,3) front
set label "" at screen 0.793481, screen 0.0740385 point pt 13 ps 0.9 lc rgb "#CC79A7" front
set label "L = 12" at screen 0.817519, screen 0.0740385 left front tc rgb "#333333"
set arrow from screen 0.577058, screen 0.0298077 to screen 0.60975, screen 0.0298077 nohead lc rgb "#E69F00" lw 2.2 dt (14,5) front
set label "" at screen 0.593404, screen 0.0298077 point pt 11 ps 0.9 lc rgb "#E69F00" front
set label "L = 16" at screen 0.617442, screen 0.0298077 left front tc rgb "#333333"
set label "" at screen 0.793481, screen 0.0298077 point pt 7 ps 0.9 lc rgb "#333333" front
set label "independent code" at screen 0.817519, screen 0.0298077 left front tc rgb "#333333"
plot \
  data skip 1 every ::213::228 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "L = 4", \
  data skip 1 every ::229::244 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::229::244 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "L = 4", \
  data skip 1 every ::245::260 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "L = 6", \
  data skip 1 every ::261::276 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::261::276 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "L = 6", \
  data skip 1 every ::277::292 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "L = 8", \
  data skip 1 every ::293::308 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::293::308 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "L = 8", \
  data skip 1 every ::309::332 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (2,3) title "L = 12", \
  data skip 1 every ::333::356 using 4:5:6 with yerrorbars pt -1 lc rgb "#CC79A7" lw 1.5 dt solid notitle, \
  data skip 1 every ::333::356 using 4:5 with points pt 13 ps 0.8 lc rgb "#CC79A7" title "L = 12", \
  data skip 1 every ::357::380 using 4:5 with lines lc rgb "#E69F00" lw 2.2 dt (14,5) title "L = 16", \
  data skip 1 every ::381::404 using 4:5:6 with yerrorbars pt -1 lc rgb "#E69F00" lw 1.5 dt solid notitle, \
  data skip 1 every ::381::404 using 4:5 with points pt 11 ps 0.8 lc rgb "#E69F00" title "L = 16", \
  data skip 1 every ::405::424 using 4:5:6 with yerrorbars pt -1 lc rgb "#333333" lw 1.5 dt solid notitle, \
  data skip 1 every ::405::424 using 4:5 with points pt 7 ps 0.8 lc rgb "#333333" title "independent code", \
  data skip 1 every ::425::425 using 4:(0.1376):(0):(0.8271-(0.1376)) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle

unset multiplot
unset output
