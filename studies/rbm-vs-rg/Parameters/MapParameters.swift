import Notebook

/// Where localised hidden units come from: other settings.
struct MapParameters: Codable, Sendable, Hashable {
  let learningRates: [Double]
  let penalties: [Double]
  let epochs: Int
  let samples: Int
  let deepLearningRates: [Double]
  let deepPenalties: [Double]
  let deepEpochs: Int
  let deepSamples: Int
  let continuedEpochs: Int

  init(_ read: ParameterReader) throws {
    learningRates = try read.doubles(
      "learning_rates", default: [0.005, 0.01, 0.02, 0.05, 0.1], each: 1e-8...10, "learning rates of the small map")
    penalties = try read.doubles(
      "penalties", default: [0, 1e-3, 5e-3, 2e-2], each: 0...10, "L1 penalties λ of the small map")
    epochs = try read.int("epochs", default: 40, in: 1...100_000, unit: "epochs", "length of its trainings")
    samples = try read.int(
      "samples", default: 20_000, in: 100...10_000_000, unit: "configurations",
      "training configurations of its machines")
    deepLearningRates = try read.doubles(
      "deep_learning_rates", default: [0.005, 0.01, 0.02, 0.05], each: 1e-8...10,
      "learning rates of the map on the large lattice")
    deepPenalties = try read.doubles(
      "deep_penalties", default: [1e-3, 5e-3, 2e-2], each: 0...10, "its L1 penalties λ")
    deepEpochs = try read.int("deep_epochs", default: 30, in: 1...100_000, unit: "epochs", "length of its trainings")
    deepSamples = try read.int(
      "deep_samples", default: 20_000, in: 100...10_000_000, unit: "configurations", "its training configurations")
    continuedEpochs = try read.int(
      "continued_epochs", default: 15, in: 0...100_000, unit: "epochs",
      "epochs for which delocalised machines are trained on at a tenth of the learning rate; 0 for none")
    for (key, list) in [("learning_rates", learningRates), ("penalties", penalties)] {
      try read.requireAscending(key, list)
    }
    guard deepLearningRates.isEmpty == deepPenalties.isEmpty else {
      throw read.invalid("deep_learning_rates", "and deep_penalties must both be given or both be empty")
    }
    if !deepLearningRates.isEmpty {
      try read.requireAscending("deep_learning_rates", deepLearningRates)
      try read.requireAscending("deep_penalties", deepPenalties)
    }
  }
}
