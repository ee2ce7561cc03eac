import GSL
import Learning
import Renormalization

/// A net whose exact eigenvalues are those of the Ising model.
struct TunedNet: Codable, Sendable {
  /// W₀, W₁, W₂.
  let weights: [Double]
  let table: WindowTable
  /// Its loss on the training counts and that of the optimum.
  let loss: Double
  let optimalLoss: Double
}

/// The tuned family and its most likely member.
struct TunedSummary: Codable, Sendable {
  let nets: [TunedNet]
  /// The maximum of the likelihood on the curve.
  let likeliest: TunedNet
}

extension TunedNet {
  /// The tuned net of a given W₂ and its loss on `counts`.
  init(w2: Double, counts: ContextCounts, optimalLoss: Double, sides: [Int]) throws {
    let (w0, w1) = try TunedFamily().weights(w2: w2)
    let net = try ThreeParameterNet(w0: w0, w1: w1, w2: w2)
    weights = [w0, w1, w2]
    table = try WindowTable(name: "tuned, W₂ = \(w2.shortest)", net, sides: sides, enumerated: 4)
    loss = try net.loss(on: counts)
    self.optimalLoss = optimalLoss
  }
}

extension TunedSummary {
  /// - Parameters:
  ///   - w2: the members of the family to list.
  ///   - counts: training counts; the likeliest member between W₂ = −0.4 and 0.6 is found by Brent's method.
  init(w2: [Double], counts: ContextCounts, sides: [Int]) throws {
    let optimum = try counts.fit().loss
    nets = try w2.map { try TunedNet(w2: $0, counts: counts, optimalLoss: optimum, sides: sides) }
    let family = TunedFamily()
    let best = try minimize(in: -0.4...0.6, start: -0.1, relativeTolerance: 1e-6) { w2 in
      let (w0, w1) = try family.weights(w2: w2)
      return try ThreeParameterNet(w0: w0, w1: w1, w2: w2).loss(on: counts)
    }
    likeliest = try TunedNet(w2: best.x, counts: counts, optimalLoss: optimum, sides: sides)
  }
}
