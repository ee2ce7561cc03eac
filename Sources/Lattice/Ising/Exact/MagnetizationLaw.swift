/// The probability distribution of the total magnetisation M = Σ s on an L × L lattice, with its moments.
public struct MagnetizationLaw: Sendable, Hashable, Codable {
  /// Linear size L, N = L² spins.
  public let side: Int
  /// P(M) for M = −N, −N + 2, …, N: N + 1 numbers with sum 1.
  public let probabilities: [Double]

  /// The law with probabilities in proportion to `weights`, N + 1 numbers ≥ 0 in the order M = −N, −N + 2, …,
  /// N.
  public init(side: Int, weights: [Double]) {
    precondition(
      weights.count == side * side + 1, "\(side * side) spins have \(side * side + 1) magnetisations")
    self.side = side
    let sum = weights.reduce(0, +)
    precondition(sum > 0, "the weights of a law have a positive sum, not \(sum)")
    probabilities = weights.map { $0 / sum }
  }

  /// P(M); 0 for an M that N spins do not have.
  public func probability(of magnetization: Int) -> Double {
    let twiceUp = magnetization + side * side
    guard twiceUp >= 0, twiceUp <= 2 * side * side, twiceUp % 2 == 0 else { return 0 }
    return probabilities[twiceUp / 2]
  }

  /// ⟨M⟩/N.
  public var mean: Double { moment { $0 } / sites }

  /// χ = ⟨M²⟩/N; nothing is subtracted.
  public var susceptibility: Double { moment { $0 * $0 } / sites }

  /// V₄ = ⟨M⁴⟩/⟨M²⟩².
  public var momentRatio: Double {
    let second = moment { $0 * $0 }
    return moment { $0 * $0 * $0 * $0 } / (second * second)
  }

  /// ⟨|M|⟩/N.
  public var absoluteMagnetization: Double { moment { $0.magnitude } / sites }

  private var sites: Double { Double(side * side) }

  private func moment(_ power: (Double) -> Double) -> Double {
    var sum = 0.0
    for (up, probability) in probabilities.enumerated() { sum += probability * power(Double(2 * up) - sites) }
    return sum
  }
}
