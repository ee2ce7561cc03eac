import Notebook
import Testing

@testable import PhiFourIRG

@Suite("Parameters of the study") struct ParameterTests {
  static func parameters(_ yaml: String = "{}") throws -> Parameters {
    try Parameters(ParameterReader(ParameterSource(yaml: yaml, name: "toy.yaml")))
  }

  @Test("Without a profile the model is that of the paper")
  func defaults() throws {
    let p = try Self.parameters()
    #expect(p.model.lambda == 0.7 && p.model.kappa == 1 && p.model.massSquared == -0.9515)
    #expect(p.training.size == 32 && p.training.massSquared == -0.9515 && p.training.kernel == .k6)
    #expect(p.generation.startSize == 32 && p.generation.startSize << p.generation.levels == 512)
    #expect(p.rule.rule == .majorityMean)
  }

  @Test(
    "What does not fit is refused in one line",
    arguments: [
      (
        "model: { lambda: 0 }", "model.lambda is 0.0; allowed: positive numbers, with which the action is bounded below"
      ),
      (
        "model: { lambda: -1 }",
        "model.lambda is -1.0; allowed: positive numbers, with which the action is bounded below"
      ),
      ("training: { size: 15 }", "training.size is 15; allowed: even sizes, which blocks of 2 × 2 fill"),
      ("training: { kernel: k5 }", "training.kernel is \"k5\"; allowed: k2 | k4 | plus | k6 | k8 | k10 | k14"),
      (
        "monte_carlo: { sizes: [32], configurations: [1] }",
        "monte_carlo.configurations contains 1; allowed: at least one for each of the 20 chains"
      ),
      (
        "monte_carlo: { configurations: [100] }",
        "monte_carlo.configurations has 1 entries; allowed: one for each of the 7 sizes"
      ),
      ("generation: { levels: 0 }", "generation.levels is 0; allowed: whole number from 1 to 6"),
    ])
  func refusals(yaml: String, message: String) {
    let error = #expect(throws: (any Error).self) { try Self.parameters(yaml) }
    let text = error.map { "\($0)" } ?? ""
    #expect(text == message || text.hasSuffix(": " + message), "\(text)")
    #expect(!text.contains("\n"))
  }
}
