# The exponent of linear inverses against the receptive field
# Reads kernels.csv, writes kernels.svg: gnuplot kernels.gp
reset session
set encoding utf8
set terminal svg size 720,400 enhanced \
  font "sans-serif,16" name "kernels" background rgb "#ffffff"
set output "kernels.svg"
data = "kernels.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

# Panel 1
set lmargin at screen 0.114389; set rmargin at screen 0.920889
set tmargin at screen 0.965; set bmargin at screen 0.155
set xrange [0.76:7.24]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("own site" 1, "2 × 2" 2, "plus" 3, "3 × 3" 4, "4 × 4" 5, "5 × 5" 6, "7 × 7" 7)
set yrange [0.08701:0.2062]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.10" 0.1, "0.12" 0.12, "0.14" 0.14, "0.16" 0.16, "0.18" 0.18, "0.20" 0.2)
unset grid
set grid ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "coarse window" at screen 0.517639, screen 0.04625 center tc rgb "#333333"
set label "β/ν = −log_2​ gain" at screen 0.0256944, screen 0.56 center rotate by 90 tc rgb "#333333"
set label "Ising" at screen 0.932, screen 0.413175 left tc rgb "#333333"
plot \
  data skip 1 every ::0::0 using (0.76):5:(7.24-(0.76)):(0) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle, \
  data skip 1 every ::1::7 using 4:5:6 with yerrorbars pt -1 lc rgb "#0072B2" lw 1.5 dt solid notitle, \
  data skip 1 every ::1::7 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "linear"
unset output
