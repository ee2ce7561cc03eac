# Configurations: sampled, blocked, reconstructed, enlarged
# Reads configurations.csv, writes configurations.svg: gnuplot configurations.gp
reset session
set encoding utf8
set terminal svg size 1000,720 enhanced \
  font "sans-serif,16" name "configurations" background rgb "#ffffff"
set output "configurations.svg"
data = "configurations.csv"
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
set xrange [-0.5:31.5]
unset logscale x
unset xtics
set yrange [-0.5:31.5]
unset logscale y
unset ytics
unset grid
set border 15 front
set palette defined (0 "#ffffff", 1 "#1a1a1a")
set cbrange [-2:2]
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold sampled, L = 32}" at screen 0.162667, screen 0.968287 center tc rgb "#333333"
plot \
  data skip 1 every ::0::1014 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

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
set cbrange [-2:2]
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold blocked, L = 16}" at screen 0.496, screen 0.968287 center tc rgb "#333333"
plot \
  data skip 1 every ::1015::1269 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

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
set cbrange [-2:2]
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold reconstructed, L = 32}" at screen 0.829333, screen 0.968287 center tc rgb "#333333"
plot \
  data skip 1 every ::1270::2268 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

# Panel 4
set lmargin at screen 0.008; set rmargin at screen 0.317333
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
set cbrange [-2:2]
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold enlarged, L = 128}" at screen 0.162667, screen 0.468287 center tc rgb "#333333"
plot \
  data skip 1 every ::2269::18103 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

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
set cbrange [-2:2]
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold enlarged with noise, L = 128}" at screen 0.496, screen 0.468287 center tc rgb "#333333"
plot \
  data skip 1 every ::18104::34386 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

# Panel 6
set lmargin at screen 0.674667; set rmargin at screen 0.984
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
set cbrange [-2:2]
unset colorbox
unset label
unset arrow
unset object
set label "{/:Bold direct, L = 128}" at screen 0.829333, screen 0.468287 center tc rgb "#333333"
plot \
  data skip 1 every ::34387::50678 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

unset multiplot
unset output
