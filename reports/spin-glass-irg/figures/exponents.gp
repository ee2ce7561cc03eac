# β/ν of each pair of sizes for the maps that draw spins
# Reads exponents.csv, writes exponents.svg: gnuplot exponents.gp
reset session
set encoding utf8
set terminal svg size 720,720 enhanced \
  font "sans-serif,16" name "exponents" background rgb "#ffffff"
set output "exponents.svg"
data = "exponents.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

# Panel 1
set lmargin at screen 0.114389; set rmargin at screen 0.977778
set tmargin at screen 0.980556; set bmargin at screen 0.448611
set xrange [3.451:185.5]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("4" 4, "6" 6, "8" 8, "12" 12, "16" 16, "32" 32, "64" 64, "128" 128)
set yrange [0.27547:0.38686]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.28" 0.28, "0.30" 0.3, "0.32" 0.32, "0.34" 0.34, "0.36" 0.36, "0.38" 0.38)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "smaller size of the pair" at screen 0.546083, screen 0.388194 center tc rgb "#333333"
set label "β/ν" at screen 0.0256944, screen 0.714583 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.213361, screen 0.00555556 to screen 0.862139, screen 0.356944 front fc rgb "#30ffffff" fs solid noborder
set object rectangle from screen 0.218917, screen 0.332639 to screen 0.266139, screen 0.349306 front fc rgb "#0072B2" fs transparent solid 0.3 noborder
set label "literature" at screen 0.27725, screen 0.340972 left front tc rgb "#333333"
set arrow from screen 0.218917, screen 0.309028 to screen 0.266139, screen 0.309028 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "" at screen 0.242528, screen 0.309028 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "logistic (10 weights)" at screen 0.27725, screen 0.309028 left front tc rgb "#333333"
set arrow from screen 0.218917, screen 0.277083 to screen 0.266139, screen 0.277083 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "" at screen 0.242528, screen 0.277083 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "network" at screen 0.27725, screen 0.277083 left front tc rgb "#333333"
set arrow from screen 0.218917, screen 0.245139 to screen 0.266139, screen 0.245139 nohead lc rgb "#CC79A7" lw 2.21 dt (2,3) front
set label "" at screen 0.242528, screen 0.245139 point pt 13 ps 0.9 lc rgb "#CC79A7" front
set label "patterns" at screen 0.27725, screen 0.245139 left front tc rgb "#333333"
set arrow from screen 0.218917, screen 0.213194 to screen 0.266139, screen 0.213194 nohead lc rgb "#E69F00" lw 2.2 dt (14,5) front
set label "" at screen 0.242528, screen 0.213194 point pt 11 ps 0.9 lc rgb "#E69F00" front
set label "patterns, majority kept" at screen 0.27725, screen 0.213194 left front tc rgb "#333333"
set arrow from screen 0.218917, screen 0.18125 to screen 0.266139, screen 0.18125 nohead lc rgb "#56B4E9" lw 2.21 dt solid front
set label "" at screen 0.242528, screen 0.18125 point pt 6 ps 0.9 lc rgb "#56B4E9" front
set label "autoregressive" at screen 0.27725, screen 0.18125 left front tc rgb "#333333"
set arrow from screen 0.218917, screen 0.149306 to screen 0.266139, screen 0.149306 nohead lc rgb "#000000" lw 2.2 dt (7,4) front
set label "" at screen 0.242528, screen 0.149306 point pt 4 ps 0.9 lc rgb "#000000" front
set label "logistic with calibrated gain" at screen 0.27725, screen 0.149306 left front tc rgb "#333333"
set arrow from screen 0.218917, screen 0.117361 to screen 0.266139, screen 0.117361 nohead lc rgb "#0072B2" lw 2.21 dt (8,3,2,3) front
set label "" at screen 0.242528, screen 0.117361 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "logistic, level 2 of L = 12, from blocked L = 8" at screen 0.27725, screen 0.117361 left front tc rgb "#333333"
set arrow from screen 0.218917, screen 0.0854167 to screen 0.266139, screen 0.0854167 nohead lc rgb "#D55E00" lw 2.2 dt (2,3) front
set label "" at screen 0.242528, screen 0.0854167 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "logistic, level 2 of L = 12, from blocked L = 12" at screen 0.27725, screen 0.0854167 left front tc rgb "#333333"
set arrow from screen 0.218917, screen 0.0534722 to screen 0.266139, screen 0.0534722 nohead lc rgb "#009E73" lw 2.21 dt (14,5) front
set label "" at screen 0.242528, screen 0.0534722 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "logistic, level 2 of L = 16, from blocked L = 8" at screen 0.27725, screen 0.0534722 left front tc rgb "#333333"
set arrow from screen 0.218917, screen 0.0215278 to screen 0.266139, screen 0.0215278 nohead lc rgb "#CC79A7" lw 2.2 dt solid front
set label "" at screen 0.242528, screen 0.0215278 point pt 13 ps 0.9 lc rgb "#CC79A7" front
set label "logistic, level 2 of L = 16, from blocked L = 16" at screen 0.27725, screen 0.0215278 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::1 using 4:7:8 with filledcurves fs transparent solid 0.22 noborder lc rgb "#0072B2" title "literature", \
  data skip 1 every ::2::5 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "logistic (10 weights)", \
  data skip 1 every ::6::9 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::6::9 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "logistic (10 weights)", \
  data skip 1 every ::10::12 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "network", \
  data skip 1 every ::13::15 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::13::15 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "network", \
  data skip 1 every ::16::18 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt (2,3) title "patterns", \
  data skip 1 every ::19::21 using 4:5:6 with yerrorbars pt -1 lc rgb "#CC79A7" lw 1.5 dt solid notitle, \
  data skip 1 every ::19::21 using 4:5 with points pt 13 ps 0.8 lc rgb "#CC79A7" title "patterns", \
  data skip 1 every ::22::24 using 4:5 with lines lc rgb "#E69F00" lw 2.2 dt (14,5) title "patterns, majority kept", \
  data skip 1 every ::25::27 using 4:5:6 with yerrorbars pt -1 lc rgb "#E69F00" lw 1.5 dt solid notitle, \
  data skip 1 every ::25::27 using 4:5 with points pt 11 ps 0.8 lc rgb "#E69F00" title "patterns, majority kept", \
  data skip 1 every ::28::30 using 4:5 with lines lc rgb "#56B4E9" lw 2.2 dt solid title "autoregressive", \
  data skip 1 every ::31::33 using 4:5:6 with yerrorbars pt -1 lc rgb "#56B4E9" lw 1.5 dt solid notitle, \
  data skip 1 every ::31::33 using 4:5 with points pt 6 ps 0.8 lc rgb "#56B4E9" title "autoregressive", \
  data skip 1 every ::34::36 using 4:5 with lines lc rgb "#000000" lw 2.2 dt (7,4) title "logistic with calibrated gain", \
  data skip 1 every ::37::39 using 4:5:6 with yerrorbars pt -1 lc rgb "#000000" lw 1.5 dt solid notitle, \
  data skip 1 every ::37::39 using 4:5 with points pt 4 ps 0.8 lc rgb "#000000" title "logistic with calibrated gain", \
  data skip 1 every ::40::41 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt (8,3,2,3) title "logistic, level 2 of L = 12, from blocked L = 8", \
  data skip 1 every ::42::43 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::42::43 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "logistic, level 2 of L = 12, from blocked L = 8", \
  data skip 1 every ::44::45 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (2,3) title "logistic, level 2 of L = 12, from blocked L = 12", \
  data skip 1 every ::46::47 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::46::47 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "logistic, level 2 of L = 12, from blocked L = 12", \
  data skip 1 every ::48::49 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (14,5) title "logistic, level 2 of L = 16, from blocked L = 8", \
  data skip 1 every ::50::51 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::50::51 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "logistic, level 2 of L = 16, from blocked L = 8", \
  data skip 1 every ::52::53 using 4:5 with lines lc rgb "#CC79A7" lw 2.2 dt solid title "logistic, level 2 of L = 16, from blocked L = 16", \
  data skip 1 every ::54::55 using 4:5:6 with yerrorbars pt -1 lc rgb "#CC79A7" lw 1.5 dt solid notitle, \
  data skip 1 every ::54::55 using 4:5 with points pt 13 ps 0.8 lc rgb "#CC79A7" title "logistic, level 2 of L = 16, from blocked L = 16"
unset output
