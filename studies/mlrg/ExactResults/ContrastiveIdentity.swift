import Random

/// The expected gradient of contrastive divergence of A₁ against that with coarse chains in equilibrium.
struct ContrastiveIdentity: Codable, Sendable {
  /// The longest chains: twice what the paper trains with, and the end of its Fig. 11c.
  static let longestFine = 64
  static let longestCoarse = 31

  /// Random choices of J, J', k_fine and k_coarse.
  let draws: Int
  /// Largest |G(k_coarse) − G(∞)|.
  let largest: Double

  init(draws: Int, _ random: inout RandomStream) throws {
    self.draws = draws
    let block = try Block.square()
    var largest = 0.0
    for _ in 0..<draws {
      let (j, image) = (1.5 * random.uniform(), 1.5 * random.uniform())
      let (fine, coarse) = (1 + random.below(Self.longestFine), 1 + random.below(Self.longestCoarse))
      let finite = try ContrastiveDivergence(block, fineSweeps: fine, coarseSweeps: coarse)
      let infinite = try ContrastiveDivergence(block, fineSweeps: fine, coarseSweeps: nil)
      largest = max(largest, abs(finite.gradient(j, image) - infinite.gradient(j, image)))
    }
    self.largest = largest
  }
}
