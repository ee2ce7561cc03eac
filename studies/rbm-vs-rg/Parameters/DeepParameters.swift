import Notebook

/// The deep belief network of the sizes of Mehta and Schwab.
struct DeepParameters: Codable, Sendable, Hashable {
  let size: Int
  let coupling: Double
  let clusters: Int
  let layers: [Int]
  let samples: Int
  let learningRates: [Double]
  let penalties: [Double]
  let epochs: [Int]
  let finalEpochs: Int
  let seeds: Int

  init(_ read: ParameterReader) throws {
    size = try read.int("size", default: 40, in: 4...256, unit: "sites", "size L of the visible lattice")
    coupling = try read.double("coupling", default: 0.408, in: 1e-3...2, "K of the training data")
    clusters = try read.int(
      "clusters", default: 80, in: 1...100_000, unit: "Wolff clusters", "clusters between training configurations")
    layers = try read.ints(
      "layers", default: [400, 100, 25], each: 1...65_536, unit: "units", "hidden units, layer by layer")
    samples = try read.int(
      "samples", default: 20_000, in: 100...10_000_000, unit: "configurations", "training configurations")
    learningRates = try read.doubles(
      "learning_rates", default: [0.01, 0.02, 0.05], each: 1e-8...10, "learning rate of each layer")
    penalties = try read.doubles("penalties", default: [5e-3, 5e-3, 5e-3], each: 0...10, "L1 penalty λ of each layer")
    epochs = try read.ints("epochs", default: [40, 60, 60], each: 1...100_000, unit: "epochs", "epochs of each layer")
    finalEpochs = try read.int(
      "final_epochs", default: 10, in: 0...100_000, unit: "epochs", "epochs that follow at a fifth of the learning rate"
    )
    seeds = try read.int("seeds", default: 4, in: 2...1000, unit: "networks", "networks, each on data of its own")
    var below = size * size
    for units in layers {
      try read.requireSquare("layers", units: units, side: size, "contains")
      guard units < below else {
        throw read.invalid("layers", "is \(layers); allowed: every layer smaller than the one below, \(below)")
      }
      below = units
    }
    for (key, count) in [
      ("learning_rates", learningRates.count), ("penalties", penalties.count), ("epochs", epochs.count),
    ] where count != layers.count {
      throw read.invalid(key, "has \(count) entries; allowed: one for each of the \(layers.count) layers")
    }
    guard !layers.isEmpty else { throw read.invalid("layers", "is empty; allowed: at least one layer") }
  }
}
