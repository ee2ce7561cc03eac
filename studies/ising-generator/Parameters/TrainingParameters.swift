import Notebook
import Renormalization

/// How the nets are trained.
struct TrainingParameters: Codable, Sendable, Hashable {
  let size: Int
  let ties: BlockRule
  let model: UpsamplingModel
  let weightedSizes: [Int]
  let replaySteps: [Int]
  let replays: Int

  init(_ read: ParameterReader) throws {
    size = try read.powerOfTwo(
      "size", default: 64, in: 8...1024, "size L of the configurations that the dreamt net is trained on")
    ties = try read.choice("ties", default: .coin, "what a block whose spins sum to zero becomes")
    model = try read.choice("model", default: .three, "the net whose dream is compared with Monte Carlo")
    weightedSizes = try read.powersOfTwo(
      "weighted_sizes", default: [8, 16, 32], each: 4...1024, "sizes at which the weighted loss is minimised")
    replaySteps = try read.ints(
      "replay_steps", default: [500, 1000], each: 10...1_000_000, unit: "steps", "lengths of the AdamW replays")
    guard !replaySteps.isEmpty else { throw read.invalid("replay_steps", "is empty; allowed: at least one number") }
    replays = try read.int(
      "replays", default: 8, in: 1...1000, unit: "runs", "replays of each length, from random weights")
  }
}
