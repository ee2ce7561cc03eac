import Notebook

/// What the trained maps enlarge.
struct GenerationParameters: Codable, Sendable, Hashable {
  let doublings: Int
  let networkDoublings: Int
  let groups: Int
  let largestDoublings: Int
  let largestConfigurations: Int
  let crossingModels: [TrainingParameters.Model]
  let model: TrainingParameters.Model

  init(_ read: ParameterReader) throws {
    doublings = try read.int(
      "doublings", default: 4, in: 1...7, unit: "doublings", "times the logistic map enlarges the test configurations")
    networkDoublings = try read.int(
      "network_doublings", default: 3, in: 1...7, unit: "doublings", "the same for the other maps")
    groups = try read.int(
      "groups", default: 32, in: 1...100_000, unit: "groups of 64 configurations",
      "configurations enlarged, at most those of the test batches")
    largestDoublings = try read.int(
      "largest_doublings", default: 5, in: 0...7, unit: "doublings",
      "doublings of the few largest configurations; 0 for none")
    largestConfigurations = try read.int(
      "largest_configurations", default: 64, in: 2...64, unit: "configurations", "how many of them")
    model = try read.choice("model", default: .logistic, "the map of the main chain")
    crossingModels = try read.choices(
      "crossing_models", default: [.logistic, .autoregressive], "maps compared with direct systems over all β")
    guard largestDoublings == 0 || largestDoublings > doublings else {
      throw read.invalid(
        "largest_doublings", "is \(largestDoublings); allowed: 0 or more than generation.doublings, \(doublings)")
    }
  }
}
