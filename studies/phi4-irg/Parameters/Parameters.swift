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
    try requireThatSizesFit(read)
  }

  /// The windows must fit on the lattices that are enlarged, and the warm start on a doubling of them.
  private func requireThatSizesFit(_ read: ParameterReader) throws {
    let rows = try training.kernel.window().rows
    for (key, side) in [("start_size", generation.startSize), ("other_start", generation.otherStart)] where side < rows
    {
      throw read.invalid(
        "generation.\(key)", "is \(side); allowed: at least the \(rows) sites of the window of training.kernel")
    }
    let chains = monteCarlo.chains
    let counts = [
      ("monte_carlo.scan_configurations", monteCarlo.scanConfigurations), ("generation.samples", generation.samples),
      ("generation.net_samples", generation.netSamples), ("checks.warm_configurations", checks.warmConfigurations),
      ("checks.side_configurations", checks.sideConfigurations),
    ]
    for (key, count) in counts where count < chains && !(key == "checks.side_configurations" && count == 0) {
      throw read.invalid(key, "is \(count); allowed: at least one for each of the \(chains) chains of monte_carlo.chains")
    }
    let (quotient, rest) = checks.warmSize.quotientAndRemainder(dividingBy: generation.startSize)
    guard rest == 0, quotient.nonzeroBitCount == 1 else {
      throw read.invalid(
        "checks.warm_size",
        "is \(checks.warmSize); allowed: generation.start_size, \(generation.startSize), times a power of two")
    }
  }
}
