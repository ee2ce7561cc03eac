import Foundation
import Testing

@testable import Notebook

/// What stands beside the results.
@Suite(.timeLimit(.minutes(20))) struct ProvenanceTests {
  static func load(_ toy: ToyCheckout) throws -> Provenance {
    let data = try toy.folder.files(below: ReportTests.report)["provenance.json"]
    return try CanonicalJSON.decode(Provenance.self, from: try #require(data))
  }

  @Test("names versions, jobs, seed, and the cost of every step with its key")
  func contents() async throws {
    let toy = try ToyCheckout()
    let plan = try toy.prepare().plan
    try await toy.run { $0.jobs = 3 }
    let made = try Self.load(toy)
    #expect(made.study == "toy" && made.profile == "smoke" && made.jobs == 3 && made.seed == 1)
    #expect(made.versions["gsl"]?.isEmpty == false && made.versions["gnuplot"]?.contains("gnuplot") == true)
    #expect(made.steps.map(\.key) == plan.entries.map(\.key))
    #expect(made.steps.map(\.tasksRun) == [1, 4, 1, 1])
    #expect(made.cpuSeconds > 0 && made.duration > 0 && made.peakMemoryMiB > 1)
    // The temporary folder is no repository.
    #expect(made.commit == "unknown" && made.dirty)
  }

  @Test("stored steps keep the cost of the run that made them")
  func storedCosts() async throws {
    let toy = try ToyCheckout()
    try await toy.run()
    let first = try Self.load(toy)
    try toy.folder.write("walk:\n  walkers: 4\n  length: 16\nshift: 0.25\n", to: "studies/toy/profiles/smoke.yaml")
    try await toy.run()
    let second = try Self.load(toy)
    #expect(second.steps.map(\.tasksRun) == [0, 0, 0, 1])
    // A stored task has the time of its body; the run that made it adds the time of storing it.
    for (old, new) in zip(first.steps, second.steps).prefix(3) {
      #expect(new.cpuSeconds > 0 && new.cpuSeconds <= old.cpuSeconds)
    }
  }
}
