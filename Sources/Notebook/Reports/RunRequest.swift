import Foundation

/// What a user asks for: which profile, what to change in it, which chapters, where to write.
public struct RunRequest: Sendable {
  public var profile = "quick"
  /// `key=value`, in the order given.
  public var assignments: [String] = []
  /// Chapters by title or slug; empty means all.
  public var only: [String] = []
  public var seed: UInt64?
  public var jobs = ProcessInfo.processInfo.activeProcessorCount
  public var output: URL?
  /// Steps to compute again although they are stored.
  public var rerun: [String] = []
  public var quiet = false

  /// The seed of every committed report.
  public static let standardSeed: UInt64 = 1

  public init() {}

  /// Whether the profile runs as it is: only then may the paper profile write to `reports/`.
  public var isPlain: Bool { assignments.isEmpty && only.isEmpty && seed == nil }

  /// The command that makes the same report again.
  func command(for study: String) -> String {
    var words = ["kadanoff run \(study) --profile \(profile)"]
    words += assignments.map { "--set \($0.inShellQuotes)" }
    words += only.map { "--only \($0.inShellQuotes)" }
    if let seed { words.append("--seed \(seed)") }
    return words.joined(separator: " ")
  }

  /// The folder that receives a folder for each study.
  public func folder(in checkout: Checkout) -> URL {
    if let output { return output.absoluteURL }
    if profile == "paper", isPlain { return checkout.reports }
    let name = isPlain ? profile : "\(profile)-custom"
    return checkout.work.appending(path: "reports").appending(path: name)
  }
}
