import Foundation

/// The end of a text file, for a terminal.
enum LastLines {
  /// The last five lines that are not empty; none if the file cannot be read.
  static func of(_ path: String) -> [String] {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    return String(decoding: data.suffix(4096), as: UTF8.self).split(separator: "\n").suffix(5).map {
      String($0).onOneLine
    }
  }
}
