import Foundation

/// The part of a gnuplot script that draws one panel. Every setting that a panel may have is either set or
/// unset, so that panels do not influence one another.
struct PanelScript {
  let figure: Figure
  let index: Int
  let layout: PanelLayout
  let area: PanelLayout.Area
  let cell: PanelLayout.Area
  let colours: SeriesColours
  let table: FigureTable

  var panel: Panel { figure.panels[index] }

  var lines: [String] {
    margins + axis("x", panel.x, layout.x, layout.xTicks) + axis("y", panel.y, layout.y, layout.yTicks)
      + frame + colourBar + ["unset label", "unset arrow", "unset object"] + names + lineLabels + remarks
      + LegendScript(self).lines + plot
  }

  // MARK: Places

  /// A place on the page, given in points from the top left corner.
  func page(_ x: Double, _ y: Double) -> String {
    "screen \(across(x)), screen \(up(y))"
  }

  /// Horizontal place on the page, from 0 to 1.
  private func across(_ points: Double) -> String {
    GnuplotScript.place(points / Double(figure.width))
  }

  /// Vertical place on the page, from 0 at the bottom to 1.
  private func up(_ points: Double) -> String {
    GnuplotScript.place(1 - points / Double(figure.height))
  }

  private var margins: [String] {
    [
      "set lmargin at screen \(across(area.left)); set rmargin at screen \(across(area.right))",
      "set tmargin at screen \(up(area.top)); set bmargin at screen \(up(area.bottom))",
    ]
  }

  // MARK: Axes

  private func axis(
    _ name: String, _ axis: Axis, _ scale: Scale, _ ticks: (major: [Axis.Tick], minor: [Double])
  ) -> [String] {
    var lines = [
      "set \(name)range [\(shortest(scale.low)):\(shortest(scale.high))]",
      "\(axis.logarithmic ? "set" : "unset") logscale \(name)",
    ]
    if ticks.major.isEmpty {
      lines.append("unset \(name)tics")
    } else {
      // In names of ticks a percent sign would start a number format.
      let major = ticks.major.map {
        "\(EnhancedText.quoted($0.label.replacing("%", with: "%%"))) \(shortest($0.position))"
      }
      let minor = ticks.minor.map { "\"\" \(shortest($0)) 1" }
      let style: String
      switch name {
      case "x" where layout.slantsXTicks: style = "rotate by \(shortest(PanelLayout.slant)) right offset 0,0"
      case "x": style = "norotate autojustify offset 0,0.5"
      default: style = "norotate autojustify offset 0.5,0"
      }
      lines.append(
        "set \(name)tics out nomirror scale 0.6,0.3 \(style) textcolor rgb \"\(FigureStyle.ink)\" "
          + "(\((major + minor).joined(separator: ", ")))")
    }
    return lines
  }

  private var frame: [String] {
    let isFilled = panel.coloured != nil
    // No grid along categories, and none over colour maps.
    let grid = [
      ("x", panel.x.ticks == nil && panel.boxTicks(.vertical) == nil),
      ("y", panel.y.ticks == nil && panel.boxTicks(.horizontal) == nil),
    ]
    let tics = grid.filter(\.1).map { "\($0.0)tics" }.joined(separator: " ")
    let style = "back lt 1 lc rgb \"\(FigureStyle.grid)\" lw 1 dt solid"
    return [
      "unset grid", isFilled || tics.isEmpty ? nil : "set grid \(tics) \(style)",
      "set border \(isFilled ? 15 : 3) \(isFilled ? "front" : "back")",
    ].compactMap { $0 }
  }

  // MARK: Legend, colour scale, texts

