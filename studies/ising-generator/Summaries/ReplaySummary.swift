import Learning
import Random

/// Replays of the published optimiser on the counts of one training set.
struct ReplaySummary: Codable, Sendable {
  struct Run: Codable, Sendable {
    let steps: Int
    /// a, b, c.
    let weights: [Double]
    /// Loss at the end above the minimum, nats a spin.
    let excess: Double
    /// Steps and excess losses at them, for drawing.
    let curveSteps: [Double]
    let curve: [Double]

    /// W₀, W₁, W₂.
    var coarseWeights: [Double] { [weights[0] + 2 * weights[1] + weights[2], weights[0] + weights[1], weights[0]] }
  }

  let runs: [Run]
  /// a, b, c of the minimum.
  let optimum: [Double]
  let newtonIterations: Int
}

extension ReplaySummary {
  /// One replay from random weights.
  static func run(counts: [SIMD2<Double>], minimum: Double, steps: Int, random: inout RandomStream) throws -> Run {
    let replay = try OneCycleReplay(counts: counts, steps: steps, random: &random)
    let places = replay.losses.indices.filter { $0 < 20 || $0 % 10 == 0 || $0 == steps }
    return Run(
      steps: steps, weights: [replay.end.a, replay.end.b, replay.end.c],
      excess: (replay.losses.last ?? .nan) - minimum, curveSteps: places.map { Double($0 + 1) },
      curve: places.map { max(replay.losses[$0] - minimum, 1e-12) })
  }
}
