import Notebook
import Testing

@testable import SpinGlassIRG

@Suite("Parameters of the study") struct ParameterTests {
  static func parameters(_ yaml: String = "{}") throws -> Parameters {
    try Parameters(ParameterReader(ParameterSource(yaml: yaml, name: "toy.yaml")))
  }

  @Test("Without a profile the model is the symmetric spin glass at the sizes of the papers")
  func defaults() throws {
    let p = try Self.parameters()
    #expect(p.model.positiveProbability == 0.5 && p.simulation.sizes == [4, 6, 8, 12, 16])
    #expect(p.training.size == 8 && p.training.size << p.generation.doublings == 128)
    #expect(p.simulation.betas(8).contains(1 / 1.1) && p.simulation.betas(16).contains(1 / 1.1))
  }

  @Test(
    "What does not fit is refused in one line",
    arguments: [
      (
        "simulation: { sizes: [4, 7, 8, 12, 16] }",
        "simulation.sizes contains 7; allowed: even sizes, which the checkerboard update needs"
      ),
      (
        "simulation: { sizes: [0] }",
        "simulation.sizes is [0]; allowed: list of whole numbers from 2 to 64"
      ),
      (
        "simulation: { sizes: [8, 4] }", "simulation.sizes is [8, 4]; allowed: at least one size, in ascending order"
      ),
      (
        "simulation: { betas: [0.9, 0.8] }",
        "simulation.betas is [0.9, 0.8]; allowed: at least two β, each larger than the one before"
      ),
      (
        "simulation: { betas: [0.8, 0.8] }",
        "simulation.betas is [0.8, 0.8]; allowed: at least two β, each larger than the one before"
      ),
      (
        "simulation: { batches: [0, 1, 1, 1, 1] }",
        "simulation.batches is [0,1,1,1,1]; allowed: list of whole numbers from 1 to 100000"
      ),
      ("simulation: { batches: [8] }", "simulation.batches has 1 entries; allowed: one for each of the 5 sizes"),
      (
        "simulation: { sweeps: [100, 128, 128, 128, 128] }",
        "simulation.sweeps contains 100; allowed: powers of two of at least 32, a measurement for every snapshot"
      ),
      ("simulation: { sweeps_per_exchange: 3 }", "simulation.sweeps_per_exchange is 3; allowed: a power of two"),
      (
        "exact: { couplings: \"d45a\" }",
        "exact.couplings is \"d45a\"; allowed: three groups of 16 hexadecimal digits, the bonds of 64 sites along x, y and z"
      ),
      ("training: { size: 10 }", "training.size is 10; allowed: one of simulation.sizes, 4, 6, 8, 12, 16"),
      (
        "training: { batches: 16 }",
        "training.batches is 16; allowed: fewer than the 16 batches simulated at that size, so that samples are left to test with"
      ),
      (
        "training: { level: 2 }",
        "training.level is 2 for size 8; allowed: training.size/2^level must be whole and at least 3, so that the 27 coarse spins differ"
      ),
      (
        "training: { other_betas: [0.9090909090909091] }",
        "training.other_betas is [0.9090909090909091]; allowed: different β, none of them training.beta"
      ),
      ("model: { positive_probability: 1.5 }", "model.positive_probability is 1.5; allowed: number from 0.0 to 1.0"),
    ])
  func refusals(yaml: String, message: String) {
    let error = #expect(throws: (any Error).self) { try Self.parameters(yaml) }
    let text = error.map { "\($0)" } ?? ""
    #expect(text == message || text.hasSuffix(": " + message), "\(text)")
    #expect(!text.contains("\n"))
  }
}
