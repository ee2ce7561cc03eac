import Elementary

/// The regression with squared error: fine mean m = tanh(w · f), f the ten orbit sums of the coarse spins
/// around the corner, without sampling.
///
/// A negative control. Its least squares weights are half of the logistic ones, as tanh(z/2) requires, and
/// one step gives the right ⟨|q|⟩; but its continuous output, fed back as the next input, is unlike the spins
/// ±1 it was fitted on, and the exponents drift from step to step.
public struct TanhInverse: Sendable, Hashable {
  /// Ten weights in the order of `CornerOrbits.labels`.
  public let weights: [Double]

  /// A model with given weights.
  ///
  /// - Throws: `CornerModelError.weightCount`, `.notFinite` or `.tooLarge`.
  public init(weights: [Double]) throws(CornerModelError) {
    try CornerWeights.check(weights)
    self.weights = weights
  }

  /// The model of least squared error Σ (fine spin - m)² over all corners, by the Gauss-Newton method from 0
  /// with step halving, to 10⁻¹² in every weight.
  ///
  /// - Throws: `CornerModelError.noPairs`, `.undetermined`, or `.noMinimum` where the error has none.
  public init(fitting counts: CornerCounts) throws(CornerModelError) {
    guard counts.corners > 0 else { throw .noPairs }
    let (features, seen) = counts.patterns
    try self.init(weights: TanhRegression(features, seen).minimum())
  }

  /// Mean fine spin where all coarse spins are +1.
  public var uniformMean: Double { Elementary.tanh(CornerWeights.uniformSum(weights)) }

  /// The fine field of a coarse one.
  ///
  /// - Parameters:
  ///   - field: `side`³ numbers, site x + `side` (y + `side` z): spins ±1 or means in [-1, 1].
  ///   - side: coarse sites along an edge.
  /// - Returns: (2 · `side`)³ numbers in (-1, 1), the cells as in `CubicInverse`.
  public func refined(_ field: [Double], side: Int) -> [Double] {
    precondition(
      side >= 1 && field.count == side * side * side, "\(field.count) numbers were given for a side of \(side)")
    let kernel = (0..<27).map { place in
      var lanes = SIMD8<Double>()
      for corner in 0..<8 { lanes[corner] = weights[CornerOrbits.table[corner][place]] }
      return lanes
    }
    let wrapped = (0..<(side + 2)).map { ($0 + side - 1) % side }
    var fine = [Double](repeating: 0, count: 8 * field.count)
    for z in 0..<side {
      for y in 0..<side {
        for x in 0..<side {
          var sum = SIMD8<Double>()
          for place in 0..<27 {
            let row = wrapped[y + place / 3 % 3] + side * wrapped[z + place / 9]
            sum += kernel[place] * field[wrapped[x + place % 3] + side * row]
          }
          let mean = Elementary.tanh(sum)
          for corner in 0..<8 {
            let row = 2 * y + corner >> 1 & 1 + 2 * side * (2 * z + corner >> 2)
            fine[2 * x + corner & 1 + 2 * side * row] = mean[corner]
          }
        }
      }
    }
    return fine
  }
}

extension TanhInverse: Codable {
  private enum CodingKeys: String, CodingKey { case weights }

  /// - Throws: `DecodingError`, or `CornerModelError` for weights that are not allowed.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(weights: container.decode([Double].self, forKey: .weights))
  }
}
