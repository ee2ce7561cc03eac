/// The clauses of gnuplot's `plot` command that draw one element.
struct ElementScript {
  private let panel: PanelScript
  private let element: Element
  private let index: Int
  private let title: String
  private let colour: String
  private let stroke: String

  init(_ panel: PanelScript, _ index: Int) {
    self.panel = panel
    self.index = index
    element = panel.panel.elements[index]
    title = element.label.map { "title \(EnhancedText.quoted($0))" } ?? "notitle"
    colour = "lc rgb \"\(panel.colours.colour(element, panel: panel.index, index: index))\""
    let dash = panel.colours.dash(element, panel: panel.index, index: index)
    stroke = "\(colour) lw \(element.isReferenceLine ? "1.5" : "2.2") dt \(dash)"
  }

  var clauses: [String] {
    switch element.mark {
    case .points(_, _, let xError, let yError): points(hasX: xError != nil, hasY: yError != nil)
    case .line(let x, let y):
      pieces([x, y], "using \(n(.x)):\(n(.y)) with lines \(stroke)")
    case .band(let x, let low, let high):
      pieces(
        [x, low, high],
        "using \(n(.x)):\(n(.yLow)):\(n(.yHigh)) with filledcurves "
          + "fs transparent solid 0.22 noborder \(colour)"
      )
    case .histogram: histogram
    case .box(_, let box, let outliers, let orientation, let width):
      self.box(box, orientation, width) + (outliers.isEmpty ? [] : [outlierPoints])
    case .heatMap, .lattice:
      [
        "\(rows()) using (($\(n(.xLow))+$\(n(.xHigh)))/2):(($\(n(.yLow))+$\(n(.yHigh)))/2)"
          + ":\(n(.xLow)):\(n(.xHigh)):\(n(.yLow)):\(n(.yHigh)):\(n(.z)) "
          + "with boxxyerror fs solid noborder lc palette notitle"
      ]
    case .vectors:
      [
        "\(rows()) using \(n(.x)):\(n(.y)):\(n(.dx)):\(n(.dy)) "
          + "with vectors head filled size char 0.8,20,60 \(colour) lw 1.5 \(title)"
      ]
    case .verticalLine:
      [segment((n(.x), panel.layout.y.low), to: panel.layout.y.high)]
    case .horizontalLine:
      [
        "\(rows()) using (\(shortest(panel.layout.x.low))):\(n(.y))"
          + ":(\(shortest(panel.layout.x.high))-(\(shortest(panel.layout.x.low)))):(0) "
          + "with vectors nohead \(stroke) notitle"
      ]
    case .text: []
    }
  }

  /// Number of a column of the table.
  private func n(_ column: FigureTable.Column) -> Int {
    panel.table.number(column)
  }

  /// The rows of a block of this element, below the header of the table.
  private func rows(_ block: Int = 0) -> String {
    let rows = panel.table.rows[panel.index][index][block]
    return "data skip 1 every ::\(rows.lowerBound)::\(rows.upperBound)"
  }

  /// One clause for each run of rows in which all values are finite: gnuplot would draw across the gaps.
  private func pieces(_ values: [[Double]], _ drawing: String) -> [String] {
    let rows = panel.table.rows[panel.index][index][0]
    let isFinite = (0..<rows.count).map { row in values.allSatisfy { $0[row].isFinite } }
    var clauses: [String] = []
    var start: Int?
    for row in 0...isFinite.count {
      if row < isFinite.count, isFinite[row] {
        start = start ?? row
      } else if let first = start {
        let (a, b) = (rows.lowerBound + first, rows.lowerBound + row - 1)
        clauses.append("data skip 1 every ::\(a)::\(b) \(drawing) \(clauses.isEmpty ? title : "notitle")")
        start = nil
      }
    }
    return clauses
  }

  private func segment(_ start: (column: Int, y: Double), to end: Double) -> String {
    "\(rows()) using \(start.column):(\(shortest(start.y))):(0):(\(shortest(end))-(\(shortest(start.y)))) "
      + "with vectors nohead \(stroke) notitle"
  }

  /// Bars first and the points over them, so that a missing error takes only the bar away.
  private func points(hasX: Bool, hasY: Bool) -> [String] {
    var clauses: [String] = []
    let bars = "pt -1 \(colour) lw 1.5 dt solid notitle"
    if hasX { clauses.append("\(rows()) using \(n(.x)):\(n(.y)):\(n(.xError)) with xerrorbars \(bars)") }
    if hasY { clauses.append("\(rows()) using \(n(.x)):\(n(.y)):\(n(.yError)) with yerrorbars \(bars)") }
    let type = panel.colours.pointType(panel: panel.index, index: index)
    clauses.append("\(rows()) using \(n(.x)):\(n(.y)) with points pt \(type) ps 0.8 \(colour) \(title)")
    return clauses
  }

