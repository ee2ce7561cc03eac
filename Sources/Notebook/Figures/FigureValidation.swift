extension Figure {
  /// Refuses what cannot be drawn, with the figure, the panel and the series at fault.
  func validate() throws(FigureError) {
    func fail(_ reason: FigureError.Reason) -> FigureError {
      FigureError(figure: id, panel: nil, series: nil, reason: reason)
    }
    let letters = "abcdefghijklmnopqrstuvwxyz0123456789-"
    guard let first = id.first, first != "-", id.allSatisfy({ letters.contains($0) }) else {
      throw fail(.invalidID)
    }
    guard !panels.isEmpty else { throw fail(.noPanels) }
    guard columns >= 1, width / columns >= 200, height / rows >= 150 else {
      throw fail(.invalidSize(width: width, height: height, columns: columns))
    }
    for (index, panel) in panels.enumerated() {
      try panel.validate(figure: id, number: index + 1)
    }
  }

  /// Rows of the grid of panels.
  var rows: Int { (panels.count + columns - 1) / columns }
}

extension Panel {
  fileprivate func validate(figure: String, number: Int) throws(FigureError) {
    func fail(_ reason: FigureError.Reason) -> FigureError {
      FigureError(figure: figure, panel: number, series: nil, reason: reason)
    }
    guard !elements.isEmpty else { throw fail(.noElements) }
    for (name, axis) in [("x", x), ("y", y)] {
      if let range = axis.range {
        guard isProper(range) else { throw fail(.invalidRange(name: name)) }
        if axis.logarithmic, range.lowerBound <= 0 { throw fail(.notPositive(axis: name)) }
      }
      for tick in axis.ticks ?? [] {
        guard tick.position.isFinite else { throw fail(.notFinite(name: "positions of \(name) ticks")) }
        if axis.logarithmic, tick.position <= 0 { throw fail(.notPositive(axis: name)) }
      }
    }
    guard elements.count(where: { $0.palette != nil }) <= 1 else { throw fail(.severalColourScales) }
    for (index, element) in elements.enumerated() {
      do throws(FigureError.Reason) {
        try element.validate(x: x, y: y)
      } catch {
        let series = element.label ?? "\(element.mark.kind) \(index + 1)"
        throw FigureError(figure: figure, panel: number, series: series, reason: error)
      }
    }
  }
}

extension FigureError.Reason: Error {}

extension Element {
  fileprivate func validate(x: Axis, y: Axis) throws(FigureError.Reason) {
    try checkShapes()
    let extent = Extent(of: mark, x: x, y: y)
    guard !extent.x.isEmpty || !extent.y.isEmpty else { throw .nothingToDraw }
    if x.logarithmic, extent.x.contains(where: { $0 <= 0 }) { throw .notPositive(axis: "x") }
    if y.logarithmic, extent.y.contains(where: { $0 <= 0 }) { throw .notPositive(axis: "y") }
  }

  private func checkShapes() throws(FigureError.Reason) {
    switch mark {
    case .points(let x, let y, let xError, let yError):
      try expect(y, "y", x.count, of: "x")
      for (name, errors) in [("x error", xError), ("y error", yError)] {
        guard let errors else { continue }
        try expect(errors, name, x.count, of: "x")
        if errors.contains(where: { $0 < 0 }) { throw .negativeError(name: name) }
      }
    case .line(let x, let y): try expect(y, "y", x.count, of: "x")
    case .band(let x, let low, let high):
      try expect(low, "low", x.count, of: "x")
      try expect(high, "high", x.count, of: "x")
    case .histogram(let edges, let counts):
      try expect(edges, "edges", counts.count + 1, of: "a histogram of \(counts.count) counts")
      try expectIncreasing(edges, "edges")
      guard counts.allSatisfy(\.isFinite) else { throw .notFinite(name: "counts") }
    case .box(let position, let box, _, _, let width):
      let numbers = [position, width, box.q1, box.median, box.q3, box.low, box.high]
      guard numbers.allSatisfy(\.isFinite) else { throw .notFinite(name: "the numbers of a box") }
      guard width > 0 else { throw .invalidRange(name: "the width of a box") }
    case .heatMap(let x, let y, let z, _, let range):
      guard x.count > 1, y.count > 1 else { throw .nothingToDraw }
      try expectIncreasing(x, "x")
      try expectIncreasing(y, "y")
      guard z.count == y.count else {
        throw .counts(name: "z", count: z.count, expected: y.count, of: "y (rows)")
      }
      for row in z { try expect(row, "a row of z", x.count, of: "x (columns)") }
      try expectProper(range)
    case .lattice(let rows, _, let range):
      let columns = rows.first?.count ?? 0
      for row in rows { try expect(row, "a row", columns, of: "the first row") }
      try expectProper(range)
    case .vectors(let x, let y, let dx, let dy):
      for (name, values) in [("y", y), ("dx", dx), ("dy", dy)] { try expect(values, name, x.count, of: "x") }
    case .verticalLine, .horizontalLine, .text: break
    }
  }

  private func expect(
    _ values: [Double], _ name: String, _ count: Int, of other: String
  ) throws(FigureError.Reason) {
    guard values.count == count else {
      throw .counts(name: name, count: values.count, expected: count, of: other)
    }
  }

  private func expectIncreasing(_ values: [Double], _ name: String) throws(FigureError.Reason) {
    guard values.allSatisfy(\.isFinite) else { throw .notFinite(name: name) }
    guard zip(values, values.dropFirst()).allSatisfy({ $0 < $1 }) else { throw .unordered(name: name) }
  }

  private func expectProper(_ range: ClosedRange<Double>?) throws(FigureError.Reason) {
    if let range, !isProper(range) { throw .invalidRange(name: "the colours") }
  }
}

private func isProper(_ range: ClosedRange<Double>) -> Bool {
  range.lowerBound.isFinite && range.upperBound.isFinite && range.lowerBound < range.upperBound
}
