# Overlap of renormalized and direct systems of the same size
# Reads flow.csv, writes flow.svg: gnuplot flow.gp
reset session
set encoding utf8
set terminal svg size 720,480 enhanced \
  font "sans-serif,16" name "flow" background rgb "#ffffff"
set output "flow.svg"
data = "flow.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

# Panel 1
set lmargin at screen 0.100611; set rmargin at screen 0.977778
set tmargin at screen 0.927083; set bmargin at screen 0.129167
set xrange [0.4768:1.1033]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("0.5" 0.5, "0.6" 0.6, "0.7" 0.7, "0.8" 0.8, "0.9" 0.9, "1.0" 1, "1.1" 1.1)
set yrange [0.076:0.724]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.1" 0.1, "0.2" 0.2, "0.3" 0.3, "0.4" 0.4, "0.5" 0.5, "0.6" 0.6, "0.7" 0.7)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "inverse temperature β" at screen 0.539194, screen 0.0385417 center tc rgb "#333333"
set label "[⟨|q|⟩]" at screen 0.0256944, screen 0.528125 center rotate by 90 tc rgb "#333333"
set label "crossing" at screen 0.482589, screen 0.952083 center tc rgb "#333333"
set object rectangle from screen 0.106167, screen 0.775 to screen 0.423967, screen 0.91875 front fc rgb "#30ffffff" fs solid noborder
set object rectangle from screen 0.111722, screen 0.882292 to screen 0.158944, screen 0.907292 front fc rgb "#0072B2" fs transparent solid 0.3 noborder
set label "β_c​ of the literature" at screen 0.170056, screen 0.894792 left front tc rgb "#333333"
set arrow from screen 0.111722, screen 0.846875 to screen 0.158944, screen 0.846875 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "" at screen 0.135333, screen 0.846875 point pt 5 ps 0.9 lc rgb "#D55E00" front
set label "direct, L = 4" at screen 0.170056, screen 0.846875 left front tc rgb "#333333"
set arrow from screen 0.111722, screen 0.798958 to screen 0.158944, screen 0.798958 nohead lc rgb "#009E73" lw 2.2 dt (8,3,2,3) front
set label "" at screen 0.135333, screen 0.798958 point pt 9 ps 0.9 lc rgb "#009E73" front
set label "renormalized, 8 → 4" at screen 0.170056, screen 0.798958 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::1 using 4:7:8 with filledcurves fs transparent solid 0.22 noborder lc rgb "#0072B2" title "β_c​ of the literature", \
  data skip 1 every ::2::20 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "direct, L = 4", \
  data skip 1 every ::21::39 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid notitle, \
  data skip 1 every ::21::39 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "direct, L = 4", \
  data skip 1 every ::40::58 using 4:5 with lines lc rgb "#009E73" lw 2.2 dt (8,3,2,3) title "renormalized, 8 → 4", \
  data skip 1 every ::59::77 using 4:5:6 with yerrorbars pt -1 lc rgb "#009E73" lw 1.5 dt solid notitle, \
  data skip 1 every ::59::77 using 4:5 with points pt 9 ps 0.8 lc rgb "#009E73" title "renormalized, 8 → 4", \
  data skip 1 every ::78::78 using 4:(0.076):(0):(0.724-(0.076)) with vectors nohead lc rgb "#333333" lw 1.5 dt (7,4) notitle
unset output
