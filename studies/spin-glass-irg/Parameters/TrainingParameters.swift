import Notebook

/// The inverse maps.
struct TrainingParameters: Codable, Sendable, Hashable {
  let size: Int
  let level: Int
  let beta: Double
  let otherBetas: [Double]
  let batches: Int
  let shuffled: Bool
  let models: [Model]
  let hidden: Int
  let sequentialHidden: Int
  let epochs: Int
  let blocks: Int

  /// The inverse maps that are compared.
  enum Model: String, Codable, CaseIterable, Sendable {
    case copy
    case logisticSign = "logistic-sign"
    case mlpSign = "mlp-sign"
    case tanhSquaredError = "tanh-mse"
    case logistic
    case mlp
    case pattern
    case patternConstrained = "pattern-constrained"
    case autoregressive

    /// Whether the map has weights of a trained network other than the ten of the logistic one.
    var isNetwork: Bool {
      switch self {
      case .mlpSign, .mlp, .pattern, .patternConstrained, .autoregressive: true
      case .copy, .logisticSign, .tanhSquaredError, .logistic: false
      }
    }
  }

  init(_ read: ParameterReader) throws {
    size = try read.int("size", default: 8, in: 4...64, unit: "sites", "size L of the fine training configurations")
    level = try read.int(
      "level", default: 1, in: 1...5, unit: "steps",
      "renormalization level of the coarse training configurations; the fine ones are one level below")
    beta = try read.double("beta", default: 0.9090909090909091, in: 1e-3...20, "β of the training pairs")
    otherBetas = try read.doubles(
      "other_betas", default: [0.86, 0.885, 0.935], each: 1e-3...20,
      "further β at which the logistic map is trained for comparison")
    batches = try read.int(
      "batches", default: 8, in: 1...100_000, unit: "batches of 512 samples",
      "batches that the maps are trained on; they are tested on the others")
    shuffled = try read.bool(
      "shuffled", default: false, "control: coarse and fine configurations of different samples are paired")
    models = try read.choices("models", default: Model.allCases, "maps that are compared")
    hidden = try read.int("hidden", default: 48, in: 1...512, unit: "units", "hidden units of the networks")
    sequentialHidden = try read.int(
      "sequential_hidden", default: 32, in: 1...512, unit: "units", "hidden units of each autoregressive network")
    epochs = try read.int("epochs", default: 4, in: 1...10_000, unit: "epochs", "epochs of the networks")
    blocks = try read.int(
      "blocks", default: 524_288, in: 64...1 << 28, unit: "blocks of 2 × 2 × 2", "training blocks of a network")
    guard size >> level >= 3, size % (1 << level) == 0 else {
      let reason = "training.size/2^level must be whole and at least 3, so that the 27 coarse spins differ"
      throw read.invalid("level", "is \(level) for size \(size); allowed: \(reason)")
    }
    guard !models.isEmpty else { throw read.invalid("models", "is empty; allowed: at least one map") }
    let all = [beta] + otherBetas
    guard Set(all).count == all.count else {
      throw read.invalid("other_betas", "is \(otherBetas); allowed: different β, none of them training.beta")
    }
  }
}
