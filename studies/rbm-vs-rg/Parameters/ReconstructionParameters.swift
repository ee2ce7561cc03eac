import Notebook

/// The flow of iterated reconstruction.
struct ReconstructionParameters: Codable, Sendable, Hashable {
  let size: Int
  let temperatures: [Double]
  let samples: Int
  let hidden: [Int]
  let learningRate: Double
  let epochs: Int
  let length: Int
  let chains: Int
  let seeds: Int

  init(_ read: ParameterReader) throws {
    size = try read.int("size", default: 10, in: 4...64, unit: "sites", "size L")
    temperatures = try read.doubles(
      "temperatures", default: Array(stride(from: 0.0, through: 6, by: 0.25)), each: 0...100,
      "temperatures of the training data and of the thermometers, ascending; 0 is half up, half down")
    samples = try read.int(
      "samples", default: 1000, in: 50...1_000_000, unit: "configurations",
      "training configurations at each temperature")
    hidden = try read.ints(
      "hidden", default: [16, 36, 64, 100, 225], each: 1...4096, unit: "units", "numbers of hidden units")
    learningRate = try read.double("learning_rate", default: 0.005, in: 1e-8...10, "constant learning rate")
    epochs = try read.int("epochs", default: 100, in: 1...100_000, unit: "epochs", "length of a training")
    length = try read.int("length", default: 200, in: 4...100_000, unit: "steps", "reconstructions of a flow")
    chains = try read.int(
      "chains", default: 1000, in: 50...1_000_000, unit: "configurations", "configurations of a flow")
    seeds = try read.int(
      "seeds", default: 4, in: 2...1000, unit: "machines", "machines of each size, each on data of its own")
    guard size % 2 == 0 else { throw read.invalid("size", "is \(size); allowed: even sizes") }
    try read.requireAscending("hidden", hidden)
    if let cold = temperatures.first(where: { $0 > 0 && $0 < 0.06 }) {
      throw read.invalid("temperatures", "contains \(cold); allowed: 0, or from 0.06 on")
    }
    guard temperatures.count >= 3, zip(temperatures, temperatures.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw read.invalid("temperatures", "is \(temperatures); allowed: at least three, in ascending order")
    }
  }

  /// A copy with another list of sizes.
  init(_ other: ReconstructionParameters, hidden: [Int]) {
    size = other.size
    temperatures = other.temperatures
    samples = other.samples
    self.hidden = hidden
    learningRate = other.learningRate
    epochs = other.epochs
    length = other.length
    chains = other.chains
    seeds = other.seeds
  }
}
