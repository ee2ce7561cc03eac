import Foundation
import Testing

@testable import Notebook

/// Replacing reference values: what it keeps, and what it refuses.
@Suite struct GoldenUpdateTests {
  static let measured = Golden.Source(
    type: .run, where: "first run", run: .init(profile: "paper", seed: 1, effectiveSamples: 160))

  static let goldens: GoldenFile = {
    var trained = GoldenComparisonTests.golden(
      .statistical, .double(0.5), stderr: 0.01, rule: .init(resolution: 1),
      parameters: ["epochs": .int(100)], id: "flow/mean")
    trained.source = measured
    trained.degreesOfFreedom = 15
    var trace = GoldenComparisonTests.golden(.exact, .int(3), id: "flow/count")
    trace.source = measured
    return GoldenFile(
      study: "toy",
      entries: [
        trained, trace,
        GoldenComparisonTests.golden(.numeric, .double(2), rule: .init(absolute: 0.1), id: "theory/Jc"),
        GoldenComparisonTests.golden(.published, .double(2), stderr: 0.1, id: "paper/Jc"),
        GoldenComparisonTests.golden(.property, rule: .init(predicate: .lessThan(1)), id: "property"),
      ])
  }()

  /// A run; with the defaults everything passes.
  static func run(
    seed: UInt64 = 1, mean: Double = 0.5, samples: Double? = 16, count: Int = 3, theory: Double = 2,
    epochs: Int = 100, study: String = "toy"
  ) -> MeasuredRun {
    var flow = GoldenComparisonTests.quantity(.double(mean), stderr: 0.02, id: "flow/mean")
    flow.effectiveSamples = samples
    return MeasuredRun(
      study: study, profile: "paper", seed: seed, parameters: .object(["epochs": .int(epochs)]),
      quantities: [
        flow, GoldenComparisonTests.quantity(.int(count), id: "flow/count"),
        GoldenComparisonTests.quantity(.double(theory), id: "theory/Jc"),
        GoldenComparisonTests.quantity(.double(2), id: "paper/Jc"),
        GoldenComparisonTests.quantity(.double(0), id: "property"),
      ])
  }

  static func request(
    _ selection: GoldenUpdate.Selection, reason: String = "sampler corrected", isDirty: Bool = false,
    environment: [String: String] = [:]
  ) -> GoldenUpdate {
    GoldenUpdate(
      selection, reason: reason, author: "A. Physicist", date: "2025-01-31", isDirty: isDirty,
      environment: environment)
  }

  /// What the update refuses with, if it does.
  static func refusal(_ update: GoldenUpdate, from run: MeasuredRun, judged: MeasuredRun? = nil) -> String? {
    do {
      _ = try goldens.updating(update, from: run, judged: judged ?? run)
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test("the new value, error, source and parameters are the run's; the old ones go into the history")
  func keepsHistory() throws {
    let run = Self.run(seed: 7, mean: 0.7, samples: 160, epochs: 200)
    let once = try Self.goldens.updating(
      Self.request(.ids(["flow/mean"])), from: run, judged: Self.run())
    let golden = try #require(once["flow/mean"])
    #expect(golden.value == .double(0.7))
    #expect(golden.stderr == 0.02)
    #expect(golden.degreesOfFreedom == nil)
    #expect(golden.parameters == ["epochs": .int(200)])
    #expect(golden.source.type == .run)
    #expect(golden.source.run == .init(profile: "paper", seed: 7, effectiveSamples: 160))
    #expect(
      golden.history == [
        Golden.Change(
          date: "2025-01-31", reason: "sampler corrected", author: "A. Physicist", old: .double(0.5),
          oldStderr: 0.01, oldSource: Self.measured, new: .double(0.7), newStderr: 0.02)
      ])
    #expect(once.entries.map(\.id) == Self.goldens.entries.map(\.id))
    #expect(once.entries.dropFirst() == Self.goldens.entries.dropFirst())

    let next = Self.run(seed: 8, mean: 0.6, samples: 1600, epochs: 200)
    let twice = try once.updating(Self.request(.ids(["flow/mean"])), from: next, judged: run)
    #expect(twice["flow/mean"]?.history?.map(\.old) == [.double(0.5), .double(0.7)])
    let written = try GoldenFile.read(twice.encoded(), name: "f")
    #expect(try written.encoded() == twice.encoded())
  }

  @Test("--failed changes what fails and came from a run, and nothing else")
  func failedOnly() throws {
    let run = Self.run(count: 4)
    let updated = try Self.goldens.updating(Self.request(.failed), from: run, judged: run)
    #expect(
      updated.differences(from: Self.goldens).map { $0.split(separator: ":")[0] } == ["~ flow/count"])
    #expect(!run.judged(by: updated).failed)
  }