  /// The filled steps, then their outline: steps, the top of the last one, and the two outer edges.
  private var histogram: [String] {
    let isLogarithmic = panel.layout.y.isLogarithmic
    let foot = isLogarithmic ? panel.layout.y.low : 0
    let height = isLogarithmic ? "($\(n(.y))>\(shortest(foot))?$\(n(.y)):\(shortest(foot)))" : "$\(n(.y))"
    let (low, high) = (n(.xLow), n(.xHigh))
    let ends = panel.table.rows[panel.index][index][0]
    func edge(_ row: Int, _ x: Int) -> String {
      "data skip 1 every ::\(row)::\(row) using \(x):(\(shortest(foot))):(0):(\(height)-(\(shortest(foot)))) "
        + "with vectors nohead \(stroke) notitle"
    }
    return [
      "\(rows()) using (($\(low)+$\(high))/2):(\(height)):\(low):\(high):(\(shortest(foot))):(\(height)) "
        + "with boxxyerror fs transparent solid 0.25 noborder \(colour) \(title)",
      "\(rows()) using \(low):(\(height)) with steps \(stroke) notitle",
      "data skip 1 every ::\(ends.upperBound)::\(ends.upperBound) using \(low):(\(height))"
        + ":($\(high)-$\(low)):(0) with vectors nohead \(stroke) notitle",
      edge(ends.lowerBound, low), edge(ends.upperBound, high),
    ]
  }

  // MARK: Boxes

  private func box(_ box: BoxFive, _ orientation: Element.Orientation, _ width: Double) -> [String] {
    let position = n(orientation == .horizontal ? .y : .x)
    let (half, cap) = (shortest(width / 2), shortest(width / 4))
    let line = "\(colour) lw 2 dt solid notitle"
    /// `using` columns of a point or an arrow, given along and across the values.
    func using(_ along: String, _ across: String, _ more: (String, String)? = nil) -> String {
      let pairs = [(along, across)] + (more.map { [$0] } ?? [])
      let ordered = pairs.map { orientation == .horizontal ? [$0.0, $0.1] : [$0.1, $0.0] }
      return "\(rows()) using " + ordered.joined().joined(separator: ":")
    }
    func stroke(_ along: String, _ across: String, _ by: (String, String), _ style: String) -> String {
      "\(using(along, across, by)) with vectors nohead \(style)"
    }
    let across = ("($\(position)-\(half))", "($\(position)+\(half))")
    let along = ("\(n(.q1))", "\(n(.q3))")
    let (xs, ys) = orientation == .horizontal ? (along, across) : (across, along)
    var clauses = [
      "\(using("\(n(.median))", "\(position)")):\(xs.0):\(xs.1):\(ys.0):\(ys.1) "
        + "with boxxyerror fs transparent solid 0.3 noborder \(colour) \(title)"
    ]
    for (end, quartile) in [(n(.whiskerLow), n(.q1)), (n(.whiskerHigh), n(.q3))] {
      clauses.append(stroke("\(quartile)", "\(position)", ("($\(end)-$\(quartile))", "(0)"), line))
      clauses.append(stroke("\(end)", "($\(position)-\(cap))", ("(0)", "(2*\(cap))"), line))
      clauses.append(stroke("\(quartile)", across.0, ("(0)", "(2*\(half))"), line))
    }
    for side in [across.0, across.1] {
      clauses.append(stroke("\(n(.q1))", side, ("($\(n(.q3))-$\(n(.q1)))", "(0)"), line))
    }
    let median = "\(colour) lw 4 dt solid notitle"
    clauses.append(stroke("\(n(.median))", across.0, ("(0)", "(2*\(half))"), median))
    if box.mean?.isFinite == true {
      let mean = using("\(n(.mean))", "\(position)")
      clauses.append("\(mean) with points pt 13 ps 0.9 lc rgb \"#ffffff\" notitle")
      clauses.append("\(mean) with points pt 12 ps 0.9 lw 1.5 \(colour) notitle")
    }
    return clauses
  }

  private var outlierPoints: String {
    "\(rows(1)) using \(n(.x)):\(n(.y)) with points pt 1 ps 0.7 lw 1.3 \(colour) notitle"
  }
}
