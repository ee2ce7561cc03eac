import Foundation
import Testing

@testable import Notebook

@Suite("A figure's script")
struct GnuplotScriptTests {
  @Test("is this text for the small figure")
  func pinned() throws {
    let text = String(decoding: try smallFigure.files().script, as: UTF8.self)
    #expect(
      text.replacing("\u{200B}", with: "␣") == #"""
        # Magnetization
        # Reads magnetization.csv, writes magnetization.svg: gnuplot magnetization.gp
        reset session
        set encoding utf8
        set terminal svg size 720,480 enhanced \
          font "sans-serif,16" name "magnetization" background rgb "#ffffff"
        set output "magnetization.svg"
        data = "magnetization.csv"
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
        set xrange [0.9492:2.3198]
        unset logscale x
        set xtics out nomirror scale 0.6,0.3 norotate autojustify offset 0,0.5 textcolor rgb \#
        "#333333" ("1.0" 1, "1.2" 1.2, "1.4" 1.4, "1.6" 1.6, "1.8" 1.8, "2.0" 2, "2.2" 2.2)
        set yrange [0:1]
        unset logscale y
        set ytics out nomirror scale 0.6,0.3 norotate autojustify offset 0.5,0 textcolor rgb \#
        "#333333" ("0" 0, "0.2" 0.2, "0.4" 0.4, "0.6" 0.6, "0.8" 0.8, "1.0" 1)
        unset grid
        set grid xtics ytics back lt 1 lc rgb "#e4e4e4" lw 1 dt solid
        set border 3 back
        unset colorbox
        unset label
        unset arrow
        unset object
        set label "temperature ␣{/:Italic T}" at screen 0.539194, screen 0.0385417 center tc rgb \#
        "#333333"
        set label "{/:Italic m}" at screen 0.0256944, screen 0.528125 center rotate by 90 tc rgb \#
        "#333333"
        set label "{/:Italic T}_c" at screen 0.945266, screen 0.952083 center tc rgb "#333333"
        set object rectangle from screen 0.733444, screen 0.822917 to screen 0.966667, screen 0.91875 \#
        front fc rgb "#30ffffff" fs solid noborder
        set arrow from screen 0.739, screen 0.894792 to screen 0.786222, screen 0.894792 nohead lc \#
        rgb "#0072B2" lw 2.2 dt solid front
        set label "exact" at screen 0.797333, screen 0.894792 left front tc rgb "#333333"
        set label "" at screen 0.762611, screen 0.846875 point pt 5 ps 0.9 lc rgb "#D55E00" front
        set label "L = 8, \"wet\"" at screen 0.797333, screen 0.846875 left front tc rgb "#333333"
        plot \
          data skip 1 every ::0::1 using 4:5 with lines lc rgb "#0072B2" lw 2.2 dt solid title "exact", \
          data skip 1 every ::3::4 using 4:5:6 with yerrorbars pt -1 lc rgb "#D55E00" lw 1.5 dt solid \#
        notitle, \
          data skip 1 every ::3::4 using 4:5 with points pt 5 ps 0.8 lc rgb "#D55E00" title "L = 8, \#
        \"wet\"", \
          data skip 1 every ::5::5 using 4:(0):(0):(1-(0)) with vectors nohead lc rgb "#333333" lw \#
        1.5 dt (7,4) notitle
        unset output

        """#)
  }

  @Test("names no folder and no time, and only its own files")
  func selfContained() throws {
    let text = String(decoding: try fullFigure.files().script, as: UTF8.self)
    #expect(!text.contains("/tmp") && !text.contains("date\""))
    #expect(text.contains("data = \"every-element.csv\""))
    #expect(text.contains("set output \"every-element.svg\""))
  }
}
