import Foundation
import Subprocess

/// The user's jobs that wait or run in Slurm's queue. `sacct`, which remembers those that ended, is not there on many
/// clusters; what ended is told by the store.
public struct SlurmQueue: Sendable {
  /// State ("running", "pending (Priority)", …) by array job and element.
  private var states: [Int: [Int: String]] = [:]

  /// Seconds after which a controller is said not to answer; squeue itself asks for a minute.
  private static let patience = 10

  /// - Throws: `SlurmError.noQueue` without squeue, `SlurmError.noAnswer` if the controller is down.
  public static func now() async throws(SlurmError) -> SlurmQueue {
    guard Tool.isInstalled("squeue") else { throw .noQueue }
    let arguments = ["--noheader", "--array", "--me", "--format=%F %K %T %r"]
    let result = await withTaskGroup(of: (status: TerminationStatus, output: String, errors: String)?.self) { group in
      group.addTask {
        var options = PlatformOptions()
        options.teardownSequence = []
        let result = try? await Subprocess.run(
          .name("squeue"), arguments: Arguments(arguments), platformOptions: options,
          output: .string(limit: 1 << 26), error: .string(limit: 1 << 16))
        return result.map { ($0.terminationStatus, $0.standardOutput, $0.standardError) }
      }
      group.addTask {
        try? await Task.sleep(for: .seconds(patience))
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first
    }
    guard let result else { throw .noAnswer("no answer within \(patience) seconds") }
    guard result.status.isSuccess else { throw .noAnswer(result.errors) }
    return SlurmQueue(text: result.output)
  }

  /// Lines "array element state reason", as `squeue --format='%F %K %T %r'` prints them.
  init(text: String) {
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 3)
      guard words.count >= 3, let id = Int(words[0]), words[2].allSatisfy({ $0.isUppercase || $0 == "_" }) else {
        continue
      }
      let reason = words.count > 3 && words[3] != "None" ? " (\(words[3]))" : ""
      states[id, default: [:]][Int(words[1]) ?? 0] = words[2].lowercased() + reason
    }
  }

  /// The command that takes the jobs of a run out of the queue, or nil if none is in it.
  public func cancellation(of run: RunFolder) -> String? {
    let ids = SlurmJobs.read(run)?.ids.filter { holdsAny(of: $0) } ?? []
    return ids.isEmpty ? nil : Slurm.cancellation(of: ids)
  }

  func holdsAny(of id: Int) -> Bool { states[id] != nil }

  /// Whether a job, "12_7", waits or runs.
  func holds(_ job: String) -> Bool {
    let numbers = job.split(separator: "_").compactMap { Int($0) }
    guard let id = numbers.first else { return false }
    return numbers.count < 2 ? states[id] != nil : states[id]?[numbers[1]] != nil
  }

  /// How many jobs of a run are in which state and why: "3 running, 80 pending (Dependency)", or nil if none is in the queue.
  public func sentence(of run: RunFolder) -> String? {
    let mine = SlurmJobs.read(run)?.ids.flatMap { states[$0].map { Array($0.values) } ?? [] } ?? []
    guard !mine.isEmpty else { return nil }
    let counts = Dictionary(mine.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.sorted { $0.key > $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
  }
}
