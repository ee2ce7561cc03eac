import Foundation

/// A run frozen into a file: the study, its parameters and the key of every step, so that any process that sees the
/// folder can compute one of its tasks, later and elsewhere, and get what the run meant.
///
/// Tasks have one number each: those of the first step come first, step by step in the order of the plan, and the
/// number after the last task is the report's.
public struct PlanFile: Codable, Sendable, Hashable {
  public let schema: String
  public let study: String
  public let profile: String
  public let assignments: [String]
  public let only: [String]
  public let seed: UInt64?
  /// The folder for the reports, if it is not the one of the profile.
  public let output: String?
  /// Every parameter, so that a profile may be edited while the run waits in a queue.
  public let parameters: JSONValue
  /// Each after the steps that it needs.
  public let steps: [PlannedStep]

  public struct PlannedStep: Codable, Sendable, Hashable {
    public let name: String
    public let key: String
    /// Key of the folder of the store that its tasks are in.
    public let folder: String
    public let tasks: Int
    public let needs: [String]
  }

  init(_ study: PreparedStudy) {
    schema = Self.schema
    self.study = study.name
    profile = study.request.profile
    assignments = study.request.assignments
    only = study.request.only
    seed = study.request.seed
    output = study.request.output?.absoluteURL.path
    parameters = study.parameters
    steps = study.plan.entries.map { entry in
      PlannedStep(
        name: entry.name, key: entry.key, folder: entry.folder, tasks: entry.taskCount,
        needs: entry.node.needs.map(\.name).sorted())
    }
  }

  private static let schema = "plan/1"

  /// Tasks of all steps; also the number of the report.
  public var taskCount: Int { steps.reduce(0) { $0 + $1.tasks } }

  /// The number of the first task of each step.
  public var firsts: [Int] {
    var next = 0
    return steps.map { step in
      defer { next += step.tasks }
      return next
    }
  }

  /// The step (by position) and the task in it that have a number, or nil for the number of the report and beyond.
  public func task(_ number: Int) -> (step: Int, task: Int)? {
    var left = number
    guard left >= 0 else { return nil }
    for (index, step) in steps.enumerated() {
      if left < step.tasks { return (index, left) }
      left -= step.tasks
    }
    return nil
  }

  /// Names the run: the study, the profile and eight digits that differ for other parameters, seeds or code revisions.
  public var name: String { "\(study)-\(profile)-\(((try? CanonicalJSON.digest(self)) ?? "").prefix(8))" }

  /// What a user asked for.
  var request: RunRequest {
    var request = RunRequest()
    request.profile = profile
    request.assignments = assignments
    request.only = only
    request.seed = seed
    request.output = output.map { URL(filePath: $0) }
    return request
  }

  func encoded() throws -> Data { try CanonicalJSON.encode(self, pretty: true) }

  /// - Throws: `PlanFileError` for a file that is absent or not a plan.
  public static func read(_ url: URL) throws(PlanFileError) -> PlanFile {
    guard let data = FileManager.default.contents(atPath: url.path) else {
      throw PlanFileError("\(url.path): no such file; 'kadanoff submit STUDY --engine list' makes a plan")
    }
    return try read(data, name: url.path)
  }

  static func read(_ data: Data, name: String) throws(PlanFileError) -> PlanFile {
    guard let plan = try? CanonicalJSON.decode(PlanFile.self, from: data), plan.schema == schema else {
      throw PlanFileError("\(name): not a plan of this version")
    }
    guard isFileName(plan.study), isFileName(plan.profile) else {
      throw PlanFileError("\(name): the names of study and profile must be names of files")
    }
    var known: Set<String> = []
    for step in plan.steps {
      guard isDigest(step.key), isDigest(step.folder), 0...mostTasks ~= step.tasks, known.isSuperset(of: step.needs),
        known.insert(step.name).inserted
      else { throw PlanFileError("\(name): step '\(step.name)' is not one of a plan") }
    }
    return plan
  }

  /// Far beyond any run; keeps sums of damaged plans within an `Int`.
  private static let mostTasks = 1_000_000_000

  private static func isFileName(_ text: String) -> Bool {
    !text.isEmpty && !text.hasPrefix(".") && !text.contains("/") && !text.contains("\0")
  }

  private static func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }
}

/// A plan file that cannot be used, or a number that is not in it: one line.
public struct PlanFileError: Error, Sendable, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description.onOneLine }
}
