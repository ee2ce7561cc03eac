import Elementary

/// The logistic inverse with the symmetries of the cube: a fine spin at corner c of cell X is +1 with
/// probability 1 / (1 + e^{-z}), z = Σ_o w(label of o for c) σ_{X+o} over the 27 coarse spins around the cell.
///
/// Without a constant the law is odd under a flip of all spins. Given the coarse configuration the fine spins
/// are independent, with means tanh(z/2). As a network this is one periodic transposed convolution of stride
/// 2 with a kernel of 6 × 6 × 6, a sigmoid, and sampling.
public struct SymmetricLogistic: Sendable, Hashable {
  /// Names of the weights: sorted offsets, 1 towards the corner and -1 away from it (`CornerOrbits`).
  public static let labels: [String] = CornerOrbits.labels

  /// Ten weights in the order of `labels`.
  public let weights: [Double]
  /// Their standard errors from the Fisher information, as if all corners counted were independent given
  /// their neighbourhoods; the corners of a real cell are not, nor are configurations of one sample. Nil where
  /// the weights were not fitted.
  public let standardErrors: [Double]?

  /// A model with given weights.
  ///
  /// - Throws: `CornerModelError.weightCount`, `.notFinite`, or `.tooLarge` where Σ multiplicity · |weight|
  ///   exceeds 300.
  public init(weights: [Double]) throws(CornerModelError) {
    try CornerWeights.check(weights)
    self.init(checked: weights, standardErrors: nil)
  }

  private init(checked weights: [Double], standardErrors: [Double]?) {
    self.weights = weights
    self.standardErrors = standardErrors
  }

  /// The model of greatest likelihood, to 10⁻¹² in every weight.
  ///
  /// - Throws: as `fit`.
  public init(fitting counts: CornerCounts) throws(CornerModelError) {
    let fit = try Self.fit(counts)
    try CornerWeights.check(fit.weights)
    self.init(checked: fit.weights, standardErrors: fit.errors)
  }

  /// The maximum of the likelihood by Newton's method, with its loss in nats per fine spin, its covariance and
  /// the loss of a table with one probability for each neighbourhood.
  ///
  /// - Throws: `CornerModelError.noPairs`, `.undetermined` where the coarse configurations leave a weight
  ///   free, or `.separable` where the likelihood has no maximum.
  public static func fit(_ counts: CornerCounts) throws(CornerModelError) -> LogisticFit {
    guard counts.corners > 0 else { throw .noPairs }
    let (features, seen) = counts.patterns
    do throws(LogisticError) {
      return try LogisticProblem(features: features, names: labels, factor: 1).fit(seen)
    } catch {
      switch error {
      case .undetermined(let weights): throw .undetermined(weights: weights)
      case .diverging(let weights, _): throw .separable(weights: weights)
      // The counts and features are finite, of the right length and not all zero.
      default: throw .noPairs
      }
    }
  }

  /// The model with all weights, and their errors, multiplied by one factor: an inverse temperature of the
  /// fine spins in the field of the coarse ones.
  ///
  /// - Throws: `CornerModelError.gain` for a negative factor or one that is not finite, `.tooLarge` for one
  ///   that makes the weights too large.
  public func scaled(by gain: Double) throws(CornerModelError) -> SymmetricLogistic {
    guard gain.isFinite, gain >= 0 else { throw .gain(gain) }
    let scaled = weights.map { gain * $0 }
    try CornerWeights.check(scaled)
    return SymmetricLogistic(checked: scaled, standardErrors: standardErrors?.map { gain * $0 })
  }

  /// Mean fine spin where all coarse spins are +1: tanh(z/2) with z = Σ multiplicity · weight.
  public var uniformMean: Double { Elementary.tanh(0.5 * CornerWeights.uniformSum(weights)) }
}

extension SymmetricLogistic: Codable {
  private enum CodingKeys: String, CodingKey { case weights, standardErrors }

  /// - Throws: `DecodingError`, or `CornerModelError` for weights that are not allowed.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let weights = try container.decode([Double].self, forKey: .weights)
    let errors = try container.decodeIfPresent([Double].self, forKey: .standardErrors)
    try CornerWeights.check(weights)
    if let errors, errors.count != weights.count { throw CornerModelError.weightCount(errors.count) }
    self.init(checked: weights, standardErrors: errors)
  }
}
