# Slices of two replicas, their overlap and its renormalization
# Reads replicas.csv, writes replicas.svg: gnuplot replicas.gp
reset session
set encoding utf8
set terminal svg size 1000,300 enhanced \
  font "sans-serif,16" name "replicas" background rgb "#ffffff"
set output "replicas.svg"
data = "replicas.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.008; set rmargin at screen 0.234
set tmargin at screen 0.831667; set bmargin at screen 0.0783333
set xrange [-0.5:15.5]
unset logscale x
unset xtics
set yrange [-0.5:15.5]
unset logscale y
unset ytics
unset grid
set border 15 front
set palette defined (0 "#ffffff", 1 "#1a1a1a")
set cbrange [-1:1]
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold replica s}" at screen 0.121, screen 0.885 center tc rgb "#333333"
plot \
  data skip 1 every ::0::129 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

# Panel 2
set lmargin at screen 0.258; set rmargin at screen 0.484
set tmargin at screen 0.831667; set bmargin at screen 0.0783333
set xrange [-0.5:15.5]
unset logscale x
unset xtics
set yrange [-0.5:15.5]
unset logscale y
unset ytics
unset grid
set border 15 front
set palette defined (0 "#ffffff", 1 "#1a1a1a")
set cbrange [-1:1]
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold replica t}" at screen 0.371, screen 0.885 center tc rgb "#333333"
plot \
  data skip 1 every ::130::267 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

# Panel 3
set lmargin at screen 0.508; set rmargin at screen 0.734
set tmargin at screen 0.831667; set bmargin at screen 0.0783333
set xrange [-0.5:15.5]
unset logscale x
unset xtics
set yrange [-0.5:15.5]
unset logscale y
unset ytics
unset grid
set border 15 front
set palette defined (0 "#ffffff", 1 "#1a1a1a")
set cbrange [-1:1]
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold overlap ρ = st, L = 16}" at screen 0.621, screen 0.885 center tc rgb "#333333"
plot \
  data skip 1 every ::268::361 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

# Panel 4
set lmargin at screen 0.758; set rmargin at screen 0.984
set tmargin at screen 0.831667; set bmargin at screen 0.0783333
set xrange [-0.5:7.5]
unset logscale x
unset xtics
set yrange [-0.5:7.5]
unset logscale y
unset ytics
unset grid
set border 15 front
set palette defined (0 "#ffffff", 1 "#1a1a1a")
set cbrange [-1:1]
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold renormalized, L = 8}" at screen 0.871, screen 0.885 center tc rgb "#333333"
plot \
  data skip 1 every ::362::383 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

unset multiplot
unset output
