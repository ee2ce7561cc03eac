import Foundation

/// A study made ready for an engine: its plan, and what is missing.
public struct Submission: Sendable {
  public let study: PreparedStudy
  public let plan: PlanFile
  public let run: RunFolder
  /// For each step, the tasks without a sound result.
  public let missing: [[Int]]
  /// One line about code that changed behind stored results, or nil.
  public let sourcesWarning: String?

  public init(_ study: PreparedStudy) {
    self.study = study
    plan = PlanFile(study)
    run = RunFolder(plan, in: study.checkout)
    let status = study.status
    missing = status.steps.map(\.missing)
    sourcesWarning = status.sourcesWarning
  }

  /// Writes the plan for the processes that compute its tasks.
  ///
  /// - Throws: `StoreError.unwritable`.
  public func begin() throws(StoreError) { try run.begin(plan) }

  public var missingTasks: Int { missing.reduce(0) { $0 + $1.count } }

  public func jobs(tasksPerJob: Int, arrayLimit: Int = .max) -> JobPlan {
    JobPlan(plan, missing: missing, tasksPerJob: tasksPerJob, arrayLimit: arrayLimit)
  }

  /// The program and the plan as the words of a shell command, before the number of a task.
  public var taskCommand: String {
    "\(Self.quoted(Self.program.path)) task --plan \(Self.quoted(run.planFile.path))"
  }

  /// The running program.
  static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()

  /// A word as a shell reads it.
  static func quoted(_ word: String) -> String {
    let plain = word.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || "-_./=:,+@%".utf8.contains(byte)
    }
    return plain && !word.isEmpty ? word : "'" + word.replacing("'", with: #"'\''"#) + "'"
  }
}
