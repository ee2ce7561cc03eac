import Foundation
import Subprocess

/// The user's jobs that wait or run in Slurm's queue. `sacct`, which remembers those that ended, is not there on many
/// clusters; what ended is told by the store.
public struct SlurmQueue: Sendable {
  /// State ("PENDING", "RUNNING", …) by array job and element.
  private var states: [Int: [Int: String]] = [:]

  /// - Throws: `SlurmError.missing` without squeue, `SlurmError.noAnswer` if the controller is down.
  public static func now() async throws(SlurmError) -> SlurmQueue {
    let result = try? await Subprocess.run(
      .name("squeue"), arguments: ["--noheader", "--array", "--me", "--format=%F %K %T"],
      output: .string(limit: 1 << 26), error: .string(limit: 1 << 16))
    guard let result else { throw .missing }
    guard result.terminationStatus.isSuccess else { throw .noAnswer(result.standardError) }
    return SlurmQueue(text: result.standardOutput)
  }

  /// Lines "array element state", as `squeue --format='%F %K %T'` prints them.
  init(text: String) {
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count == 3, let id = Int(words[0]) else { continue }
      states[id, default: [:]][Int(words[1]) ?? 0] = String(words[2])
    }
  }

  func holdsAny(of id: Int) -> Bool { states[id] != nil }

  /// Whether a job, "12_7", waits or runs.
  func holds(_ job: String) -> Bool {
    let numbers = job.split(separator: "_").compactMap { Int($0) }
    guard let id = numbers.first else { return false }
    return numbers.count < 2 ? states[id] != nil : states[id]?[numbers[1]] != nil
  }

  /// How many jobs of a run are in which state: "3 running, 80 pending", or nil if none is in the queue.
  public func sentence(of run: RunFolder) -> String? {
    let mine = SlurmJobs.read(run)?.ids.flatMap { states[$0].map { Array($0.values) } ?? [] } ?? []
    guard !mine.isEmpty else { return nil }
    let counts = Dictionary(mine.map { ($0.lowercased(), 1) }, uniquingKeysWith: +)
    return counts.sorted { $0.key > $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
  }
}
