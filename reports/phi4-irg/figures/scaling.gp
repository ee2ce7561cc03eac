# Magnetisation and susceptibility against size
# Reads scaling.csv, writes scaling.svg: gnuplot scaling.gp
reset session
set encoding utf8
set terminal svg size 1100,480 enhanced \
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
set lmargin at screen 0.0838909; set rmargin at screen 0.485455
set tmargin at screen 0.970833; set bmargin at screen 0.129167
set xrange [6.773:604.7]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("8" 8, "16" 16, "32" 32, "64" 64, "128" 128, "256" 256, "512" 512)
set yrange [0.81968:0.85315]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.820" 0.82, "0.825" 0.825, "0.830" 0.83, "0.835" 0.835, "0.840" 0.84, "0.845" 0.845, "0.850" 0.85)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "linear size ​{/:Italic L}" at screen 0.284673, screen 0.0385417 center tc rgb "#333333"
set label "⟨|m|⟩ L^{1/8}" at screen 0.0168182, screen 0.55 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.330618, screen 0.81875 to screen 0.478182, screen 0.9625 front fc rgb "#30ffffff" fs solid noborder
set label "" at screen 0.349709, screen 0.938542 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "direct" at screen 0.372436, screen 0.938542 left front tc rgb "#333333"
set label "" at screen 0.349709, screen 0.890625 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "from L = 32" at screen 0.372436, screen 0.890625 left front tc rgb "#333333"
set label "" at screen 0.349709, screen 0.842708 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "from L = 8" at screen 0.372436, screen 0.842708 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::6 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::0::6 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "direct", \
  data skip 1 every ::7::11 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::7::11 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "from L = 32", \
  data skip 1 every ::12::18 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::12::18 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "from L = 8"

# Panel 2
set lmargin at screen 0.574873; set rmargin at screen 0.985455
set tmargin at screen 0.970833; set bmargin at screen 0.129167
set xrange [6.773:604.7]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("8" 8, "16" 16, "32" 32, "64" 64, "128" 128, "256" 256, "512" 512)
set yrange [0.72437:0.8285]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.74" 0.74, "0.76" 0.76, "0.78" 0.78, "0.80" 0.8, "0.82" 0.82)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "linear size ​{/:Italic L}" at screen 0.780164, screen 0.0385417 center tc rgb "#333333"
set label "V⟨m^2⟩/L^{7/4}" at screen 0.516818, screen 0.55 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.578509, screen 0.145833 to screen 0.726073, screen 0.289583 front fc rgb "#30ffffff" fs solid noborder
set label "" at screen 0.5976, screen 0.265625 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "direct" at screen 0.620327, screen 0.265625 left front tc rgb "#333333"
set label "" at screen 0.5976, screen 0.217708 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "from L = 32" at screen 0.620327, screen 0.217708 left front tc rgb "#333333"
set label "" at screen 0.5976, screen 0.169792 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "from L = 8" at screen 0.620327, screen 0.169792 left front tc rgb "#333333"
plot \
  data skip 1 every ::19::25 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::19::25 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "direct", \
  data skip 1 every ::26::30 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::26::30 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "from L = 32", \
  data skip 1 every ::31::37 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::31::37 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "from L = 8"

unset multiplot
unset output