  private var colourBar: [String] {
    guard let coloured = panel.coloured, let palette = coloured.palette, let z = layout.z else {
      return ["unset colorbox"]
    }
    let stops = palette.stops.enumerated().map { "\($0.offset) \"\($0.element)\"" }
    var lines = [
      "set palette defined (\(stops.joined(separator: ", ")))",
      "set cbrange [\(shortest(z.low)):\(shortest(z.high))]",
    ]
    guard !layout.zTicks.isEmpty else { return lines + ["unset colorbox"] }
    let ticks = layout.zTicks.map { "\(EnhancedText.quoted($0.label)) \(shortest($0.position))" }
    let width = PanelLayout.colourBarWidth
    let left = area.right + 1.5 * FigureStyle.gap
    lines += [
      "set colorbox user vertical origin screen \(across(left)), screen \(up(area.bottom)) "
        + "size screen \(GnuplotScript.place(width / Double(figure.width))), "
        + "screen \(GnuplotScript.place(area.height / Double(figure.height)))",
      "set cbtics scale 0.4 offset -0.5,0 textcolor rgb \"\(FigureStyle.ink)\" "
        + "(\(ticks.joined(separator: ", ")))",
    ]
    return lines
  }

  /// The title and the names of the axes and of the colour scale.
  private var names: [String] {
    let (middle, centre) = ((area.left + area.right) / 2, (area.top + area.bottom) / 2)
    let lineHeight = FigureStyle.lineHeight
    var lines: [String] = []
    if let title = panel.title {
      let rows = Double(layout.verticalLabelRows) + Double(EnhancedText.lines(of: title) - 1)
      lines.append(label("{/:Bold \(title)}", middle, area.top - 16 - rows * lineHeight, "center"))
    }
    if !panel.x.label.isEmpty {
      let below = layout.margins.bottom - layout.legendHeight
      let rows = Double(EnhancedText.lines(of: panel.x.label))
      let place = area.bottom + below - FigureStyle.gap - (rows - 0.5) * lineHeight
      lines.append(label(panel.x.label, middle, place, "center"))
    }
    if !panel.y.label.isEmpty {
      let left = area.left - layout.nameLeft + FigureStyle.gap + 0.5 * lineHeight
      lines.append(label(panel.y.label, left, centre, "center rotate by 90"))
    }
    if let name = panel.coloured?.label, !layout.zTicks.isEmpty {
      let rows = Double(EnhancedText.lines(of: name))
      let right = area.right + layout.margins.right - FigureStyle.gap - (rows - 0.5) * lineHeight
      lines.append(label(name, right, centre, "center rotate by 90"))
    }
    return lines
  }

  private var lineLabels: [String] {
    let above = FigureLayout.verticalLabels(panel, layout, area).map {
      label($0.text, $0.centre, area.top - 12 - Double($0.row) * FigureStyle.lineHeight, "center")
    }
    let beside = FigureLayout.horizontalLabels(panel, layout, area).map {
      let rows = Double(EnhancedText.lines(of: $0.text) - 1)
      let top = $0.centre - rows / 2 * FigureStyle.lineHeight
      return label($0.text, area.right + FigureStyle.gap, top, "left")
    }
    return above + beside
  }

  private func label(_ text: String, _ x: Double, _ y: Double, _ style: String) -> String {
    "set label \(EnhancedText.quoted(text)) at \(page(x, y)) \(style) tc rgb \"\(FigureStyle.ink)\""
  }

  private var remarks: [String] {
    panel.elements.enumerated().compactMap { e, element in
      guard case .text(let x, let y, let text, let alignment) = element.mark else { return nil }
      let colour = colours.colour(element, panel: index, index: e)
      return "set label \(EnhancedText.quoted(text)) at first \(shortest(x)), first \(shortest(y)) "
        + "\(alignment.rawValue) front tc rgb \"\(colour)\""
    }
  }

  private var plot: [String] {
    let clauses = panel.elements.indices.flatMap { ElementScript(self, $0).clauses }
    // A panel of texts alone has axes too.
    guard !clauses.isEmpty else { return ["plot NaN notitle"] }
    return ["plot \\", clauses.map { "  " + $0 }.joined(separator: ", \\\n")]
  }
}
