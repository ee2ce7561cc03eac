import Foundation

/// A folder that exists as long as this value does.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "kadanoff-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ text: String, to path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// The bytes of every file below a folder by relative path, hidden files included.
  func files(below path: String = "") throws -> [String: Data] {
    let folder = url.appending(path: path)
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    var files: [String: Data] = [:]
    for name in names {
      let file = folder.appending(path: name)
      let values = try file.resourceValues(forKeys: [.isRegularFileKey])
      if values.isRegularFile == true { files[name] = try Data(contentsOf: file) }
    }
    return files
  }

  /// The inode of every file: a file that was written again has another one, since writing ends with a rename.
  func identities(below path: String = "") throws -> [String: UInt64] {
    var identities: [String: UInt64] = [:]
    for name in try files(below: path).keys {
      var info = stat()
      guard stat(url.appending(path: path).appending(path: name).path, &info) == 0 else { continue }
      identities[name] = UInt64(info.st_ino)
    }
    return identities
  }
}
