import Random

/// Markov chain Monte Carlo of lattice φ⁴ theory on the L × L torus, any L ≥ 2.
///
/// A sweep is, in this order and as often as `mix` says:
/// - Metropolis: φ' = φ + w(2u − 1) at every site, accepted with min(1, e^{−ΔS});
/// - over-relaxation: φ' = κ h/2 − φ with h the sum of the neighbours, accepted with min(1, e^{−ΔS});
/// - clusters of the embedded Ising model (R. C. Brower, P. Tamayo, Phys. Rev. Lett. 62 (1989) 1087): one
///   grown from a random site and flipped, or all with a fair coin each.
///
/// ```swift
/// let action = try PhiFourAction(lambda: 0.7, massSquared: -0.9515)
/// var random = RandomStream(seed: 1, name: "phi4")
/// var chain = try PhiFourSampler(side: 64, action: action, random: &random)
/// chain.equilibrate(1000)                            // tunes the step in the first half
/// chain.sweep(6)
/// let moments = chain.moments                        // measured in place
/// ```
///
/// If 16 divides L, Metropolis and over-relaxation visit one colour of the checkerboard after the other;
/// otherwise the sites in row-major order. Either leaves the Boltzmann weight invariant, since every single
/// update does. The chain is a value: a copy continues with the same random numbers.
public struct PhiFourSampler: Sendable {
  /// The field that a chain starts from.
  public enum Start: Sendable, Hashable {
    /// Independent uniform numbers in [−1, 1).
    case hot
    /// The constant field of least action, √(−μ²/λ) or 0.
    case cold
    /// A given configuration of the same side.
    case field(ScalarField)
  }

  public let side: Int
  public let action: PhiFourAction
  public let mix: UpdateMix
  /// Half-width w of the Metropolis proposal, fixed but for the first half of `equilibrate`.
  public private(set) var step: Double
  /// What happened in the sweeps since the start or the last `equilibrate`.
  public private(set) var tally = UpdateTally()

  private var storage: ChainStorage

  /// A chain at the given start.
  ///
  /// - Parameters:
  ///   - side: L, 2...32768.
  ///   - action: the couplings.
  ///   - mix: the updates of a sweep; default `UpdateMix.recommended(side:)`.
  ///   - start: the first field; default `.cold`.
  ///   - random: the next words of this stream draw a hot start and seed the generator of the chain.
  /// - Throws: `ScalarFieldError` for another side, or a start that is of another side or not finite.
  public init(
    side: Int, action: PhiFourAction, mix: UpdateMix? = nil, start: Start = .cold, random: inout RandomStream
  ) throws(ScalarFieldError) {
    guard side >= 2, side <= FieldLayout.largestSide else {
      throw .side(side, allowed: "a number from 2 to \(FieldLayout.largestSide)")
    }
    let values: [Double]
    switch start {
    case .hot: values = (0..<side * side).map { _ in 2 * random.uniform() - 1 }
    case .cold: values = [Double](repeating: action.classicalMinimum, count: side * side)
    case .field(let field):
      guard field.side == side else { throw .field("has side \(field.side), but the chain has \(side)") }
      if let bad = field.values.firstIndex(where: { !$0.isFinite }) {
        throw .field("is \(field.values[bad]) at row \(bad / side), column \(bad % side), but must be finite")
      }
      values = field.values
    }
    self.side = side
    self.action = action
    self.mix = mix ?? .recommended(side: side)
    step = 1.4
    storage = ChainStorage(side: side, mix: self.mix, values: values, random: Xoshiro512(&random))
  }

  /// The present configuration. Each access copies L² values.
  public var field: ScalarField { ScalarField(side: side, values: storage.values) }

  /// The averages of the present configuration, without a copy. Equal to `field.moments` up to rounding.
  public var moments: FieldMoments { storage.moments }

  /// Updates the field `count` times.
  public mutating func sweep(_ count: Int = 1) {
    precondition(count >= 0, "the number of sweeps must not be negative, but is \(count)")
    for _ in 0..<count { storage.sweep(action, mix, step, &tally) }
  }

  /// Updates the field `sweeps` times. In the first half the Metropolis step is tuned to an acceptance of one
  /// half; then it stays, so that later sweeps are a Markov chain of fixed law. Clears `tally` at the end of
  /// the first half.
  public mutating func equilibrate(_ sweeps: Int) {
    precondition(sweeps >= 0, "the number of sweeps must not be negative, but is \(sweeps)")
    // At least 512 proposals a measurement of the acceptance.
    let period = max(1, 512 / (side * side * mix.metropolis))
    for _ in 0..<sweeps / 2 / period {
      tally = UpdateTally()
      sweep(period)
      let rate = tally.metropolisAcceptance ?? 0.5
      step = min(max(step * (0.5 + rate), 1e-6), 1e6)
    }
    tally = UpdateTally()
    sweep(sweeps - sweeps / 2 / period * period)
  }
}
