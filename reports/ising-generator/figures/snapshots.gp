# Monte Carlo and dreams
# Reads snapshots.csv, writes snapshots.svg: gnuplot snapshots.gp
reset session
set encoding utf8
set terminal svg size 900,900 enhanced \
  font "sans-serif,16" name "snapshots" background rgb "#ffffff"
set output "snapshots.svg"
data = "snapshots.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.0194444; set rmargin at screen 0.471667
set tmargin at screen 0.961111; set bmargin at screen 0.508889
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
set label "{/:Bold Monte Carlo, L = 128}" at screen 0.245556, screen 0.978889 center tc rgb "#333333"
plot \
  data skip 1 every ::0::2502 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

# Panel 2
set lmargin at screen 0.519444; set rmargin at screen 0.971667
set tmargin at screen 0.961111; set bmargin at screen 0.508889
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
set label "{/:Bold dream, L = 128}" at screen 0.745556, screen 0.978889 center tc rgb "#333333"
plot \
  data skip 1 every ::2503::5295 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

# Panel 3
set lmargin at screen 0.0194444; set rmargin at screen 0.471667
set tmargin at screen 0.461111; set bmargin at screen 0.00888889
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
set label "{/:Bold dream of a tuned net, L = 128}" at screen 0.245556, screen 0.478889 center tc rgb "#333333"
plot \
  data skip 1 every ::5296::8174 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

# Panel 4
set lmargin at screen 0.519444; set rmargin at screen 0.971667
set tmargin at screen 0.461111; set bmargin at screen 0.00888889
set xrange [-0.5:255.5]
unset logscale x
unset xtics
set yrange [-0.5:255.5]
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
set label "{/:Bold dream, L = 4096, block averages}" at screen 0.745556, screen 0.478889 center tc rgb "#333333"
plot \
  data skip 1 every ::8175::72710 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

unset multiplot
unset output
