/// The finite coordinates that an element occupies, for ranges of axes.
struct Extent {
  var x: [Double] = []
  var y: [Double] = []
  /// The x or y axis ends at the data: the foot of a histogram, the rim of a colour map.
  var tightX = false
  var tightY = false

  init(of mark: Element.Mark, x xAxis: Axis, y yAxis: Axis) {
    switch mark {
    case .points(let x, let y, let xError, let yError):
      for i in x.indices where x[i].isFinite && y[i].isFinite {
        addBar(x[i], xError?[i], to: \.x)
        addBar(y[i], yError?[i], to: \.y)
      }
    case .line(let x, let y): add(x, y)
    case .band(let x, let low, let high):
      for i in x.indices where x[i].isFinite && low[i].isFinite && high[i].isFinite {
        self.x.append(x[i])
        y += [low[i], high[i]]
      }
    case .histogram(let edges, let counts):
      // Empty bins have no height that a logarithmic axis could show.
      y = counts.filter { $0 > 0 || !yAxis.logarithmic }
      if !y.isEmpty { x = edges }
    case .box(let position, let box, let outliers, let orientation, let width):
      let across = [position - 0.75 * width, position + 0.75 * width]
      let along = (box.numbers + outliers).filter(\.isFinite)
      (x, y) = orientation == .horizontal ? (along, across) : (across, along)
    case .heatMap(let x, let y, let z, _, _):
      guard z.contains(where: { $0.contains(where: \.isFinite) }) else { return }
      self.x = Element.edges(x, logarithmic: xAxis.logarithmic)
      self.y = Element.edges(y, logarithmic: yAxis.logarithmic)
      (tightX, tightY) = (true, true)
    case .lattice(let rows, _, _):
      guard rows.contains(where: { $0.contains(where: \.isFinite) }) else { return }
      (x, y) = ([-0.5, Double(rows[0].count) - 0.5], [-0.5, Double(rows.count) - 0.5])
      (tightX, tightY) = (true, true)
    case .vectors(let x, let y, let dx, let dy):
      for i in x.indices where (x[i] + dx[i]).isFinite && (y[i] + dy[i]).isFinite {
        self.x += [x[i], x[i] + dx[i]]
        self.y += [y[i], y[i] + dy[i]]
      }
    case .verticalLine(let x): if x.isFinite { self.x = [x] }
    case .horizontalLine(let y): if y.isFinite { self.y = [y] }
    case .text(let x, let y, _, _): add([x], [y])
    }
  }

  private mutating func add(_ xs: [Double], _ ys: [Double]) {
    for (a, b) in zip(xs, ys) where a.isFinite && b.isFinite {
      x.append(a)
      y.append(b)
    }
  }

  private mutating func addBar(_ value: Double, _ error: Double?, to path: WritableKeyPath<Extent, [Double]>) {
    self[keyPath: path].append(value)
    guard let error, error.isFinite else { return }
    // The lower end of a bar may leave a logarithmic axis; the point itself may not.
    if value <= 0 || value - error > 0 { self[keyPath: path].append(value - error) }
    self[keyPath: path].append(value + error)
  }
}
