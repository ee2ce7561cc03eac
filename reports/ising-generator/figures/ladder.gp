# A local rule that makes structure at all scales, and one dream
# Reads ladder.csv, writes ladder.svg: gnuplot ladder.gp
reset session
set encoding utf8
set terminal svg size 1080,560 enhanced \
  font "sans-serif,16" name "ladder" background rgb "#ffffff"
set output "ladder.svg"
data = "ladder.csv"
set datafile separator comma
set datafile commentschars ""
set border lc rgb "#333333"
set errorbars 0.6
unset key
set clip one
set clip two

set multiplot

# Panel 1
set lmargin at screen 0.0115741; set rmargin at screen 0.231019
set tmargin at screen 0.9375; set bmargin at screen 0.514286
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
set label "{/:Bold Sierpinski, 32 × 32}" at screen 0.121296, screen 0.966071 center tc rgb "#333333"
plot \
  data skip 1 every ::0::242 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

# Panel 2
set lmargin at screen 0.261574; set rmargin at screen 0.481019
set tmargin at screen 0.9375; set bmargin at screen 0.514286
set xrange [-0.5:0.5]
unset logscale x
unset xtics
set yrange [-0.5:0.5]
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
set label "{/:Bold L = 1}" at screen 0.371296, screen 0.966071 center tc rgb "#333333"
plot \
  data skip 1 every ::243::243 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

# Panel 3
set lmargin at screen 0.511574; set rmargin at screen 0.731019
set tmargin at screen 0.9375; set bmargin at screen 0.514286
set xrange [-0.5:3.5]
unset logscale x
unset xtics
set yrange [-0.5:3.5]
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
set label "{/:Bold L = 4}" at screen 0.621296, screen 0.966071 center tc rgb "#333333"
plot \
  data skip 1 every ::244::247 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

# Panel 4
set lmargin at screen 0.761574; set rmargin at screen 0.981019
set tmargin at screen 0.9375; set bmargin at screen 0.514286
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
set label "{/:Bold L = 8}" at screen 0.871296, screen 0.966071 center tc rgb "#333333"
plot \
  data skip 1 every ::248::259 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

# Panel 5
set lmargin at screen 0.0115741; set rmargin at screen 0.231019
set tmargin at screen 0.4375; set bmargin at screen 0.0142857
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
set label "{/:Bold L = 16}" at screen 0.121296, screen 0.466071 center tc rgb "#333333"
plot \
  data skip 1 every ::260::299 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

# Panel 6
set lmargin at screen 0.261574; set rmargin at screen 0.481019
set tmargin at screen 0.4375; set bmargin at screen 0.0142857
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
set label "{/:Bold L = 32}" at screen 0.371296, screen 0.466071 center tc rgb "#333333"
plot \
  data skip 1 every ::300::459 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

# Panel 7
set lmargin at screen 0.511574; set rmargin at screen 0.731019
set tmargin at screen 0.4375; set bmargin at screen 0.0142857
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
set label "{/:Bold L = 64}" at screen 0.621296, screen 0.466071 center tc rgb "#333333"
plot \
  data skip 1 every ::460::1159 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

# Panel 8
set lmargin at screen 0.761574; set rmargin at screen 0.981019
set tmargin at screen 0.4375; set bmargin at screen 0.0142857
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
set label "{/:Bold L = 128}" at screen 0.871296, screen 0.466071 center tc rgb "#333333"
plot \
  data skip 1 every ::1160::3949 using (($4+$5)/2):(($6+$7)/2):4:5:6:7:8 with boxxyerror fs solid noborder lc palette notitle

unset multiplot
unset output
