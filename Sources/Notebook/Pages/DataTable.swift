import Foundation

/// A table of published numbers kept in `golden/data/`, for drawing them beside our own.
public struct DataTable: Sendable {
  /// One row: cells by column name.
  public let rows: [[String: String]]

  /// Reads comma-separated text without quotes, first line the column names; empty lines are passed over.
  ///
  /// - Throws: `DataTableError` naming the file and line of a row of the wrong length, or an absent file.
  public init(contentsOf url: URL, name: String) throws(DataTableError) {
    guard let data = FileManager.default.contents(atPath: url.path) else {
      throw DataTableError("\(name): no such file")
    }
    let text = String(decoding: data, as: UTF8.self)
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let header = (lines.first ?? "").split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    var rows: [[String: String]] = []
    for (number, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == header.count else {
        throw DataTableError("\(name):\(number + 1): \(cells.count) cells, but \(header.count) columns")
      }
      rows.append(Dictionary(zip(header, cells)) { first, _ in first })
    }
    self.rows = rows
  }

  /// The rows whose cell in `column` is `text`.
  public func rows(where column: String, is text: String) -> [[String: String]] {
    rows.filter { $0[column] == text }
  }
}

/// A table of published numbers that cannot be read.
public struct DataTableError: Error, Sendable, CustomStringConvertible {
  public let description: String
  init(_ description: String) { self.description = description }
}
