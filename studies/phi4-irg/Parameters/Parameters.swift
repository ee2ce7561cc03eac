import Lattice
import Notebook

/// Every parameter of the study.
struct Parameters: Sendable {
  let model: ModelParameters
  let monteCarlo: MonteCarloParameters
  let training: TrainingParameters
  let generation: GenerationParameters
  let rule: RuleParameters
  let exact: ExactParameters
  let checks: CheckParameters

  init(_ read: ParameterReader) throws {
    model = try read.group("model") { try ModelParameters($0) }
    monteCarlo = try read.group("monte_carlo") { try MonteCarloParameters($0) }
    training = try read.group("training") { try TrainingParameters($0) }
    generation = try read.group("generation") { try GenerationParameters($0) }
    rule = try read.group("renormalization") { try RuleParameters($0) }
    exact = try read.group("exact") { try ExactParameters($0) }
    checks = try read.group("checks") { try CheckParameters($0) }
  }
}
