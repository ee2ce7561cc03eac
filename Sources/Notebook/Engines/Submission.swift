import Foundation

/// A study made ready for an engine: its plan, and what is missing.
public struct Submission: Sendable {
  public let study: PreparedStudy
  public let plan: PlanFile
  public let run: RunFolder
  /// For each step, the tasks without a sound result.
  public let missing: [[Int]]
  /// Whether nothing was known of the run before.
  let isNew: Bool
  /// One line about code that changed behind stored results, or nil.
  public let sourcesWarning: String?

  /// Writes the plan, so that from here on nothing it names is removed, and looks at what is stored.
  ///
  /// - Parameter dryRun: writes nothing.
  /// - Throws: `StoreError.unwritable`.
  public init(_ study: PreparedStudy, dryRun: Bool = false) throws(StoreError) {
    self.study = study
    plan = PlanFile(study)
    run = RunFolder(plan, in: study.checkout)
    isNew = !run.hasPlan
    if !dryRun { try run.begin(plan) }
    let status = study.status
    missing = status.steps.map(\.missing)
    sourcesWarning = status.sourcesWarning
  }

  /// Keeps the folder of the run for commands that others will start whenever they like.
  ///
  /// - Throws: `StoreError.unwritable`.
  public func handOut() throws(StoreError) { try run.handOut() }

  public var missingTasks: Int { missing.reduce(0) { $0 + $1.count } }

  public func jobs(_ arrays: JobPlan.Arrays, arrayLimit: Int = .max) -> JobPlan {
    JobPlan(plan, missing: missing, arrays: arrays, arrayLimit: arrayLimit)
  }

  /// The program and the plan as the words of a shell command, before the number of a task.
  public var taskCommand: String {
    "\(Self.program.path.shellWord) task --plan \(run.planFile.path.shellWord)"
  }

  /// The same for others to start, from any folder: the program need not lie in its checkout.
  public var listedCommand: String { "env KADANOFF_ROOT=\(study.checkout.root.path.shellWord) \(taskCommand)" }

  /// The running program.
  static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
}
