import Foundation
import Subprocess

/// Asks other programs short questions.
public enum Tool {
  /// What a program prints, without the final newline, or nil if it is not there or fails.
  public static func output(_ program: String, _ arguments: [String]) async -> String? {
    let result = try? await Subprocess.run(
      .name(program), arguments: Arguments(arguments),
      output: .string(limit: 1 << 20), error: .discarded)
    guard let result, result.terminationStatus.isSuccess else { return nil }
    return result.standardOutput.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Whether a program is on the search path.
  static func isInstalled(_ program: String) -> Bool {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
    return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
  }

  /// What git prints about a checkout.
  public static func git(_ arguments: [String], in folder: URL) async -> String? {
    await output("git", ["-C", folder.path] + arguments)
  }

  public static func firstLine(_ program: String, _ arguments: [String]) async -> String? {
    await output(program, arguments)?.split(separator: "\n").first.map(String.init)
  }
}
