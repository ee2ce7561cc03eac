# Autocorrelation times of mixes of updates
# Reads autocorrelation.csv, writes autocorrelation.svg: gnuplot autocorrelation.gp
reset session
set encoding utf8
set terminal svg size 720,380 enhanced \
  font "sans-serif,16" name "autocorrelation" background rgb "#ffffff"
set output "autocorrelation.svg"
data = "autocorrelation.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

# Panel 1
set lmargin at screen 0.103856; set rmargin at screen 0.942444
set tmargin at screen 0.963158; set bmargin at screen 0.0973684
set xrange [0.713:6.287]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("1M 0W 0O" 1, "1M 1W 0O" 2, "1M 2W 0O" 3, "1M 4W 0O" 4, "1M 2W 1O" 5, "1M 2W 2O" 6)
set yrange [1.746:827]
set logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("10^{1}" 10, "10^{2}" 100, "" 2 1, "" 3 1, "" 4 1, "" 5 1, "" 6 1, "" 7 1, "" 8 1, "" 9 1, "" 20 1, "" 30 1, "" 40 1, "" 50 1, "" 60 1, "" 70 1, "" 80 1, "" 90 1, "" 200 1, "" 300 1, "" 400 1, "" 500 1, "" 600 1, "" 700 1, "" 800 1)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "τ_{int}​ / sweeps" at screen 0.0256944, screen 0.530263 center rotate by 90 tc rgb "#333333"
set object rectangle from screen 0.819667, screen 0.831579 to screen 0.931333, screen 0.952632 front fc rgb "#30ffffff" fs solid noborder
set label "" at screen 0.848833, screen 0.922368 point pt 7 ps 0.9 lc rgb "#0072B2" front
set label "|m|" at screen 0.883556, screen 0.922368 left front tc rgb "#333333"
set label "" at screen 0.848833, screen 0.861842 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "p_2" at screen 0.883556, screen 0.861842 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::5 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::0::5 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "|m|", \
  data skip 1 every ::6::11 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::6::11 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "p_2"
unset output
