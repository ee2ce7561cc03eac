# Magnetisation of direct and renormalized systems of size 512
# Reads inverse-crossing.csv, writes inverse-crossing.svg: gnuplot inverse-crossing.gp
reset session
set encoding utf8
set terminal svg size 720,480 enhanced \
  font "sans-serif,16" name "inverse_crossing" background rgb "#ffffff"
set output "inverse-crossing.svg"
data = "inverse-crossing.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

# Panel 1
set lmargin at screen 0.114389; set rmargin at screen 0.951111
set tmargin at screen 0.927083; set bmargin at screen 0.129167
set xrange [-0.952175:-0.950825]
unset logscale x
set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb "#333333" ("−0.9520" -0.952, "−0.9518" -0.9518, "−0.9516" -0.9516, "−0.9514" -0.9514, "−0.9512" -0.9512, "−0.9510" -0.951)
set yrange [0.34498:0.4156]
unset logscale y
set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb "#333333" ("0.35" 0.35, "0.36" 0.36, "0.37" 0.37, "0.38" 0.38, "0.39" 0.39, "0.40" 0.4, "0.41" 0.41)
unset grid
set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
set border 3 back
unset colorbox
unset label
unset arrow
unset object
set label "μ^2" at screen 0.53275, screen 0.0385417 center tc rgb "#333333"
set label "⟨|m|⟩" at screen 0.0256944, screen 0.528125 center rotate by 90 tc rgb "#333333"
set label "crossing" at screen 0.557036, screen 0.952083 center tc rgb "#333333"
set object rectangle from screen 0.602556, screen 0.822917 to screen 0.94, screen 0.91875 front fc rgb "#30ffffff" fs solid noborder
set object rectangle from screen 0.608111, screen 0.882292 to screen 0.655333, screen 0.907292 front fc rgb "#0072B2" fs transparent solid 0.3 noborder
set arrow from screen 0.608111, screen 0.894792 to screen 0.655333, screen 0.894792 nohead lc rgb "#0072B2" lw 2.2 dt solid front
set label "direct, L = 512" at screen 0.666444, screen 0.894792 left front tc rgb "#333333"
set object rectangle from screen 0.608111, screen 0.834375 to screen 0.655333, screen 0.859375 front fc rgb "#D55E00" fs transparent solid 0.3 noborder
set arrow from screen 0.608111, screen 0.846875 to screen 0.655333, screen 0.846875 nohead lc rgb "#D55E00" lw 2.21 dt (7,4) front
set label "enlarged from L = 32" at screen 0.666444, screen 0.846875 left front tc rgb "#333333"
plot \
  data skip 1 every ::0::16 using 4:6:7 with filledcurves fs transparent solid 0.22 noborder lc rgb "#0072B2" title "direct, L = 512", \
  data skip 1 every ::17::33 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "direct, L = 512", \
  data skip 1 every ::34::50 using 4:6:7 with filledcurves fs transparent solid 0.22 noborder lc rgb "#D55E00" title "enlarged from L = 32", \
  data skip 1 every ::51::67 using 4:5 with lines lc rgb "#D55E00" lw 2.2 dt (7,4) title "enlarged from L = 32", \
  data skip 1 every ::68::68 using 4:(0.34498):(0):(0.4156-(0.34498)) with vectors nohead lc rgb "#333333" lw 1.5 dt (2,3) notitle
unset output
