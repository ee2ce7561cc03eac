/// Finds a place for the legend of a panel where it covers no data.
struct LegendPlacement {
  let place: Legend
  /// Width of a sample with its label and the space around them, in points.
  let entryWidth: Double
  private let count: Int

  static let rowHeight = 23.0
  static let sampleWidth = 34.0

  /// Width and height are those of the axes, in points, as far as known.
  init(_ panel: Panel, x: Scale, y: Scale, width: Double, height: Double) {
    let labels = panel.legend == .none ? [] : panel.legendLabels
    count = labels.count
    entryWidth =
      (labels.map { EnhancedText.width(of: $0) }.max() ?? 0) + Self.sampleWidth + 3 * FigureStyle.gap
    guard panel.legend == .automatic, count > 0 else {
      place = count > 0 ? panel.legend : .none
      return
    }
    let w = (entryWidth + FigureStyle.gap) / width
    let h = (Double(count) * Self.rowHeight + FigureStyle.gap) / height
    let corners: [(Legend, ClosedRange<Double>, ClosedRange<Double>)] = [
      (.topRight, (1 - min(w, 1))...1, (1 - min(h, 1))...1), (.topLeft, 0...w, (1 - min(h, 1))...1),
      (.bottomRight, (1 - min(w, 1))...1, 0...h), (.bottomLeft, 0...w, 0...h),
    ]
    let steps = (0...40).map { Double($0) / 40 }
    let covered: [(x: Double, y: Double)] = panel.elements.flatMap { element in
      switch element.mark {
      case .verticalLine(let place): return steps.map { (x: x.fraction(place), y: $0) }
      case .horizontalLine(let place): return steps.map { (x: $0, y: y.fraction(place)) }
      default: return element.mark.outline.map { (x: x.fraction($0.x), y: y.fraction($0.y)) }
      }
    }
    let free = corners.first { _, across, up in
      !covered.contains { across.contains($0.x) && up.contains($0.y) }
    }
    place = w < 0.6 && h < 0.6 ? free?.0 ?? .outside : .outside
  }

  /// Entries that fit side by side.
  func columns(in width: Double) -> Int {
    max(1, min(count, Int(width / entryWidth)))
  }

  func rows(columns: Int) -> Int {
    (count + columns - 1) / columns
  }
}

extension Element.Mark {
  /// Points dense enough that a legend cannot slip between them, in the coordinates of the axes.
  fileprivate var outline: [(x: Double, y: Double)] {
    switch self {
    case .points(let x, let y, _, let yError):
      return x.indices.flatMap { i in
        let bar = yError?[i] ?? 0
        return [(x[i], y[i]), (x[i], y[i] + bar), (x[i], y[i] - bar)].filter { $0.1.isFinite }
      }
    case .line(let x, let y): return Self.chain(x, y)
    case .band(let x, let low, let high):
      return (0...4).flatMap { k in
        let middle = zip(low, high).map { $0 + ($1 - $0) * Double(k) / 4 }
        return Self.chain(x, middle)
      }
    case .histogram(let edges, let counts):
      return counts.indices.flatMap { i in
        Self.rectangle(edges[i]...edges[i + 1], min(0, counts[i])...max(0, counts[i]))
      }
    case .box(let position, let box, let outliers, let orientation, let width):
      let across = (position - width / 2)...(position + width / 2)
      let along = (box.numbers + outliers).filter(\.isFinite)
      let values = min(along.min() ?? 0, box.low)...max(along.max() ?? 0, box.high)
      return orientation == .horizontal ? Self.rectangle(values, across) : Self.rectangle(across, values)
    case .heatMap(let x, let y, _, _, _):
      return Self.rectangle(x[0]...x[x.count - 1], y[0]...y[y.count - 1])
    case .lattice(let rows, _, _):
      return Self.rectangle(0...Double(max(1, rows[0].count)), 0...Double(rows.count))
    case .vectors(let x, let y, let dx, let dy):
      return x.indices.flatMap { i in Self.chain([x[i], x[i] + dx[i]], [y[i], y[i] + dy[i]]) }
    case .text(let x, let y, _, _): return [(x, y)]
    case .verticalLine, .horizontalLine: return []
    }
  }

  /// The polyline with points between its corners.
  private static func chain(_ x: [Double], _ y: [Double]) -> [(x: Double, y: Double)] {
    let parts = max(1, 400 / max(1, x.count))
    var points: [(x: Double, y: Double)] = []
    for i in x.indices {
      points.append((x[i], y[i]))
      guard i + 1 < x.count else { break }
      for k in 1..<max(2, parts) {
        let t = Double(k) / Double(parts)
        points.append((x[i] + t * (x[i + 1] - x[i]), y[i] + t * (y[i + 1] - y[i])))
      }
    }
    return points.filter { $0.x.isFinite && $0.y.isFinite }
  }

  private static func rectangle(
    _ x: ClosedRange<Double>, _ y: ClosedRange<Double>
  ) -> [(x: Double, y: Double)] {
    let steps = (0...20).map { Double($0) / 20 }
    return steps.flatMap { s in
      steps.map { t in
        (
          x.lowerBound + s * (x.upperBound - x.lowerBound), y.lowerBound + t * (y.upperBound - y.lowerBound)
        )
      }
    }
  }
}
