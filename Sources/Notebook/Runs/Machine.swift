import Foundation

/// Which machine and process this is, as other machines that share a folder can tell it.
enum Machine {
  /// For people.
  static let host: String = {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "unknown" }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }()

  /// Equal for two processes only if each can see whether the other is alive: one start of one kernel, and one set of
  /// process numbers (containers have their own).
  static let identity: String = {
    let boot = FileManager.default.contents(atPath: "/proc/sys/kernel/random/boot_id") ?? Data()
    let space = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/pid")) ?? ""
    return String(CanonicalJSON.sha256(boot + Data(space.utf8)).prefix(16))
  }()

  /// When a process of this machine was started, in ticks since its boot; nil if it is gone. A number that was given
  /// to a new process has another birth.
  static func birth(of pid: Int32) -> Int? {
    guard let data = FileManager.default.contents(atPath: "/proc/\(pid)/stat") else { return nil }
    // The second field, the name in parentheses, may have spaces.
    let fields = String(decoding: data, as: UTF8.self).split(separator: ")").last?.split(separator: " ") ?? []
    guard fields.count > 19, fields[0] != "Z" else { return nil }
    return Int(fields[19])
  }
}
