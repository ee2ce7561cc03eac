/// A plan cut into the jobs of a queue: one array of jobs a step, in chunks if the queue limits their size, each after
/// the arrays that it needs, and the report last. Steps that are stored need no job.
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

  /// - Parameters:
  ///   - missing: for each step of the plan, the tasks without a result.
  ///   - tasksPerJob: how many tasks an element computes one after the other.
  ///   - arrayLimit: elements of an array are numbered below this.
  public init(_ plan: PlanFile, missing: [[Int]], tasksPerJob: Int = 1, arrayLimit: Int) {
    var jobs: [Job] = []
    var jobsOfStep: [String: [Int]] = [:]
    var needed: Set<Int> = []
    let firsts = plan.firsts
    for (index, step) in plan.steps.enumerated() {
      let elements = Set(missing[index].map { $0 / tasksPerJob }).sorted()
      let after = step.needs.flatMap { jobsOfStep[$0] ?? [] }.sorted()
      if !elements.isEmpty { needed.formUnion(after) }
      for (chunk, members) in Dictionary(grouping: elements, by: { $0 / arrayLimit }).sorted(by: { $0.key < $1.key }) {
        jobsOfStep[step.name, default: []].append(jobs.count)
        jobs.append(
          Job(
            name: "\(plan.study).\(step.name)", first: firsts[index] + chunk * arrayLimit * tasksPerJob,
            count: tasksPerJob, elements: members.map { $0 - chunk * arrayLimit }, after: after))
      }
    }
    jobs.append(
      Job(
        name: "\(plan.study).report", first: plan.taskCount, count: 1, elements: [0],
        after: jobs.indices.filter { !needed.contains($0) }))
    self.jobs = jobs
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
