import Foundation

/// Writes files so that they are either whole or absent: a temporary name in the same folder, then a rename. The
/// temporary name is unique also among processes on other machines that share the folder.
enum AtomicFile {
  /// - Throws: `StoreError.unwritable` with the system's reason.
  static func write(_ data: Data, to url: URL) throws(StoreError) {
    let folder = url.deletingLastPathComponent()
    try makeFolder(folder)
    let temporary = folder.appending(path: ".\(url.lastPathComponent).\(UUID().uuidString).tmp")
    do {
      try data.write(to: temporary)
      guard rename(temporary.path, url.path) == 0 else {
        throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
      }
    } catch {
      try? FileManager.default.removeItem(at: temporary)
      throw StoreError.unwritable(file: url.path, reason: reason(of: error))
    }
  }

  /// Makes a folder and those above it, if they are not there.
  static func makeFolder(_ folder: URL) throws(StoreError) {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw StoreError.unwritable(file: folder.path, reason: reason(of: error))
    }
  }

  /// Writes only if the bytes differ from what is there, and says whether it wrote.
  static func update(_ data: Data, at url: URL) throws(StoreError) -> Bool {
    if FileManager.default.contents(atPath: url.path) == data { return false }
    try write(data, to: url)
    return true
  }

  /// The operating system's words ("No space left on device") rather than the framework's.
  private static func reason(of error: any Error) -> String {
    var nested: (any Error)? = error
    while let this = nested as NSError? {
      if this.domain == NSPOSIXErrorDomain { return String(cString: strerror(Int32(this.code))) }
      nested = this.userInfo[NSUnderlyingErrorKey] as? any Error
    }
    return (error as NSError).localizedDescription
  }
}
