import GSL
import Learning
import Notebook
import Renormalization
import Statistics

/// A net whose exact eigenvalues are those of the Ising model.
struct TunedNet: Codable, Sendable {
  /// W₀, W₁, W₂.
  let weights: [Double]
  let table: WindowTable
  /// Its loss on the training counts.
  let loss: Double
}

/// The tuned family and its most likely member.
struct TunedSummary: Codable, Sendable {
  let nets: [TunedNet]
  /// The cross-entropy of the best net off the curve.
  let optimalLoss: Double
  /// The maximum of the likelihood on the curve; `nil` where it is not between W₂ = −0.4 and 0.6.
  let likeliest: TunedNet?
  /// Standard errors of its W₀, W₁, W₂ and loss.
  let likeliestErrors: [Double]
}

extension TunedNet {
  /// The tuned net of a given W₂ and its loss on `counts`.
  init(w2: Double, counts: ContextCounts, sides: [Int]) throws {
    let (w0, w1) = try TunedFamily().weights(w2: w2)
    let net = try ThreeParameterNet(w0: w0, w1: w1, w2: w2)
    weights = [w0, w1, w2]
    table = try WindowTable(name: "tuned, W₂ = \(w2.shortest)", net, sides: sides, enumerated: 4)
    loss = try net.loss(on: counts)
  }
}

extension TunedSummary {
  /// - Parameters:
  ///   - w2: the members of the family to list.
  ///   - chains: training counts of independent chains.
  ///   - counts: their sum; the likeliest member between W₂ = −0.4 and 0.6 is found by Brent's method.
  init(w2: [Double], chains: [ContextCounts], total counts: ContextCounts, sides: [Int]) throws {
    let optimum = try counts.fit().loss
    nets = try w2.map { try TunedNet(w2: $0, counts: counts, sides: sides) }
    let family = TunedFamily()
    optimalLoss = optimum
    func loss(_ w2: Double) throws -> Double {
      let (w0, w1) = try family.weights(w2: w2)
      return try ThreeParameterNet(w0: w0, w1: w1, w2: w2).loss(on: counts)
    }
    // The smallest on a grid is a start with larger values on both sides, unless it is at the end.
    let grid = (0...10).map { -0.4 + 0.1 * Double($0) }
    let losses = try grid.map(loss)
    guard let place = losses.indices.min(by: { losses[$0] < losses[$1] }), place > 0, place < 10 else {
      (likeliest, likeliestErrors) = (nil, [])
      return
    }
    let bracket = grid[place - 1]...grid[place + 1]
    let best = try minimize(in: bracket, start: grid[place], relativeTolerance: 1e-6, loss)
    likeliest = try TunedNet(w2: best.x, counts: counts, sides: sides)
    likeliestErrors = try Self.errors(at: best.x, chains)
  }

  /// Jackknife errors over chains: each replicate's minimum is that of the parabola through three members near the best.
  private static func errors(at best: Double, _ chains: [ContextCounts]) throws -> [Double] {
    let step = 0.02
    let members = try [-step, 0, step].map { shift in
      let (w0, w1) = try TunedFamily().weights(w2: best + shift)
      return try ThreeParameterNet(w0: w0, w1: w1, w2: best + shift)
    }
    func minimum(leavingOut left: Int?) throws -> [Double] {
      var counts = ContextCounts()
      for (index, chain) in chains.enumerated() where index != left { counts.merge(chain) }
      let losses = try members.map { try $0.loss(on: counts) }
      let curvature = losses[0] - 2 * losses[1] + losses[2]
      let place = (losses[0] - losses[2]) / (2 * curvature)
      func along(_ values: [Double]) -> Double {
        values[1] + place * (values[2] - values[0]) / 2 + place * place * (values[0] - 2 * values[1] + values[2]) / 2
      }
      return [along(members.map(\.w0)), along(members.map(\.w1)), best + place * step, along(losses)]
    }
    let replicates = try chains.indices.map { try minimum(leavingOut: $0) }
    return try Jackknife(values: minimum(leavingOut: nil), replicates: replicates).estimates.map(\.standardError)
  }
}
