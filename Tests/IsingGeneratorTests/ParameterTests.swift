import Notebook
import Testing

@testable import IsingGenerator

@Suite("Parameters of the study") struct ParameterTests {
  static func parameters(_ yaml: String = "{}") throws -> Parameters {
    try Parameters(ParameterReader(ParameterSource(yaml: yaml, name: "toy.yaml")))
  }

  @Test("Without a profile the weights are the published ones and the coupling the critical one")
  func defaults() throws {
    let p = try Self.parameters()
    #expect(p.dream.published?.name == "L32-1e6" && p.dream.label == "L32-1e6")
    #expect(abs(p.monteCarlo.coupling - 0.44068679350977151) < 1e-16)
    #expect(p.training.ties == .coin && p.training.model == .three && p.dream.root == .alternating)
    #expect(p.renormalization.operators == Array(1...36))
    let sizes = p.monteCarlo.ensembles
    #expect(sizes.map(\.size) == [4, 8, 16, 32, 64, 128])
    let chain = sizes[5]
    #expect((0..<chain.chains).reduce(0) { $0 + chain.configurations(ofChain: $1) } == chain.configurations)
  }

  @Test("Other weights have a name of their own, so that no reference of the published ones judges them")
  func ownWeights() throws {
    #expect(try Self.parameters("dream: { a: 0.5 }").dream.label == "weights")
    #expect(try Self.parameters("dream: { a: 0.5459, b: 0.62776, c: 1.40962 }").dream.label == "L32-1e4")
  }

  @Test(
    "What does not fit is refused in one line",
    arguments: [
      ("dream: { side: 100 }", "dream.side is 100; allowed: a power of two from 16 to 16384"),
      ("dream: { large_side: 32768 }", "dream.large_side is 32768; allowed: whole number from 16 to 16384"),
      ("dream: { a: .nan }", "dream.a is \"nan\"; allowed: number from -50.0 to 50.0"),
      ("dream: { b: .inf }", "dream.b is \"inf\"; allowed: number from -50.0 to 50.0"),
      ("dream: { samples: 50 }", "dream.samples is 50; allowed: at least two for each of the 40 blocks"),
      ("monte_carlo: { sizes: [8, 12] }", "monte_carlo.sizes contains 12; allowed: a power of two from 4 to 1024"),
      (
        "monte_carlo: { sizes: [16, 8] }",
        "monte_carlo.sizes is [16, 8]; allowed: at least one size, in ascending order"
      ),
      ("monte_carlo: { coupling: 2.5 }", "monte_carlo.coupling is 2.5; allowed: number from -2.0 to 2.0"),
      (
        "monte_carlo: { sizes: [64], configurations: [10], sweeps_between: [1] }",
        "monte_carlo.configurations contains 10; allowed: at least one for each of the 40 chains"
      ),
      (
        "monte_carlo: { configurations: [] }",
        "monte_carlo.configurations has 0 entries; allowed: one for each of the 6 sizes"
      ),
      ("training: { size: 256 }", "training.size is 256; allowed: one of monte_carlo.sizes, 4, 8, 16, 32, 64, 128"),
      (
        "complexity: { configurations: 0 }", "complexity.configurations is 0; allowed: whole number from 40 to 10000000"
      ),
      ("tuned: { w2: [] }", "tuned.w2 is empty; allowed: at least one number"),
      ("seeded: { size: 8, seed: 8 }", "seeded.seed is 8; allowed: less than seeded.size, 8"),
      (
        "renormalization: { operators: [2, 3] }",
        "renormalization.operators is [2, 3]; allowed: at least one odd operator (1 is the spin) and one even (2)"
      ),
    ])
  func refusals(yaml: String, message: String) {
    let error = #expect(throws: ParameterError.self) { try Self.parameters(yaml) }
    let text = error?.description ?? ""
    #expect(text == message || text == "toy.yaml:1: " + message || text.hasSuffix(": " + message), "\(text)")
    #expect(!text.contains("\n"))
  }
}
