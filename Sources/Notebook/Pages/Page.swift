import Foundation
import Statistics

/// One chapter being written: its text, tables, figures and quantities in order.
///
/// A reference, so that a chapter's closure and its helpers write to the same page; it lives while one chapter is
/// evaluated and never leaves its thread.
public final class Page {
  enum Item {
    case text(String)
    case table(Table)
    case figure(Figure)
  }

  public let chapter: String
  private(set) var items: [Item] = []
  private(set) var quantities: [Quantity] = []
  /// Ids of the quantities that the chapter's table of numbers lists.
  private(set) var listed: [String] = []

  private let data: URL

  /// `data`: the folder of published tables.
  init(chapter: String, data: URL) {
    self.chapter = chapter
    self.data = data
  }

  /// A table of published numbers by file name without ending.
  ///
  /// - Throws: `DataTableError` if it is not in `golden/data`.
  public func publishedTable(_ name: String) throws(DataTableError) -> DataTable {
    try DataTable(contentsOf: data.appending(path: "\(name).csv"), name: "golden/data/\(name).csv")
  }

  /// A paragraph or more of Markdown; `$…$` is mathematics.
  public func text(_ markdown: String) { items.append(.text(markdown)) }

  public func table(_ table: Table) { items.append(.table(table)) }

  public func figure(_ figure: Figure) { items.append(.figure(figure)) }

  /// Records a measured number; the golden with the same id judges it.
  ///
  /// - `id`: unique within the study, a path of words.
  /// - `symbol`: as in the text, without dollar signs.
  /// - `listed`: false keeps it out of the chapter's table of numbers (it is in `results.json` and judged all
  ///     the same).
  public func quantity(
    _ id: String, _ value: Estimate, symbol: String, unit: String? = nil, listed: Bool = true
  ) {
    add(Quantity(id: id, symbol: symbol, value, unit: unit, chapter: chapter), listed)
  }

  /// Records an exact number.
  public func quantity(
    _ id: String, _ value: Double, symbol: String, unit: String? = nil, listed: Bool = true
  ) {
    add(Quantity(id: id, symbol: symbol, value: .double(value), unit: unit, chapter: chapter), listed)
  }

  /// Records a number that may not exist; its absence is written as "none".
  public func quantity(
    _ id: String, orNone value: Double?, symbol: String, unit: String? = nil, listed: Bool = true
  ) {
    let json: JSONValue = value.map { .double($0) } ?? .string("none")
    add(Quantity(id: id, symbol: symbol, value: json, unit: unit, chapter: chapter), listed)
  }

  /// Records an integer, a flag, a word or a list of exact numbers.
  public func quantity(
    _ id: String, json value: JSONValue, symbol: String, unit: String? = nil, listed: Bool = true
  ) {
    add(Quantity(id: id, symbol: symbol, value: value, unit: unit, chapter: chapter), listed)
  }

  private func add(_ quantity: Quantity, _ isListed: Bool) {
    quantities.append(quantity)
    if isListed { listed.append(quantity.id) }
  }
}
