# One overlap configuration enlarged again and again, in slices
# Reads chain.csv, writes chain.svg: gnuplot chain.gp
reset session
set encoding utf8
set terminal svg size 1000,720 enhanced \
  font "sans-serif,16" name "chain" background rgb "#ffffff"
set output "chain.svg"
data = "chain.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.008; set rmargin at screen 0.317333
set tmargin at screen 0.946065; set bmargin at screen 0.516435
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
set label "{/:Bold sampled, L = 8}" at screen 0.162667, screen 0.968287 center tc rgb "#333333"
plot \
  data skip 1 every ::0::15 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

# Panel 2
set lmargin at screen 0.341333; set rmargin at screen 0.650667
set tmargin at screen 0.946065; set bmargin at screen 0.516435
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
set label "{/:Bold enlarged, L = 16}" at screen 0.496, screen 0.968287 center tc rgb "#333333"
plot \
  data skip 1 every ::16::99 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

# Panel 3
set lmargin at screen 0.674667; set rmargin at screen 0.984
set tmargin at screen 0.946065; set bmargin at screen 0.516435
set xrange [-0.5:31.5]
unset logscale x
unset xtics
set yrange [-0.5:31.5]
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
set label "{/:Bold enlarged, L = 32}" at screen 0.829333, screen 0.968287 center tc rgb "#333333"
plot \
  data skip 1 every ::100::456 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

# Panel 4
set lmargin at screen 0.008; set rmargin at screen 0.317333
set tmargin at screen 0.446065; set bmargin at screen 0.0164352
set xrange [-0.5:63.5]
unset logscale x
unset xtics
set yrange [-0.5:63.5]
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
set label "{/:Bold enlarged, L = 64}" at screen 0.162667, screen 0.468287 center tc rgb "#333333"
plot \
  data skip 1 every ::457::1875 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

# Panel 5
set lmargin at screen 0.341333; set rmargin at screen 0.650667
set tmargin at screen 0.446065; set bmargin at screen 0.0164352
set xrange [-0.5:127.5]
unset logscale x
unset xtics
set yrange [-0.5:127.5]
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
set label "{/:Bold enlarged, L = 128}" at screen 0.496, screen 0.468287 center tc rgb "#333333"
plot \
  data skip 1 every ::1876::7427 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

unset multiplot
unset output
