import Foundation

/// The gnuplot script of a figure: everything about the look, and where in `<id>.csv` the numbers are.
struct GnuplotScript {
  let text: String

  init(_ figure: Figure, _ table: FigureTable) {
    let layout = FigureLayout(figure)
    let colours = SeriesColours(figure)
    var lines = Self.header(figure)
    if figure.panels.count > 1 { lines += ["", "set multiplot"] }
    for index in figure.panels.indices {
      let panel = PanelScript(
        figure: figure, index: index, layout: layout.panels[index], area: layout.areas[index],
        cell: layout.cells[index], colours: colours, table: table)
      lines += ["", "# Panel \(index + 1)"] + panel.lines
    }
    if figure.panels.count > 1 { lines += ["", "unset multiplot"] }
    text = lines.joined(separator: "\n") + "\nunset output\n"
  }

  private static func header(_ figure: Figure) -> [String] {
    let name = figure.id.replacing("-", with: "_")
    let font = "\(FigureStyle.fontFamily),\(shortest(FigureStyle.fontSize))"
    return [
      "# \(oneLine(figure.title))",
      "# Reads \(figure.id).csv, writes \(figure.id).svg: gnuplot \(figure.id).gp",
      "reset session",
      "set encoding utf8",
      "set terminal svg size \(figure.width),\(figure.height) enhanced \\",
      "  font \"\(font)\" name \"\(name)\" background rgb \"#ffffff\"",
      "set output \"\(figure.id).svg\"",
      "data = \"\(figure.id).csv\"",
      "set datafile separator comma",
      "set datafile commentschars \"\"",
      "set border lc rgb \"\(FigureStyle.ink)\"",
      "set errorbars 0.6",
      "unset key",
      "set clip one",
      "set clip two",
    ]
  }

  /// A coordinate with at most six significant digits, for places on the page.
  static func place(_ value: Double) -> String {
    String(format: "%.6g", value)
  }
}
