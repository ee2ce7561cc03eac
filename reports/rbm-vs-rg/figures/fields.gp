# Receptive fields of hidden units at several couplings
# Reads fields.csv, writes fields.svg: gnuplot fields.gp
reset session
set encoding utf8
set terminal svg size 1100,320 enhanced \
  font "sans-serif,16" name "fields" background rgb "#ffffff"
set output "fields.svg"
data = "fields.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.00727273; set rmargin at screen 0.185455
set tmargin at screen 0.764062; set bmargin at screen 0.151563
set xrange [-0.5:15.5]
unset logscale x
unset xtics
set yrange [-0.5:15.5]
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
set label "{/:Bold K = 0.3}" at screen 0.0963636, screen 0.814063 center tc rgb "#333333"
plot \
  data skip 1 every ::0::227 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

# Panel 2
set lmargin at screen 0.207273; set rmargin at screen 0.385455
set tmargin at screen 0.764062; set bmargin at screen 0.151563
set xrange [-0.5:15.5]
unset logscale x
unset xtics
set yrange [-0.5:15.5]
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
set label "{/:Bold K = 0.36}" at screen 0.296364, screen 0.814063 center tc rgb "#333333"
plot \
  data skip 1 every ::228::435 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

# Panel 3
set lmargin at screen 0.407273; set rmargin at screen 0.585455
set tmargin at screen 0.764062; set bmargin at screen 0.151563
set xrange [-0.5:15.5]
unset logscale x
unset xtics
set yrange [-0.5:15.5]
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
set label "{/:Bold K = 0.408}" at screen 0.496364, screen 0.814063 center tc rgb "#333333"
plot \
  data skip 1 every ::436::647 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

# Panel 4
set lmargin at screen 0.607273; set rmargin at screen 0.785455
set tmargin at screen 0.764062; set bmargin at screen 0.151563
set xrange [-0.5:15.5]
unset logscale x
unset xtics
set yrange [-0.5:15.5]
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
set label "{/:Bold K = 0.4407}" at screen 0.696364, screen 0.814063 center tc rgb "#333333"
plot \
  data skip 1 every ::648::877 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

# Panel 5
set lmargin at screen 0.807273; set rmargin at screen 0.985455
set tmargin at screen 0.764062; set bmargin at screen 0.151563
set xrange [-0.5:15.5]
unset logscale x
unset xtics
set yrange [-0.5:15.5]
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
set label "{/:Bold K = 0.46}" at screen 0.896364, screen 0.814063 center tc rgb "#333333"
plot \
  data skip 1 every ::878::1121 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

unset multiplot
unset output
