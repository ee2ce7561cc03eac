import Foundation

/// A digest of source files, to notice that the code behind a stored result has changed.
///
/// It only warns: whether a change of code changes results is the author's decision, declared by a step's revision.
struct SourceFingerprint: Sendable {
  /// Sixteen hexadecimal digits, or empty if none of the folders is there (an installed binary).
  let digest: String

  /// - Parameters:
  ///   - folders: relative to `root`; every `.swift`, `.h` and `.c` file below them counts.
  ///   - root: the checkout.
  init(folders: [String], root: URL) {
    var lines: [String] = []
    for folder in folders.sorted() {
      let base = root.appending(path: folder)
      let names = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
      for name in names.sorted() where [".swift", ".h", ".c"].contains(where: { name.hasSuffix($0) }) {
        guard let data = FileManager.default.contents(atPath: base.appending(path: name).path) else { continue }
        lines.append("\(folder)/\(name) \(CanonicalJSON.sha256(data))")
      }
    }
    digest = lines.isEmpty ? "" : String(CanonicalJSON.sha256(Data(lines.joined(separator: "\n").utf8)).prefix(16))
  }
}
