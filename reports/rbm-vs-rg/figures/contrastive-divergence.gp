# Error of contrastive divergence against its number of steps
# Reads contrastive-divergence.csv, writes contrastive-divergence.svg: gnuplot contrastive-divergence.gp
reset session
set encoding utf8
set terminal svg size 720,480 enhanced \
  font "sans-serif,16" name "contrastive_divergence" background rgb "#ffffff"
set output "contrastive-divergence.svg"
data = "contrastive-divergence.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

# Panel 1
set lmargin at screen 0.120744; set rmargin at screen 0.977778
set tmargin at screen 0.970833; set bmargin at screen 0.129167
set xrange [0.887:22.55]
set logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("1" 1, "2" 2, "5" 5, "10" 10, "20" 20, "" 0.9 1, "" 3 1, "" 4 1, "" 6 1, "" 7 1, "" 8 1, "" 9 1)
set yrange [4.655e-05:0.3218]
set logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("10^{−4}" 0.0001, "10^{−3}" 0.001, "10^{−2}" 0.01, "10^{−1}" 0.1, "" 5e-05 1, "" 6e-05 1, "" 7e-05 1, "" 8e-05 1, "" 9e-05 1, "" 0.0002 1, "" 0.0003 1, "" 0.0004 1, "" 0.0005 1, "" 0.0006 1, "" 0.0007 1, "" 0.0008 1, "" 0.0009 1, "" 0.002 1, "" 0.003 1, "" 0.004 1, "" 0.005 1, "" 0.006 1, "" 0.007 1, "" 0.008 1, "" 0.009 1, "" 0.02 1, "" 0.03 1, "" 0.04 1, "" 0.05 1, "" 0.06 1, "" 0.07 1, "" 0.08 1, "" 0.09 1, "" 0.2 1, "" 0.3 1)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "steps k" at screen 0.549261, screen 0.0385417 center tc rgb "#333333"
set label "relative error" at screen 0.0256944, screen 0.55 center rotate by 90 tc rgb "#333333"
plot \
  data skip 1 every ::0::4 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "CD-k", \
  data skip 1 every ::5::9 using 4:5 with points pt 7 ps 0.8 lc rgb "#0072B2" title "CD-k"
unset output
