/// A plan cut into the jobs of a queue: arrays of jobs, in chunks if the queue limits their size, each after the arrays
/// that it needs, and the report last. Steps that are stored need no job.
public struct JobPlan: Sendable, Hashable {
  /// An array of jobs. Element e computes the tasks `first + count·e ..< first + count·(e + 1)` of the plan.
  public struct Job: Sendable, Hashable {
    public let name: String
    public let first: Int
    public let count: Int
    /// Elements with something to do, ascending.
    public let elements: [Int]
    /// The jobs, by position in the list, that must have succeeded before.
    public let after: [Int]
  }

  public let jobs: [Job]

  /// What makes an array.
  public enum Arrays: Sendable, Hashable {
    /// The tasks of a step; an element computes so many of them one after the other.
    case steps(tasksPerJob: Int)
    /// The tasks of all steps that are equally far from the start: few arrays for many small steps, but each waits for
    /// the slowest task of the one before.
    case levels
  }

  /// - Parameters:
  ///   - missing: for each step of the plan, the tasks without a result.
  ///   - arrayLimit: elements of an array are numbered below this.
  public init(_ plan: PlanFile, missing: [[Int]], arrays: Arrays = .steps(tasksPerJob: 1), arrayLimit: Int) {
    var jobs: [Job] = []
    var jobsOfStep: [String: [Int]] = [:]
    var needed: Set<Int> = []
    for group in Self.groups(plan, missing, arrays) {
      let after = Set(group.steps.flatMap { plan.steps[$0].needs.flatMap { jobsOfStep[$0] ?? [] } }).sorted()
      needed.formUnion(after)
      let elements = Set(group.tasks.map { $0 / group.tasksPerJob }).sorted()
      let chunks = Dictionary(grouping: elements, by: { $0 / arrayLimit }).sorted { $0.key < $1.key }
      for (chunk, members) in chunks {
        jobs.append(
          Job(
            name: "\(plan.study).\(group.name)", first: group.start + chunk * arrayLimit * group.tasksPerJob,
            count: group.tasksPerJob, elements: members.map { $0 - chunk * arrayLimit }, after: after))
      }
      let ofGroup = Array(jobs.indices.suffix(chunks.count))
      for step in group.steps { jobsOfStep[plan.steps[step].name] = ofGroup }
    }
    jobs.append(
      Job(
        name: "\(plan.study).report", first: plan.taskCount, count: 1, elements: [0],
        after: jobs.indices.filter { !needed.contains($0) }))
    self.jobs = jobs
  }

  /// Steps whose missing tasks share an array.
  private struct Group {
    let name: String
    let steps: [Int]
    /// The number in the plan that tasks are counted from.
    let start: Int
    let tasks: [Int]
    let tasksPerJob: Int
  }

  /// Each group after those it needs, without the steps that miss nothing.
  private static func groups(_ plan: PlanFile, _ missing: [[Int]], _ arrays: Arrays) -> [Group] {
    let firsts = plan.firsts
    let open = plan.steps.indices.filter { !missing[$0].isEmpty }
    switch arrays {
    case .steps(let tasksPerJob):
      return open.map {
        Group(
          name: plan.steps[$0].name, steps: [$0], start: firsts[$0], tasks: missing[$0], tasksPerJob: tasksPerJob)
      }
    case .levels:
      var levels: [String: Int] = [:]
      for index in open {
        let step = plan.steps[index]
        levels[step.name] = 1 + (step.needs.compactMap { levels[$0] }.max() ?? 0)
      }
      return Dictionary(grouping: open) { levels[plan.steps[$0].name]! }.sorted { $0.key < $1.key }.map {
        level, steps in
        Group(
          name: "level-\(level)", steps: steps, start: 0,
          tasks: steps.flatMap { step in missing[step].map { firsts[step] + $0 } }, tasksPerJob: 1)
      }
    }
  }

  /// One command for each element, in an order in which each comes after what it needs.
  ///
  /// - Parameter program: words before the options of `task`.
  public func commands(_ program: String) -> [String] {
    jobs.flatMap { job in
      job.elements.map { element in
        let several = job.count > 1 ? " --count \(job.count)" : ""
        return "\(program) --index \(job.first + job.count * element)\(several)"
      }
    }
  }
}

extension JobPlan.Job {
  /// The elements as a queue writes them: "0-3,7".
  var ranges: String {
    IntegerRanges(elements).ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ",")
  }
}
