# Trained weights against the size of the training configurations
# Reads weights.csv, writes weights.svg: gnuplot weights.gp
reset session
set encoding utf8
set terminal svg size 1080,360 enhanced \
  font "sans-serif,16" name "weights" background rgb "#ffffff"
set output "weights.svg"
data = "weights.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.0762593; set rmargin at screen 0.318519
set tmargin at screen 0.886111; set bmargin at screen 0.322222
set xrange [6:170]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("8" 8, "16" 16, "32" 32, "64" 64, "128" 128)
set yrange [3.17428:3.26482]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("3.18" 3.18, "3.20" 3.2, "3.22" 3.22, "3.24" 3.24, "3.26" 3.26)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold {/:Italic W}_0}" at screen 0.197389, screen 0.930556 center tc rgb "#333333"
set label "training size ​{/:Italic L}" at screen 0.197389, screen 0.201389 center tc rgb "#333333"
set label "weight" at screen 0.0171296, screen 0.604167 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.0888333, screen 0.0111111 to screen 0.294833, screen 0.138889 front fc rgb "#30ffffff" fs solid noborder
set label "" at screen 0.108278, screen 0.106944 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "maximum likelihood" at screen 0.131426, screen 0.106944 left front tc rgb "#333333"
set label "" at screen 0.108278, screen 0.0430556 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "published" at screen 0.131426, screen 0.0430556 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::4 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::0::4 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "maximum likelihood", \
  data skip 1 every ::5::8 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "published"

# Panel 2
set lmargin at screen 0.409593; set rmargin at screen 0.651852
set tmargin at screen 0.886111; set bmargin at screen 0.322222
set xrange [6:170]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("8" 8, "16" 16, "32" 32, "64" 64, "128" 128)
set yrange [1.15884:1.21746]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("1.16" 1.16, "1.17" 1.17, "1.18" 1.18, "1.19" 1.19, "1.20" 1.2, "1.21" 1.21)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold {/:Italic W}_1}" at screen 0.530722, screen 0.930556 center tc rgb "#333333"
set label "training size ​{/:Italic L}" at screen 0.530722, screen 0.201389 center tc rgb "#333333"
set label "weight" at screen 0.350463, screen 0.604167 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.422167, screen 0.0111111 to screen 0.628167, screen 0.138889 front fc rgb "#30ffffff" fs solid noborder
set label "" at screen 0.441611, screen 0.106944 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "maximum likelihood" at screen 0.464759, screen 0.106944 left front tc rgb "#333333"
set label "" at screen 0.441611, screen 0.0430556 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "published" at screen 0.464759, screen 0.0430556 left front tc rgb "#333333"
plot \
  data skip 1 every ::9::13 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::9::13 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "maximum likelihood", \
  data skip 1 every ::14::17 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "published"

# Panel 3
set lmargin at screen 0.742926; set rmargin at screen 0.985185
set tmargin at screen 0.886111; set bmargin at screen 0.322222
set xrange [6:170]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("8" 8, "16" 16, "32" 32, "64" 64, "128" 128)
set yrange [0.48858:0.5764]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.50" 0.5, "0.52" 0.52, "0.54" 0.54, "0.56" 0.56)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold {/:Italic W}_2}" at screen 0.864056, screen 0.930556 center tc rgb "#333333"
set label "training size ​{/:Italic L}" at screen 0.864056, screen 0.201389 center tc rgb "#333333"
set label "weight" at screen 0.683796, screen 0.604167 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.7555, screen 0.0111111 to screen 0.9615, screen 0.138889 front fc rgb "#30ffffff" fs solid noborder
set label "" at screen 0.774944, screen 0.106944 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "maximum likelihood" at screen 0.798093, screen 0.106944 left front tc rgb "#333333"
set label "" at screen 0.774944, screen 0.0430556 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "published" at screen 0.798093, screen 0.0430556 left front tc rgb "#333333"
plot \
  data skip 1 every ::18::22 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::18::22 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "maximum likelihood", \
  data skip 1 every ::23::26 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "published"

unset multiplot
unset output
