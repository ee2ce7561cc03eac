import Foundation

/// The reference numbers of one study: `golden/<study>.json`.
public struct GoldenFile: Codable, Sendable, Hashable {
  /// The version of the format that this code reads and writes.
  public static let currentSchema = "golden/1"

  /// A table that belongs to the references: too long for entries, drawn in figures, judged by none.
  public struct DataFile: Codable, Sendable, Hashable {
    /// Path relative to the golden file.
    public var file: String
    /// Where its numbers come from.
    public var source: Golden.Source

    public init(file: String, source: Golden.Source) {
      self.file = file
      self.source = source
    }
  }

  public var schema: String
  public var study: String
  public var data: [DataFile]?
  /// In the order of the file.
  public var entries: [Golden]

  public init(study: String, data: [DataFile]? = nil, entries: [Golden]) {
    schema = Self.currentSchema
    self.study = study
    self.data = data
    self.entries = entries
  }

  /// The entry with this identifier.
  public subscript(id: String) -> Golden? { entries.first { $0.id == id } }

  /// Reads and checks a golden file.
  /// - Throws: `GoldenError` for a file that cannot be read, is not JSON (with the line), has unknown or
  ///   missing keys, two entries with one identifier, or an entry that lacks what its kind needs.
  public static func load(_ url: URL) throws(GoldenError) -> GoldenFile {
    let name = url.relativePath
    let data: Data
    do { data = try Data(contentsOf: url) } catch {
      let exists = FileManager.default.fileExists(atPath: url.path)
      throw .unreadable(file: name, reason: exists ? "it is not a readable file" : "there is no such file")
    }
    return try read(data, name: name)
  }

  /// Reads and checks the bytes of a golden file; `name` is the file's name in errors.
  public static func read(_ data: Data, name: String) throws(GoldenError) -> GoldenFile {
    let tree: JSONValue
    do { tree = try JSONReader.read(data) } catch {
      throw .malformed(file: name, line: error.line, reason: error.reason)
    }
    return try GoldenFileReader(file: name).file(tree)
  }

  /// The bytes of the file: indented, keys sorted, entries in order, every number with the fewest digits
  /// that read back to the same double.
  public func encoded() throws -> Data { try CanonicalJSON.encode(self, pretty: true) }

  /// Writes the file in one step, so that a reader sees the old or the new one.
  /// - Throws: `GoldenError.unwritable`.
  public func save(to url: URL) throws(GoldenError) {
    do { try encoded().write(to: url, options: .atomic) } catch {
      throw .unwritable(file: url.relativePath, reason: (error as NSError).localizedDescription)
    }
  }

  /// What changed from `old` to this file, one line a difference, in order of the identifiers.
  public func differences(from old: GoldenFile) -> [String] {
    let before = Dictionary(old.entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return Set(before.keys).union(after.keys).sorted().compactMap { id in
      switch (before[id], after[id]) {
      case (let was?, let now?): was == now ? nil : "~ \(id): \(was.changes(to: now).joined(separator: "; "))"
      case (nil, let now?): "+ \(id): \(now.kind.rawValue) \(now.valueText)"
      case (let was?, nil): "- \(id): \(was.kind.rawValue) \(was.valueText)"
      case (nil, nil): nil
      }
    }
  }
}

extension Golden {
  /// `0.81347 ± 0.00046`, or the predicate of a property.
  var valueText: String {
    let text = value?.compact ?? rule.predicate?.tree.compact ?? "no value"
    return stderr.map { "\(text) ± \($0)" } ?? text
  }

  /// The fields that differ, each as `field: old → new`; the history of values is not one of them.
  func changes(to new: Golden) -> [String] {
    var lines: [String] = []
    if valueText != new.valueText { lines.append("\(valueText) → \(new.valueText)") }
    let before = (try? CanonicalJSON.tree(self).object) ?? [:]
    let after = (try? CanonicalJSON.tree(new).object) ?? [:]
    for key in Set(before.keys).union(after.keys).subtracting(["value", "stderr", "history"]).sorted()
    where before[key] != after[key] {
      lines.append("\(key): \(before[key]?.compact ?? "absent") → \(after[key]?.compact ?? "absent")")
    }
    return lines.isEmpty ? ["history"] : lines
  }
}
