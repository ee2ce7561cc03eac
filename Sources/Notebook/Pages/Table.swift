/// A table of the report; cells are Markdown.
public struct Table: Sendable {
  public let caption: String?
  public let columns: [String]
  public let rows: [[String]]

  /// - Precondition: every row has as many cells as there are columns.
  public init(caption: String? = nil, columns: [String], rows: [[String]]) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "a table row needs a cell for every column")
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }

  /// As a GitHub table. Bars in cells are escaped.
  var markdown: String {
    func line(_ cells: [String]) -> String {
      let escaped = cells.map { $0.split(separator: "\n").joined(separator: " ") }
      return "| " + escaped.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
    let rule = "|" + String(repeating: "---|", count: columns.count)
    let body = ([line(columns), rule] + rows.map(line)).joined(separator: "\n")
    return caption.map { "\($0)\n\n\(body)" } ?? body
  }
}
