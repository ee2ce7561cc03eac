import Notebook
import Testing

@testable import RBMvsRG

@Suite("Parameters of the study") struct ParameterTests {
  static func parameters(_ yaml: String = "{}") throws -> Parameters {
    try Parameters(ParameterReader(ParameterSource(yaml: yaml, name: "toy.yaml")))
  }

  @Test("Without a profile the machines compress four to one and the network has the sizes of Mehta and Schwab")
  func defaults() throws {
    let p = try Self.parameters()
    #expect(p.machine.size * p.machine.size == 4 * p.machine.hidden)
    #expect(p.deep.size == 40 && p.deep.layers == [400, 100, 25])
    #expect(p.machine.couplings.contains(RBMvsRG.criticalCoupling))
  }

  @Test(
    "What does not fit is refused in one line",
    arguments: [
      (
        "machine: { hidden: 60 }",
        "machine.hidden is 60; allowed: lattices that blocks of 2 × 2 reach from 16²: 64, 16, 4"
      ),
      ("machine: { batch: 0 }", "machine.batch is 0; allowed: whole number from 1 to 100000"),
      ("machine: { size: 15 }", "machine.size is 15; allowed: even sizes, which 2 × 2 blocks fill"),
      (
        "machine: { couplings: [0.4] }", "machine.clusters has 5 entries; allowed: one for each of the 1 couplings"
      ),
      (
        "deep: { layers: [400, 100, 26] }",
        "deep.layers contains 26; allowed: squares of divisors of the side 40: 1600, 400, 100, 64, 25, 16, 4, 1"
      ),
      (
        "deep: { layers: [400, 400, 25] }",
        "deep.layers is [400, 400, 25]; allowed: every layer smaller than the one below, 400"
      ),
      ("deep: { epochs: [10] }", "deep.epochs has 1 entries; allowed: one for each of the 3 layers"),
      (
        "mcrg: { sizes: [32, 48] }",
        "mcrg.sizes is [32, 48]; allowed: different powers of two from 8 on, in ascending order"
      ),
      (
        "mcrg: { sizes: [], samples: [] }",
        "mcrg.sizes is []; allowed: at least one number, each larger than the one before"
      ),
      ("machine: { seeds: 1 }", "machine.seeds is 1; allowed: whole number from 2 to 1000"),
      ("flow: { size: 24 }", "flow.size is 24; allowed: a power of two, which can be blocked again and again"),
      (
        "small: { weights: [1, 2, 3] }",
        "small.weights has 3 numbers; allowed: none or 24 = small.visible × small.hidden"
      ),
      (
        "chain: { sampled_side: 127 }",
        "chain.sampled_side contains 127; allowed: even sizes, of which every second site is kept"
      ),
    ])
  func refusals(yaml: String, message: String) {
    let error = #expect(throws: (any Error).self) { try Self.parameters(yaml) }
    let text = error.map { "\($0)" } ?? ""
    #expect(text == message || text.hasSuffix(": " + message), "\(text)")
    #expect(!text.contains("\n"))
  }
}
