/// The expected gradient of contrastive divergence of a block, with chains of finite length.
///
/// The fine chain starts from fair coins and makes k_fine sweeps, giving the law μ. The coarse chain starts
/// from μ and makes k_coarse sweeps with coupling J'. The loss falls along
///
///     G(J, J') = E_μ[S] − E_{μ T_c^k_coarse}[S],  S = Σ_p M_p tanh J'M_p.
///
/// With one coarse hidden unit G does not depend on k_coarse ≥ 1; with several it does, and its zero is
/// biased.
public struct ContrastiveDivergence: Sendable {
  /// Sweeps of the fine chain; nil is equilibrium.
  public let fineSweeps: Int?
  /// Sweeps of the coarse chain; nil is equilibrium, where −G is the gradient of the KL divergence.
  public let coarseSweeps: Int?
  private let fine: GibbsChain
  private let coarse: GibbsChain

  /// The gradient for a block of one coupling with at most `GibbsChain.largest` hidden units in either graph.
  ///
  /// - Throws: `BlockError` for several couplings or more hidden units.
  public init(_ block: Block, fineSweeps: Int?, coarseSweeps: Int?) throws(BlockError) {
    self.fineSweeps = fineSweeps
    self.coarseSweeps = coarseSweeps
    fine = try GibbsChain(
      units: block.fine, spins: block.spins, symmetries: block.symmetries, isFlipped: true)
    coarse = try GibbsChain(
      units: block.coarse, spins: block.spins, symmetries: block.symmetries, isFlipped: true)
  }

  /// G(J, J'); positive where J' has to grow.
  public func gradient(_ j: Double, _ image: Double) -> Double {
    let start = fineSweeps.map { fine.law(fine.uniform, afterSweeps: $0, j) } ?? fine.equilibrium(j)
    let end = coarseSweeps.map { coarse.law(start, afterSweeps: $0, image) } ?? coarse.equilibrium(image)
    let scores = coarse.scores(image)
    var sum = 0.0
    for orbit in scores.indices { sum += (start[orbit] - end[orbit]) * scores[orbit] }
    return sum
  }

  /// The zeros of G(J, J) in `range`, ascending; empty where there is none.
  public func zeros(in range: ClosedRange<Double> = 0.05...3, step: Double = 0.05) throws -> [Double] {
    try ZeroScan.zeros(in: range, step: step) { gradient($0, $0) }
  }
}
