/// Draws the legend of a panel at the place that was found for it: for each series everything that its
/// elements show, fill under line under point, and its label.
struct LegendScript {
  private let panel: PanelScript
  /// Upper left corner, in points.
  private let left: Double
  private let top: Double
  private let columns: Int
  private let entryWidth: Double
  private let labels: [String]

  init(_ panel: PanelScript) {
    self.panel = panel
    let (layout, area) = (panel.layout, panel.area)
    labels = layout.legend == .none ? [] : panel.panel.legendLabels
    let isOutside = layout.legend == .outside
    let place = layout.placement
    columns = isOutside ? layout.legendColumns : 1
    entryWidth = place.entryWidth
    let width = Double(columns) * entryWidth
    let height = Double(place.rows(columns: columns)) * LegendPlacement.rowHeight
    switch layout.legend {
    case .topLeft, .bottomLeft: left = area.left + FigureStyle.gap
    case .outside:
      left = max(panel.cell.left + FigureStyle.gap, (area.left + area.right - width) / 2)
    case .topRight, .bottomRight, .automatic, .none: left = area.right - width
    }
    switch layout.legend {
    case .outside: top = panel.cell.bottom - FigureStyle.gap / 2 - height
    case .bottomLeft, .bottomRight: top = area.bottom - FigureStyle.gap - height
    case .topLeft, .topRight, .automatic, .none: top = area.top + FigureStyle.gap / 2
    }
  }

  var lines: [String] {
    guard !labels.isEmpty else { return [] }
    // A veil over the grid keeps the labels readable.
    let rows = (Double(labels.count) / Double(columns)).rounded(.up)
    let right = left + Double(min(columns, labels.count)) * entryWidth - FigureStyle.gap
    let corners =
      "from \(panel.page(left - 4, top + rows * LegendPlacement.rowHeight)) to \(panel.page(right, top))"
    var lines = ["set object rectangle \(corners) front fc rgb \"#30ffffff\" fs solid noborder"]
    for (number, label) in labels.enumerated() {
      let x = left + Double(number % columns) * entryWidth
      let y = top + (Double(number / columns) + 0.5) * LegendPlacement.rowHeight
      // gnuplot's SVG driver keeps the dash of the arrow before one of equal colour and width.
      lines += sample(of: label, x, y, width: number % 2 == 0 ? "2.2" : "2.21")
      let place = panel.page(x + LegendPlacement.sampleWidth + FigureStyle.gap, y)
      lines.append(
        "set label \(EnhancedText.quoted(label)) at \(place) left front tc rgb \"\(FigureStyle.ink)\"")
    }
    return lines
  }

  private func sample(of label: String, _ x: Double, _ y: Double, width: String) -> [String] {
    let (start, end) = (x, x + LegendPlacement.sampleWidth)
    let middle = "from \(panel.page(start, y)) to \(panel.page(end, y))"
    var fills: [String] = []
    var strokes: [String] = []
    var points: [String] = []
    for (e, element) in panel.panel.elements.enumerated() where element.label == label {
      let colour = panel.colours.colour(element, panel: panel.index, index: e)
      let dash = panel.colours.dash(element, panel: panel.index, index: e)
      let line = "lc rgb \"\(colour)\" lw \(width) dt \(dash) front"
      switch element.mark {
      case .points:
        let type = panel.colours.pointType(panel: panel.index, index: e)
        let look = "pt \(type) ps 0.9 lc rgb \"\(colour)\""
        points.append("set label \"\" at \(panel.page((start + end) / 2, y)) point \(look) front")
      case .line: strokes.append("set arrow \(middle) nohead \(line)")
      case .vectors:
        let head = "head filled size char 0.8,20,60 lc rgb \"\(colour)\" lw 1.5 front"
        strokes.append("set arrow \(middle) \(head)")
      case .band, .histogram, .box:
        let corners = "from \(panel.page(start, y + 6)) to \(panel.page(end, y - 6))"
        fills.append(
          "set object rectangle \(corners) front fc rgb \"\(colour)\" fs transparent solid 0.3 noborder")
        if case .histogram = element.mark {
          let top = "from \(panel.page(start, y - 6)) to \(panel.page(end, y - 6))"
          strokes.append("set arrow \(top) nohead \(line)")
        }
      case .heatMap, .lattice, .verticalLine, .horizontalLine, .text: break
      }
    }
    // One sample of each kind is enough.
    return [fills.first, strokes.first, points.first].compactMap { $0 }
  }
}
