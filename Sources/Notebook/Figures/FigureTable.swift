/// The data of a figure as one tidy table: a row for every point, box, cell or arrow.
///
/// The first columns name the panel (from 1), the series (its label, or its place in the panel) and the
/// kind of row; of the others the figure has those that it needs. Numbers are the shortest text that reads
/// back to the same double; values that are not finite are empty fields.
struct FigureTable {
  /// Columns with numbers, in the order in which a table shows them.
  enum Column: String, CaseIterable {
    case x, y
    case xError = "x_error"
    case yError = "y_error"
    case xLow = "x_low"
    case xHigh = "x_high"
    case yLow = "y_low"
    case yHigh = "y_high"
    case dx, dy, z
    case whiskerLow = "whisker_low"
    case q1, median, q3
    case whiskerHigh = "whisker_high"
    case mean
  }

  /// Rows of one kind that belong to one element.
  struct Block {
    let kind: String
    let columns: [(column: Column, values: [Double])]

    var count: Int { columns.first?.values.count ?? 0 }
  }

  let columns: [Column]
  let text: String
  /// First and last row of every block, by panel, element, block; rows are counted from 0 below the header.
  let rows: [[[ClosedRange<Int>]]]

  init(_ figure: Figure) {
    let blocks = figure.panels.map { panel in panel.elements.map { $0.blocks(in: panel) } }
    var used: [Column] = []
    for case let block in blocks.joined().joined() { used += block.columns.map(\.column) }
    let columns = Column.allCases.filter { used.contains($0) }
    var text = (["panel", "series", "kind"] + columns.map(\.rawValue)).joined(separator: ",") + "\n"
    var rows: [[[ClosedRange<Int>]]] = []
    var next = 0
    for (p, panel) in figure.panels.enumerated() {
      rows.append([])
      for (e, element) in panel.elements.enumerated() {
        let series = Self.field(element.label ?? "\(element.mark.kind) \(e + 1)")
        rows[p].append([])
        for block in blocks[p][e] {
          text += Self.lines(block, columns, prefix: "\(p + 1),\(series),\(block.kind)")
          rows[p][e].append(next...next + block.count - 1)
          next += block.count
        }
      }
    }
    (self.columns, self.text, self.rows) = (columns, text, rows)
  }

  /// Number of a column, from 1.
  func number(_ column: Column) -> Int {
    4 + (columns.firstIndex(of: column) ?? 0)
  }

  private static func lines(_ block: Block, _ columns: [Column], prefix: String) -> String {
    let sources = columns.map { column in block.columns.first { $0.column == column }?.values }
    var text = ""
    for row in 0..<block.count {
      text += prefix
      for source in sources {
        text += ","
        if let source { text += field(source[row]) }
      }
      text += "\n"
    }
    return text
  }

  /// A name as a field: readable, in quotes if it has a comma. gnuplot stumbles over quotes in quotes, so
  /// there are none.
  private static func field(_ name: String) -> String {
    let text = EnhancedText.readable(name).replacing("\"", with: "'")
    return text.contains(",") ? "\"\(text)\"" : text
  }

  private static func field(_ value: Double) -> String {
    guard value.isFinite else { return "" }
    return shortest(value)
  }
}

/// The shortest text that reads back to the same double; integers without a point.
func shortest(_ value: Double) -> String {
  let text = "\(value)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
