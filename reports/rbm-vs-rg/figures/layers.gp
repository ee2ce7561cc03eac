# Effective receptive fields, layer by layer
# Reads layers.csv, writes layers.svg: gnuplot layers.gp
reset session
set encoding utf8
set terminal svg size 1100,420 enhanced \
  font "sans-serif,16" name "layers" background rgb "#ffffff"
set output "layers.svg"
data = "layers.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.00727273; set rmargin at screen 0.318788
set tmargin at screen 0.875794; set bmargin at screen 0.0599206
set xrange [-0.5:39.5]
unset logscale x
unset xtics
set yrange [-0.5:39.5]
unset logscale y
unset ytics
unset grid
set border 15 front
set palette defined (0 "#053061", 1 "#2f79b5", 2 "#8ec2dd", 3 "#f7f7f7", 4 "#f3a860", 5 "#c9641d", 6 "#7f3b08")
set cbrange [-1:1]
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold layer 1}" at screen 0.16303, screen 0.913889 center tc rgb "#333333"
plot \
  data skip 1 every ::0::256 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

# Panel 2
set lmargin at screen 0.340606; set rmargin at screen 0.652121
set tmargin at screen 0.875794; set bmargin at screen 0.0599206
set xrange [-0.5:39.5]
unset logscale x
unset xtics
set yrange [-0.5:39.5]
unset logscale y
unset ytics
unset grid
set border 15 front
set palette defined (0 "#053061", 1 "#2f79b5", 2 "#8ec2dd", 3 "#f7f7f7", 4 "#f3a860", 5 "#c9641d", 6 "#7f3b08")
set cbrange [-1:1]
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold layer 2}" at screen 0.496364, screen 0.913889 center tc rgb "#333333"
plot \
  data skip 1 every ::257::1207 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

# Panel 3
set lmargin at screen 0.673939; set rmargin at screen 0.985455
set tmargin at screen 0.875794; set bmargin at screen 0.0599206
set xrange [-0.5:39.5]
unset logscale x
unset xtics
set yrange [-0.5:39.5]
unset logscale y
unset ytics
unset grid
set border 15 front
set palette defined (0 "#053061", 1 "#2f79b5", 2 "#8ec2dd", 3 "#f7f7f7", 4 "#f3a860", 5 "#c9641d", 6 "#7f3b08")
set cbrange [-1:1]
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold layer 3}" at screen 0.829697, screen 0.913889 center tc rgb "#333333"
plot \
  data skip 1 every ::1208::2482 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

unset multiplot
unset output
