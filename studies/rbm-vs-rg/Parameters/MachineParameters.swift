import Notebook

/// The machines on small lattices.
struct MachineParameters: Codable, Sendable, Hashable {
  let size: Int
  let hidden: Int
  let couplings: [Double]
  let clusters: [Int]
  let samples: Int
  let epochs: Int
  let batch: Int
  let learningRate: Double
  let schedule: Schedule
  let momentum: Double
  let l1: Double
  let steps: Int
  let persistent: Bool
  let seeds: Int

  /// How the learning rate falls.
  enum Schedule: String, Codable, CaseIterable, Sendable {
    case constant
    /// Constant to 60 % of the epochs, a fifth to 85 %, a twenty-fifth after.
    case staircase
  }

  init(_ read: ParameterReader) throws {
    size = try read.int("size", default: 16, in: 4...64, unit: "sites", "size L of the visible lattice, even")
    hidden = try read.int("hidden", default: 64, in: 1...4096, unit: "units", "hidden units, a square lattice")
    couplings = try read.doubles(
      "couplings", default: [0.3, 0.36, 0.408, 0.44068679350977147, 0.46], each: 1e-3...2,
      "K of the training data, ascending")
    clusters = try read.ints(
      "clusters", default: [80, 40, 15, 10, 8], each: 1...100_000, unit: "Wolff clusters",
      "clusters between training configurations at each K, a fixed number")
    samples = try read.int(
      "samples", default: 20_000, in: 100...10_000_000, unit: "configurations",
      "training configurations of each machine")
    epochs = try read.int("epochs", default: 60, in: 1...100_000, unit: "epochs", "length of a training")
    batch = try read.int(
      "batch", default: 100, in: 1...100_000, unit: "configurations", "configurations a gradient step")
    learningRate = try read.double("learning_rate", default: 0.05, in: 1e-8...10, "first learning rate")
    schedule = try read.choice("schedule", default: .staircase, "how the learning rate falls")
    momentum = try read.double("momentum", default: 0.5, in: 0...0.999, "momentum")
    l1 = try read.double("l1", default: 1e-3, in: 0...10, "strength λ of the L1 penalty")
    steps = try read.int("cd_steps", default: 1, in: 1...1000, unit: "Gibbs steps", "k of contrastive divergence CD-k")
    persistent = try read.bool(
      "persistent", default: false, "whether the negative chains go on from batch to batch (PCD)")
    seeds = try read.int(
      "seeds", default: 8, in: 2...1000, unit: "machines", "machines at each K, each on data of its own")
    guard size % 2 == 0 else { throw read.invalid("size", "is \(size); allowed: even sizes, which 2 × 2 blocks fill") }
    let coarse = (1..<7).map { size >> $0 }.filter { $0 >= 2 }.map { $0 * $0 }
    guard size % 2 == 0,
      (1..<7).contains(where: { size == (size >> $0) << $0 && hidden == (size >> $0) * (size >> $0) && hidden >= 4 })
    else {
      let fits = coarse.map(String.init).joined(separator: ", ")
      throw read.invalid("hidden", "is \(hidden); allowed: lattices that blocks of 2 × 2 reach from \(size)²: \(fits)")
    }
    guard clusters.count == couplings.count else {
      throw read.invalid(
        "clusters", "has \(clusters.count) entries; allowed: one for each of the \(couplings.count) couplings")
    }
    guard !couplings.isEmpty, zip(couplings, couplings.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw read.invalid("couplings", "is \(couplings); allowed: at least one K, in ascending order")
    }
    guard batch <= samples else {
      throw read.invalid("batch", "is \(batch); allowed: at most the \(samples) configurations of machine.samples")
    }
  }
}
