import Foundation
import Testing

@testable import Notebook

/// Looking into the store and clearing it.
@Suite(.timeLimit(.minutes(20))) struct CacheTests {
  @Test("lists every step with its tasks, size and whether a profile uses it")
  func listing() async throws {
    let toy = try ToyCheckout()
    #expect(try StoreListing(toy.checkout).items.isEmpty)
    try await toy.run()
    try await toy.run(set: ["shift=0"])
    let items = try StoreListing(toy.checkout).items
    #expect(items.map(\.step) == ["offset", "offset", "spread", "theory", "walks"])
    #expect(items.map(\.files) == [1, 1, 1, 1, 4])
    #expect(items.filter(\.inUse).count == 4 && items.allSatisfy { $0.study == "toy" && $0.bytes > 100 })
  }

  @Test("collecting removes what no profile uses, and nothing that a run needs")
  func collection() async throws {
    let toy = try ToyCheckout()
    try await toy.run()
    try await toy.run(set: ["shift=0"])
    let removed = try StoreListing(toy.checkout).collect()
    #expect(removed.folders == 1 && removed.bytes > 0)
    #expect(try await toy.run().tasksRun == 0)
    #expect(try await toy.run(set: ["shift=0"]).tasksRun == 1)
  }

  @Test("what a stopped run has stored is not collected")
  func stopped() async throws {
    let toy = try ToyCheckout()
    let study = try toy.prepare()
    let run = RunFolder(PlanFile(study), in: toy.checkout)
    try run.begin(PlanFile(study))
    let half = try PreparedStudy.self.init(ToyStudy.self, study.request, in: toy.checkout)
    _ = try await RunnerTests.run(half.plan, toy.checkout.store)
    #expect(try StoreListing(toy.checkout).collect().folders == 0)
    #expect(try toy.prepare().status.missingTasks == 0)
    try toy.folder.write("{", to: ".kadanoff/runs/\(run.name)/plan.json")
    #expect(throws: StoreError.self) { try StoreListing(toy.checkout) }
    // The run itself mends it, and leaves nothing behind when it is complete.
    try await toy.run()
    #expect(RunFolder.all(in: toy.checkout).isEmpty)
    #expect(try StoreListing(toy.checkout).collect().folders == 0)
  }

  @Test("temporary files of killed runs are collected once they are old")
  func leftovers() async throws {
    let toy = try ToyCheckout()
    try await toy.run()
    let folder = toy.checkout.store.stepFolder(try toy.prepare().plan.entries[0].folder)
    for (name, age) in [(".0.json.OLD.tmp", -7200.0), (".0.json.NEW.tmp", -60.0)] {
      let url = folder.appending(path: name)
      try Data("half".utf8).write(to: url)
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: age)], ofItemAtPath: url.path)
    }
    #expect(try StoreListing(toy.checkout).collect().leftovers == 1)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.contains(".0.json.NEW.tmp") && !names.contains(".0.json.OLD.tmp"))
  }

  @Test("a plan that cannot be read stops the collection instead of emptying the store")
  func damagedPlan() async throws {
    let toy = try ToyCheckout()
    try await toy.run()
    try toy.folder.write("{\"theory\":", to: ".kadanoff/plans/toy/smoke.json")
    let error = #expect(throws: StoreError.self) { try StoreListing(toy.checkout) }
    #expect(error?.description.contains("plans/toy/smoke.json is damaged") == true)
    // The run itself does not need it, and repairs it.
    #expect(try await toy.run().tasksRun == 0)
    #expect(try StoreListing(toy.checkout).collect().folders == 0)
  }

  @Test("removed steps are computed again")
  func removal() async throws {
    let toy = try ToyCheckout()
    try await toy.run()
    let listing = try StoreListing(toy.checkout)
    listing.remove(listing.items.filter { $0.step == "walks" })
    #expect(try await toy.run().tasksRun == 4)
  }
}
