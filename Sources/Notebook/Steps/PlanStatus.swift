import Foundation

/// What of a plan is already in the store.
public struct PlanStatus: Sendable {
  /// One step: how many of its tasks are stored, and why the others are not.
  public struct StepStatus: Sendable {
    public let name: String
    public let tasks: Int
    /// Tasks without a sound result.
    public let missing: [Int]
    /// "new", "damaged file …", or what changed since the last complete run.
    public let reason: String?
    /// Stored results were made by sources that differ from the present ones, under the same revision.
    public let sourcesChanged: Bool
    public let cpuSeconds: Double

    public var stored: Int { tasks - missing.count }
    public var isComplete: Bool { missing.isEmpty }
  }

  public let steps: [StepStatus]
  /// One line for every damaged file.
  public let damage: [String]

  public var missingTasks: Int { steps.reduce(0) { $0 + $1.missing.count } }

  /// One line, or nil: the author is asked whether the change of code changes results.
  public var sourcesWarning: String? {
    let names = steps.filter(\.sourcesChanged).map(\.name)
    guard let first = names.first else { return nil }
    let list =
      names.count > 4
      ? "\(names.prefix(3).joined(separator: ", ")) and \(names.count - 3) more" : names.joined(separator: ", ")
    return "warning: the sources behind stored results changed while the revision did not: \(list)"
      + " (kept; --rerun \(first) computes it again)"
  }

  /// Reads every file of the plan's steps once (and checks its checksum).
  init(of plan: Plan, in store: Store, last: LastPlan, sources: SourceFingerprint) {
    var steps: [StepStatus] = []
    var damage: [String] = []
    for entry in plan.entries {
      var missing: [Int] = []
      var seconds = 0.0
      var changed = false
      var broken: String?
      for task in 0..<entry.taskCount {
        do throws(StoreError) {
          guard let item = try store.load(entry.folder, task: task) else {
            missing.append(task)
            continue
          }
          seconds += item.cpuSeconds
          changed = changed || (!item.sources.isEmpty && !sources.digest.isEmpty && item.sources != sources.digest)
        } catch {
          broken = error.description
          missing.append(task)
          damage.append("\(plan.study)/\(entry.name): \(error)")
        }
      }
      let reason: String? =
        missing.isEmpty
        ? nil : broken ?? last.reason(entry.record) ?? (missing.count == entry.taskCount ? "new" : "unfinished")
      steps.append(
        StepStatus(
          name: entry.name, tasks: entry.taskCount, missing: missing, reason: reason, sourcesChanged: changed,
          cpuSeconds: seconds))
    }
    self.steps = steps
    self.damage = damage
  }
}
