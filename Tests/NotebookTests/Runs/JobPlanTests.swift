import Testing

@testable import Notebook

/// How a plan becomes jobs of a queue.
@Suite struct JobPlanTests {
  let plan: PlanFile
  /// theory 1 task, walks 4, spread 1 (needs both), offset 1.
  init() throws { plan = PlanFile(try ToyCheckout().prepare()) }

  static let all = [[0], [0, 1, 2, 3], [0], [0]]

  /// Numbers of tasks that the elements of a job compute, clipped to its step as `task` does it.
  func numbers(_ job: JobPlan.Job) -> [Int] {
    job.elements.flatMap { element in
      let start = job.first + job.count * element
      guard let (step, task) = plan.task(start) else { return [start] }
      return Array(start..<min(start + job.count, start - task + plan.steps[step].tasks))
    }
  }

  @Test(
    "every missing task is in one job, after the jobs it needs, and the report is last",
    arguments: [1, 2, 3, 100], [1, 2, 1000])
  func complete(tasksPerJob: Int, arrayLimit: Int) {
    let jobs = JobPlan(plan, missing: Self.all, arrays: .steps(tasksPerJob: tasksPerJob), arrayLimit: arrayLimit).jobs
    #expect(jobs.flatMap(numbers) == Array(0...7))
    #expect(jobs.allSatisfy { !$0.elements.isEmpty && $0.elements.allSatisfy { 0..<arrayLimit ~= $0 } })
    let names = jobs.map(\.name)
    for (index, job) in jobs.enumerated() {
      #expect(job.after.allSatisfy { $0 < index })
      switch job.name {
      case "toy.spread": #expect(Set(job.after.map { names[$0] }) == ["toy.theory", "toy.walks"])
      // The others are needed by these.
      case "toy.report": #expect(Set(job.after.map { names[$0] }) == ["toy.spread", "toy.offset"])
      default: #expect(job.after.isEmpty)
      }
    }
    #expect(jobs.last?.name == "toy.report" && jobs.last?.first == plan.taskCount)
  }

  @Test("by level every missing task is in one job, after all jobs of what it needs", arguments: [1, 2, 3, 1000])
  func levels(arrayLimit: Int) {
    let jobs = JobPlan(plan, missing: Self.all, arrays: .levels, arrayLimit: arrayLimit).jobs
    #expect(jobs.flatMap(numbers).sorted() == Array(0...7))
    #expect(jobs.allSatisfy { !$0.elements.isEmpty && $0.elements.allSatisfy { 0..<arrayLimit ~= $0 } })
    let first = jobs.indices.filter { jobs[$0].name == "toy.level-1" }
    let second = jobs.indices.filter { jobs[$0].name == "toy.level-2" }
    #expect(first.flatMap { numbers(jobs[$0]) } == [0, 1, 2, 3, 4, 6])
    #expect(second.flatMap { numbers(jobs[$0]) } == [5] && second.allSatisfy { jobs[$0].after == first })
    #expect(first.allSatisfy { jobs[$0].after.isEmpty } && jobs.last?.after == second)
    // A stored step puts what needs it on the first level.
    let left = JobPlan(plan, missing: [[], [], [0], [0]], arrays: .levels, arrayLimit: arrayLimit).jobs
    #expect(left.dropLast().allSatisfy { $0.name == "toy.level-1" && $0.after.isEmpty })
    #expect(left.flatMap(numbers) == [5, 6, 7])
  }

  @Test("what is stored needs no job and is not waited for")
  func partial() {
    let jobs = JobPlan(plan, missing: [[], [1, 3], [0], []], arrayLimit: 100).jobs
    #expect(jobs.map(\.name) == ["toy.walks", "toy.spread", "toy.report"])
    #expect(jobs.map(\.ranges) == ["1,3", "0", "0"] && jobs.map(\.after) == [[], [0], [1]])
    let none = JobPlan(plan, missing: [[], [], [], []], arrayLimit: 100).jobs
    // A stored step keeps nothing away from the report, and what it needed may have been lost since.
    let lost = JobPlan(plan, missing: [[0], [1], [], []], arrayLimit: 100).jobs
    #expect(lost.map(\.name) == ["toy.theory", "toy.walks", "toy.report"] && lost[2].after == [0, 1])
    #expect(none.map(\.name) == ["toy.report"] && none[0].after.isEmpty)
  }

  @Test("commands come after what they need; several tasks share one")
  func commands() {
    let one = JobPlan(plan, missing: Self.all, arrayLimit: .max).commands("task")
    #expect(one == (0...7).map { "task --index \($0)" })
    let several = JobPlan(plan, missing: Self.all, arrays: .steps(tasksPerJob: 3), arrayLimit: .max).commands("task")
    #expect(several == [0, 1, 4, 5, 6].map { "task --index \($0) --count 3" } + ["task --index 7"])
  }

  @Test(
    "ranges without gaps",
    arguments: [
      ([], ""), ([5], "5"), ([0, 1, 2, 3, 7], "0-3,7"), ([2, 0, 1, 2], "0-2"), ([0, 2, 4], "0,2,4"),
    ])
  func ranges(elements: [Int], text: String) {
    #expect(JobPlan.Job(name: "", first: 0, count: 1, elements: elements, after: []).ranges == text)
  }
}
