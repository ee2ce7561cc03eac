import Notebook

/// Every parameter of the study.
struct Parameters: Sendable {
  let model: ModelParameters
  let simulation: SimulationParameters
  let renormalization: RenormalizationParameters
  let training: TrainingParameters
  let generation: GenerationParameters
  let sharing: SharingParameters
  let exact: ExactParameters

  init(_ read: ParameterReader) throws {
    model = try read.group("model") { try ModelParameters($0) }
    simulation = try read.group("simulation") { try SimulationParameters($0) }
    renormalization = try read.group("renormalization") { try RenormalizationParameters($0) }
    training = try read.group("training") { try TrainingParameters($0) }
    generation = try read.group("generation") { try GenerationParameters($0) }
    sharing = try read.group("sharing") { try SharingParameters($0) }
    exact = try read.group("exact") { try ExactParameters($0) }
    try requireThatTrainingFits(read)
  }

  /// The training pairs come from a simulated size at simulated temperatures, and both halves of its samples are used.
  private func requireThatTrainingFits(_ read: ParameterReader) throws {
    guard let index = simulation.sizes.firstIndex(of: training.size) else {
      let sizes = simulation.sizes.map(String.init).joined(separator: ", ")
      throw read.invalid("training.size", "is \(training.size); allowed: one of simulation.sizes, \(sizes)")
    }
    let batches = simulation.batches[index]
    guard training.batches < batches else {
      let left = "fewer than the \(batches) batches simulated at that size, so that samples are left to test with"
      throw read.invalid("training.batches", "is \(training.batches); allowed: \(left)")
    }
    let used = Set(simulation.sizes.map { simulation.betas($0) })
    for beta in [training.beta] + training.otherBetas {
      for betas in used where simulation.index(of: beta, in: betas) == nil {
        let list = betas.map { "\($0)" }.joined(separator: ", ")
        throw read.invalid(
          "training.beta", "or other_betas holds \(beta); allowed: β of every ladder in use, here \(list)")
      }
    }
    for (key, sweeps) in [("exact.sweeps", exact.sweeps), ("sharing.sweeps", sharing.sweeps)] {
      let least = simulation.leastSweeps
      guard sweeps >= least else {
        throw read.invalid(key, "is \(sweeps); allowed: at least \(least), a measurement for every snapshot")
      }
    }
  }
}
