import Foundation
import Synchronization

/// The content-addressed store of task results: one file a task, under the step's folder key.
///
/// A file is a header line with the SHA-256 of everything else in the file, then the result. It is written to a
/// temporary name and renamed, so a file is either whole or absent whatever kills the process, and two processes
/// that compute the same task store the same result. A file that was truncated or altered anywhere is recognised
/// by its checksum.
public struct Store: Sendable {
  /// The folder, usually `.kadanoff/store`.
  public let folder: URL

  /// A stored result and what is known about its making.
  public struct Item: Sendable {
    public let payload: Data
    /// Digest of the sources that made it, empty if they were not at hand.
    public let sources: String
    public let cpuSeconds: Double
  }

  public init(folder: URL) { self.folder = folder }

  /// What a file holds of a task.
  public enum Content: String, Sendable {
    /// The result.
    case result = "json"
    /// Where a task that is under way had got to; removed when its result is stored.
    case state
  }

  public func file(_ key: String, task: Int, _ content: Content = .result) -> URL {
    stepFolder(key).appending(path: "\(task).\(content.rawValue)")
  }

  public func stepFolder(_ key: String) -> URL {
    folder.appending(path: String(key.prefix(2))).appending(path: key)
  }

  /// - Returns: the result or state, or nil if it is not stored.
  /// - Throws: `StoreError.corrupt` if the file is there but damaged.
  public func load(_ key: String, task: Int, _ content: Content = .result) throws(StoreError) -> Item? {
    let url = file(key, task: task, content)
    guard let data = FileManager.default.contents(atPath: url.path) else { return nil }
    guard let end = data.firstIndex(of: 0x0A), let header = Header(data[..<end]) else {
      throw StoreError.corrupt(file: url.path, reason: "its header cannot be read")
    }
    let payload = Data(data[(end + 1)...])
    guard payload.count == header.bytes else {
      throw StoreError.corrupt(file: url.path, reason: "\(payload.count) bytes instead of \(header.bytes)")
    }
    guard header.sha256 == header.checksum(with: payload) else {
      throw StoreError.corrupt(file: url.path, reason: "its checksum does not match")
    }
    return Item(payload: payload, sources: header.sources, cpuSeconds: header.cpuSeconds)
  }

  /// The tasks of a step whose results are there, whole or damaged, ascending: one look at the folder, no file is
  /// opened.
  func tasksWithResults(_ key: String) -> [Int] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: stepFolder(key).path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.compactMap { Int($0.dropLast(5)) }.sorted()
  }

  /// What a result cost, from the first line of its file alone.
  func cpuSeconds(_ key: String, task: Int) -> Double? {
    guard let handle = try? FileHandle(forReadingFrom: file(key, task: task)) else { return nil }
    defer { try? handle.close() }
    let start = (try? handle.read(upToCount: 256)) ?? Data()
    return start.firstIndex(of: 0x0A).flatMap { Header(start[..<$0]) }?.cpuSeconds
  }

  /// Writes a result or state; an existing one is replaced.
  ///
  /// - Throws: `StoreError.unwritable` with the system's reason (no space, no permission, …).
  public func save(_ item: Item, _ key: String, task: Int, _ content: Content = .result) throws(StoreError) {
    var header = Header(
      sha256: "", bytes: item.payload.count, sources: item.sources, cpuSeconds: item.cpuSeconds)
    header.sha256 = header.checksum(with: item.payload)
    try AtomicFile.write(header.line + item.payload, to: file(key, task: task, content))
  }

  /// Removes the state of a task, if there is one.
  func removeState(_ key: String, task: Int) {
    try? FileManager.default.removeItem(at: file(key, task: task, .state))
  }

  /// Says once, beside the results, what a folder holds.
  public func describe(_ entry: Plan.Entry) throws(StoreError) {
    let url = stepFolder(entry.folder).appending(path: "step.json")
    guard !FileManager.default.fileExists(atPath: url.path) else { return }
    guard let data = try? CanonicalJSON.encode(entry.record, pretty: true) else { return }
    try AtomicFile.write(data, to: url)
  }
}

/// The first line of a stored file.
private struct Header {
  var sha256: String
  var bytes: Int
  var sources: String
  var cpuSeconds: Double

  init(sha256: String, bytes: Int, sources: String, cpuSeconds: Double) {
    self.sha256 = sha256
    self.bytes = bytes
    self.sources = sources
    self.cpuSeconds = cpuSeconds
  }

  init?(_ line: Data) {
    let words = String(decoding: line, as: UTF8.self).split(separator: " ")
    guard words.first == "kadanoff-store/2" else { return nil }
    var fields: [Substring: Substring] = [:]
    for word in words.dropFirst() {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { fields[parts[0]] = parts[1] }
    }
    guard let sha256 = fields["sha256"], sha256.count == 64, let bytes = fields["bytes"].flatMap({ Int($0) }),
      let seconds = fields["cpu"].flatMap({ Double($0) }), let sources = fields["sources"]
    else { return nil }
    self.init(sha256: String(sha256), bytes: bytes, sources: String(sources), cpuSeconds: seconds)
  }

  var line: Data { Data("kadanoff-store/2 sha256=\(sha256) \(fields)\n".utf8) }

  /// SHA-256 of the other fields of the header and the result.
  func checksum(with payload: Data) -> String {
    CanonicalJSON.sha256(Data("\(fields)\n".utf8) + payload)
  }

  private var fields: String { "bytes=\(bytes) sources=\(sources) cpu=\(cpuSeconds)" }
}
