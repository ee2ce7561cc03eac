import Foundation

extension Element.Mark {
  /// Name of the rows of this element in the table.
  var kind: String {
    switch self {
    case .points: "points"
    case .line: "line"
    case .band: "band"
    case .histogram: "histogram"
    case .box: "box"
    case .heatMap: "heat-map"
    case .lattice: "lattice"
    case .vectors: "vectors"
    case .verticalLine: "vertical-line"
    case .horizontalLine: "horizontal-line"
    case .text: "text"
    }
  }
}

extension Element {
  /// The data of this element. Texts have none; boxes have a second block if there are outliers.
  func blocks(in panel: Panel) -> [FigureTable.Block] {
    let kind = mark.kind
    switch mark {
    case .points(let x, let y, let xError, let yError):
      var columns: [(column: FigureTable.Column, values: [Double])] = [(.x, x), (.y, y)]
      if let xError { columns.append((.xError, xError)) }
      if let yError { columns.append((.yError, yError)) }
      return [.init(kind: kind, columns: columns)]
    case .line(let x, let y): return [.init(kind: kind, columns: [(.x, x), (.y, y)])]
    case .band(let x, let low, let high):
      return [.init(kind: kind, columns: [(.x, x), (.yLow, low), (.yHigh, high)])]
    case .histogram(let edges, let counts):
      return [
        .init(
          kind: kind,
          columns: [(.y, counts), (.xLow, Array(edges.dropLast())), (.xHigh, Array(edges.dropFirst()))])
      ]
    case .box: return boxBlocks
    case .heatMap(let x, let y, let z, _, _):
      return [Self.cells((x, panel.x.logarithmic), (y, panel.y.logarithmic), z, kind)]
    case .lattice(let rows, _, _): return [Self.runs(rows, kind)]
    case .vectors(let x, let y, let dx, let dy):
      return [.init(kind: kind, columns: [(.x, x), (.y, y), (.dx, dx), (.dy, dy)])]
    case .verticalLine(let x): return [.init(kind: kind, columns: [(.x, [x])])]
    case .horizontalLine(let y): return [.init(kind: kind, columns: [(.y, [y])])]
    case .text: return []
    }
  }

  private var boxBlocks: [FigureTable.Block] {
    guard case .box(let position, let box, let outliers, let orientation, _) = mark else { return [] }
    let (across, along): (FigureTable.Column, FigureTable.Column) =
      orientation == .horizontal ? (.y, .x) : (.x, .y)
    var columns: [(column: FigureTable.Column, values: [Double])] = [
      (across, [position]), (.whiskerLow, [box.low]), (.q1, [box.q1]), (.median, [box.median]),
      (.q3, [box.q3]), (.whiskerHigh, [box.high]),
    ]
    if let mean = box.mean { columns.append((.mean, [mean])) }
    var blocks = [FigureTable.Block(kind: "box", columns: columns)]
    if !outliers.isEmpty {
      let positions = Array(repeating: position, count: outliers.count)
      blocks.append(.init(kind: "outlier", columns: [(along, outliers), (across, positions)]))
    }
    return blocks
  }

  private static func cells(
    _ x: (at: [Double], logarithmic: Bool), _ y: (at: [Double], logarithmic: Bool), _ z: [[Double]],
    _ kind: String
  ) -> FigureTable.Block {
    let xEdges = edges(x.at, logarithmic: x.logarithmic)
    let yEdges = edges(y.at, logarithmic: y.logarithmic)
    var columns = Array(repeating: [Double](), count: 7)
    for (r, row) in z.enumerated() {
      for (c, value) in row.enumerated() {
        let cell = [x.at[c], y.at[r], xEdges[c], xEdges[c + 1], yEdges[r], yEdges[r + 1], value]
        for i in cell.indices { columns[i].append(cell[i]) }
      }
    }
    let names: [FigureTable.Column] = [.x, .y, .xLow, .xHigh, .yLow, .yHigh, .z]
    return .init(kind: kind, columns: zip(names, columns).map { (column: $0, values: $1) })
  }

  /// Runs of equal values along the rows, first row on top.
  private static func runs(_ rows: [[Double]], _ kind: String) -> FigureTable.Block {
    var columns = Array(repeating: [Double](), count: 5)
    for (r, row) in rows.enumerated() {
      let y = Double(rows.count - 1 - r)
      var start = 0
      while start < row.count {
        var end = start + 1
        while end < row.count, row[end] == row[start] { end += 1 }
        let run = [Double(start) - 0.5, Double(end) - 0.5, y - 0.5, y + 0.5, row[start]]
        for i in run.indices { columns[i].append(run[i]) }
        start = end
      }
    }
    let names: [FigureTable.Column] = [.xLow, .xHigh, .yLow, .yHigh, .z]
    return .init(kind: kind, columns: zip(names, columns).map { (column: $0, values: $1) })
  }

  /// Borders half way between increasing positions (in the logarithm, if asked for and possible); the outer
  /// ones as far away as the next inner ones.
  static func edges(_ positions: [Double], logarithmic: Bool) -> [Double] {
    if logarithmic, positions.allSatisfy({ $0 > 0 }) {
      return edges(positions.map { log($0) }, logarithmic: false).map { exp($0) }
    }
    let inner = zip(positions, positions.dropFirst()).map { ($0 + $1) / 2 }
    guard let first = inner.first, let last = inner.last else { return positions }
    return [2 * positions[0] - first] + inner + [2 * positions[positions.count - 1] - last]
  }
}
