import Elementary
import Foundation
import GSL

/// `provenance.json`: what a report was made with and how long it took. It stands beside the results, not in them.
public struct Provenance: Codable, Sendable {
  public var schema = "provenance/1"
  public let study: String
  public let profile: String
  public let seed: UInt64
  /// The commit the code was at, and whether files outside `reports/` differed from it.
  public let commit: String
  public let dirty: Bool
  public let sources: String
  public let versions: [String: String]
  public let processor: String
  public let jobs: Int
  public let start: String
  public let duration: Double
  public let cpuSeconds: Double
  public let peakMemoryMiB: Double
  public let steps: [StepCost]

  /// One step: all its tasks, the stored ones with what they cost when they ran.
  public struct StepCost: Codable, Sendable {
    public let name: String
    public let key: String
    public let tasks: Int
    public let tasksRun: Int
    public let cpuSeconds: Double
  }

  static func gather(
    study: PreparedStudy, costs: [String: Runner.Cost], start: Date, duration: Duration
  ) async -> Provenance {
    let root = study.checkout.root
    let changes = await Tool.git(["status", "--porcelain", "--", ".", ":!reports"], in: root)
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Provenance(
      study: study.name, profile: study.request.profile, seed: study.plan.seed,
      commit: await Tool.git(["rev-parse", "HEAD"], in: root) ?? "unknown",
      dirty: changes.map { !$0.isEmpty } ?? true, sources: study.sources.digest,
      versions: await versions(), processor: processorName, jobs: study.request.jobs,
      start: start.ISO8601Format(), duration: duration / .seconds(1),
      cpuSeconds: ProcessorTime.ofProcess, peakMemoryMiB: Double(usage.ru_maxrss) / 1024,
      steps: study.plan.entries.map { entry in
        StepCost(
          name: entry.name, key: entry.key, tasks: entry.taskCount, tasksRun: costs[entry.name]?.tasksRun ?? 0,
          cpuSeconds: costs[entry.name]?.cpuSeconds ?? 0)
      })
  }

  private static func versions() async -> [String: String] {
    var versions = ["gsl": GSLLibrary.version]
    versions["gnuplot"] = (try? await Gnuplot.locate().version()) ?? "unknown"
    versions["swift"] = await Tool.firstLine("swift", ["--version"]) ?? "unknown"
    versions["instructions"] = InstructionSet.builtFor
    versions["system"] = ProcessInfo.processInfo.operatingSystemVersionString
    return versions
  }

  static var processorName: String {
    let text = FileManager.default.contents(atPath: "/proc/cpuinfo").map { String(decoding: $0, as: UTF8.self) }
    let line = text?.split(separator: "\n").first { $0.hasPrefix("model name") }
    return line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? "unknown"
  }
}
