import Foundation
import Testing

@testable import Notebook

/// Runs frozen into files.
@Suite struct PlanFileTests {
  let toy: ToyCheckout
  init() throws { toy = try ToyCheckout() }

  @Test("every number below the number of tasks is one task, step by step, and no other number is")
  func numbers() throws {
    let plan = PlanFile(try toy.prepare())
    #expect(plan.taskCount == 7 && plan.steps.map(\.tasks) == [1, 4, 1, 1])
    let tasks = (0..<plan.taskCount).compactMap { plan.task($0) }
    #expect(tasks.map(\.step) == [0, 1, 1, 1, 1, 2, 3] && tasks.map(\.task) == [0, 0, 1, 2, 3, 0, 0])
    #expect(plan.firsts == [0, 1, 5, 6])
    for number in [-1, plan.taskCount, .max, .min] { #expect(plan.task(number) == nil) }
  }

  @Test("a plan that was written and read again prepares the same run, also after the profile was edited")
  func frozen() throws {
    let study = try toy.prepare(set: ["shift=0.25", "walk.length=7"]) { $0.seed = 12 }
    let plan = PlanFile(study)
    let read = try PlanFile.read(try plan.encoded(), name: "p")
    #expect(read == plan && read.name == plan.name)
    try toy.folder.write("walk:\n  walkers: 9\n", to: "studies/toy/profiles/smoke.yaml")
    let again = try PreparedStudy(ToyStudy.self, read, in: toy.checkout)
    #expect(again.plan.entries.map(\.key) == study.plan.entries.map(\.key))
    #expect(again.parameters == study.parameters && again.request.assignments == study.request.assignments)
    #expect(again.plan.seed == 12 && again.reportFolder == study.reportFolder)
  }

  @Test("runs with other parameters, seeds, chapters or folders have other names")
  func names() throws {
    let plans = [
      try toy.prepare(), try toy.prepare(set: ["shift=0"]), try toy.prepare { $0.seed = 2 },
      try toy.prepare { $0.only = ["the-origin"] }, try toy.prepare { $0.output = URL(filePath: "/elsewhere") },
    ].map(PlanFile.init)
    #expect(Set(plans.map(\.name)).count == 5 && plans.allSatisfy { $0.name.hasPrefix("toy-smoke-") })
    // The number of processes is not part of the run.
    #expect(PlanFile(try toy.prepare { $0.jobs = 7 }).name == plans[0].name)
  }

  @Test("a plan of other code is refused, with the step that differs")
  func otherCode() throws {
    let plan = PlanFile(try toy.prepare())
    var text = String(decoding: try plan.encoded(), as: UTF8.self)
    text = text.replacing(plan.steps[1].key, with: String(repeating: "0", count: 64))
    let other = try PlanFile.read(Data(text.utf8), name: "p")
    let error = #expect(throws: PlanFileError.self) { try PreparedStudy(ToyStudy.self, other, in: toy.checkout) }
    #expect(error?.description.contains("(walks differs)") == true)
  }

  @Test(
    "files that are no plans are refused",
    arguments: [
      ("", "not a plan"), ("{}", "not a plan"), ("plan/1 → plan/2", "not a plan"),
      ("\"toy\" → \"../toy\"", "names of files"),
      ("\"tasks\" : 4 → \"tasks\" : -4", "step 'walks'"), ("\"walks\" → \"theory\"", "step 'theory'"),
    ])
  func refused(change: String, message: String) throws {
    var text = change
    let words = change.split(separator: " → ").map(String.init)
    if words.count == 2 {
      text = String(decoding: try PlanFile(toy.prepare()).encoded(), as: UTF8.self)
      #expect(text.contains(words[0]))
      text = text.replacing(words[0], with: words[1])
    }
    let error = #expect(throws: PlanFileError.self) { try PlanFile.read(Data(text.utf8), name: "p.json") }
    #expect(error?.description.hasPrefix("p.json: ") == true && error?.description.contains(message) == true)
  }

  @Test("the store of a run is the one its plan lies in")
  func place() throws {
    let moved = RunFolder(URL(filePath: "/mnt/group/store/runs/toy-smoke-1")).checkout(at: toy.folder.url)
    #expect(moved.work.path == "/mnt/group/store" && moved.root == toy.folder.url)
    let stray = RunFolder(URL(filePath: "/tmp/elsewhere")).checkout(at: toy.folder.url)
    #expect(stray.work == toy.checkout.work)
  }
}