  @Test("a value from theory changes only when it is named")
  func theoryNeedsItsName() throws {
    let run = Self.run(theory: 3)
    #expect(
      Self.refusal(Self.request(.failed), from: run)
        == "golden 'theory/Jc' comes from theory, not from a run: name it if it has to change")
    let updated = try Self.goldens.updating(Self.request(.ids(["theory/Jc"])), from: run, judged: run)
    #expect(updated["theory/Jc"]?.value == .double(3))
    #expect(updated["theory/Jc"]?.history?.first?.oldSource.type == .theory)
    #expect(updated["theory/Jc"]?.source.type == .run)
  }

  @Test("no reason, continuous integration, uncommitted changes")
  func circumstances() {
    let run = Self.run(count: 4)
    #expect(
      Self.refusal(Self.request(.failed, reason: " \n"), from: run)
        == "a golden is changed only with a reason: give a text that is not empty")
    #expect(
      Self.refusal(Self.request(.failed, environment: ["CI": "true"]), from: run)
        == "goldens are not changed in continuous integration (CI is set)")
    #expect(
      Self.refusal(Self.request(.failed, isDirty: true), from: run)
        == "goldens are not changed with uncommitted changes: commit them first")
    #expect(Self.refusal(Self.request(.failed, environment: ["CI": ""]), from: run) == nil)
  }

  @Test("selections that name nothing that can change")
  func selections() {
    let run = Self.run()
    #expect(
      Self.refusal(Self.request(.ids(["flow/maen"])), from: run)
        == "no golden has the id 'flow/maen'; did you mean 'flow/mean'?")
    #expect(
      Self.refusal(Self.request(.failed), from: run)
        == "no golden is selected: name identifiers, or have failing checks")
    #expect(
      Self.refusal(Self.request(.ids(["paper/Jc"])), from: run)
        == "golden 'paper/Jc' is of kind published, which no run can replace: edit the file with its source")
    #expect(
      Self.refusal(Self.request(.ids(["property"])), from: run)
        == "golden 'property' is of kind property, which no run can replace: edit the file with its source")
    #expect(
      Self.refusal(Self.request(.failed), from: Self.run(study: "other"))
        == "the goldens are of study 'toy', the results of 'other'")
    var empty = run
    empty.quantities = []
    #expect(
      Self.refusal(Self.request(.ids(["flow/count"])), from: empty)
        == "golden 'flow/count': the results have no such quantity")
    #expect(
      Self.refusal(Self.request(.ids(["theory/Jc"])), from: Self.run(theory: .nan))
        == "golden 'theory/Jc': the measured value is not finite")
  }

  @Test("no run becomes its own reference: another seed and ten times the statistics")
  func ownReference() {
    let update = Self.request(.ids(["flow/mean"]))
    let judged = Self.run(mean: 0.9)
    #expect(
      Self.refusal(update, from: judged)
        == "golden 'flow/mean': a run may not be its own reference: take results of another seed than 1")
    #expect(
      Self.refusal(update, from: Self.run(seed: 2, samples: 159), judged: judged)
        == "golden 'flow/mean': a reference needs 10 times the effective samples of the run it judges "
        + "(160.0), the results have 159.0")
    #expect(
      Self.refusal(update, from: Self.run(seed: 2, samples: nil), judged: judged)?
        .hasSuffix("the results have none stated") == true)
    #expect(Self.refusal(update, from: Self.run(seed: 2, samples: 160), judged: judged) == nil)
  }

  @Test("a run is read from results.json as it stands")
  func decodesResults() throws {
    let text = #"""
      {"schema":"results/1","study":"toy","profile":"paper","seed":18446744073709551615,
       "parameters":{"epochs":100},"checks":[],"figures":[],"headlines":[],
       "quantities":[{"id":"a","symbol":"x","value":1.5,"stderr":0.5,"chapter":"One"}]}
      """#
    let run = try CanonicalJSON.decode(MeasuredRun.self, from: Data(text.utf8))
    #expect(run.seed == .max)
    #expect(run.quantities.first?.stderr == 0.5)
  }
}
