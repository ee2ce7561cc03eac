/// The grid of a figure: the axes of panels in one row or column are aligned.
struct FigureLayout {
  let panels: [PanelLayout]
  /// Rectangles of the axes.
  let areas: [PanelLayout.Area]
  /// Rectangles of the panels with all that belongs to them.
  let cells: [PanelLayout.Area]

  init(_ figure: Figure) {
    let width = Double(figure.width) / Double(figure.columns)
    let height = Double(figure.height) / Double(figure.rows)
    let panels = figure.panels.map { PanelLayout($0, width: width, height: height) }
    func shared(_ path: KeyPath<PanelLayout.Margins, Double>, _ belongs: (Int) -> Bool) -> Double {
      panels.indices.filter(belongs).map { panels[$0].margins[keyPath: path] }.max() ?? 0
    }
    cells = panels.indices.map { index in
      PanelLayout.Area(
        left: Double(index % figure.columns) * width, top: Double(index / figure.columns) * height,
        width: width, height: height)
    }
    areas = panels.indices.map { index in
      let (row, column) = (index / figure.columns, index % figure.columns)
      let left = shared(\.left) { $0 % figure.columns == column }
      let right = shared(\.right) { $0 % figure.columns == column }
      let top = shared(\.top) { $0 / figure.columns == row }
      let bottom = shared(\.bottom) { $0 / figure.columns == row }
      let area = PanelLayout.Area(
        left: Double(column) * width + left, top: Double(row) * height + top,
        width: max(40, width - left - right), height: max(40, height - top - bottom))
      return figure.panels[index].isSquare ? Self.square(area, panels[index]) : area
    }
    self.panels = panels
  }

  /// The largest rectangle inside, in the middle, in which a unit is as long in x as in y.
  private static func square(_ area: PanelLayout.Area, _ panel: PanelLayout) -> PanelLayout.Area {
    let (across, up) = (panel.x.high - panel.x.low, panel.y.high - panel.y.low)
    let unit = min(area.width / across, area.height / up)
    var inner = area
    (inner.width, inner.height) = (unit * across, unit * up)
    inner.left += (area.width - inner.width) / 2
    inner.top += (area.height - inner.height) / 2
    return inner
  }

  /// A label of a reference line: its middle along the axis, in points, and its row away from the axes.
  struct LineLabel {
    let text: String
    let centre: Double
    let row: Int
  }

  /// Labels above a panel, each as near to its line as the others allow, in as many rows as were planned.
  static func verticalLabels(_ panel: Panel, _ layout: PanelLayout, _ area: PanelLayout.Area) -> [LineLabel] {
    let labels = placed(panel.lineLabels(vertical: true), layout.x) { area.left + $0 * area.width }
    let rows = max(1, layout.verticalLabelRows)
    let bounds = (area.left - layout.margins.left)...(area.right + layout.margins.right)
    return (0..<rows).flatMap { row in
      let inRow = labels.enumerated().filter { $0.offset % rows == row }.map(\.element)
      let sizes = inRow.map { EnhancedText.width(of: $0.text) + 12 }
      let centres = spread(inRow.map(\.place), sizes, bounds)
      return inRow.indices.map { LineLabel(text: inRow[$0].text, centre: centres[$0], row: row) }
    }
  }

  /// Labels to the right of a panel, likewise.
  static func horizontalLabels(
    _ panel: Panel, _ layout: PanelLayout, _ area: PanelLayout.Area
  ) -> [LineLabel] {
    let labels = placed(panel.lineLabels(vertical: false), layout.y) { area.bottom - $0 * area.height }
    let sizes = labels.map { Double(EnhancedText.lines(of: $0.text)) * FigureStyle.lineHeight * 0.9 }
    let centres = spread(labels.map(\.place), sizes, (area.top - 10)...(area.bottom + 10))
    return labels.indices.map { LineLabel(text: labels[$0].text, centre: centres[$0], row: 0) }
  }

  /// The labels of lines inside the range, in order of their places in points.
  private static func placed(
    _ labels: [(text: String, value: Double)], _ scale: Scale, _ place: (Double) -> Double
  ) -> [(text: String, place: Double)] {
    labels.filter { (0...1).contains(scale.fraction($0.value)) }
      .map { (text: $0.text, place: place(scale.fraction($0.value))) }
      .sorted { $0.place < $1.place }
  }

  /// Centres of intervals of these sizes that do not overlap and are as close as possible (in least
  /// squares) to the wanted ones, which are in increasing order: neighbours that collide form a group
  /// around their mean, as in the pool-adjacent-violators algorithm. Then all are moved into the bounds.
  static func spread(_ wanted: [Double], _ sizes: [Double], _ bounds: ClosedRange<Double>) -> [Double] {
    // With the room taken by those before it removed, an interval only has to be in order.
    var before: [Double] = []
    var total = 0.0
    for size in sizes {
      before.append(total + size / 2)
      total += size
    }
    var groups: [(mean: Double, count: Int)] = []
    for (place, offset) in zip(wanted, before) {
      groups.append((place - offset, 1))
      while groups.count > 1, groups[groups.count - 2].mean > groups[groups.count - 1].mean {
        let last = groups.removeLast()
        let previous = groups.removeLast()
        let count = previous.count + last.count
        let sum = previous.mean * Double(previous.count) + last.mean * Double(last.count)
        groups.append((sum / Double(count), count))
      }
    }
    let starts = groups.flatMap { Array(repeating: $0.mean, count: $0.count) }
    let (lowest, highest) = (bounds.lowerBound, max(bounds.lowerBound, bounds.upperBound - total))
    return zip(starts, before).map { start, offset in min(max(start, lowest), highest) + offset }
  }
}
