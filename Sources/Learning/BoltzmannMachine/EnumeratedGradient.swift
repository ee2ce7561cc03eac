/// A change of a machine's weights and biases: the gradient of a likelihood, or what stands in its place.
public struct EnumeratedGradient: Sendable, Hashable, Codable {
  /// With respect to W, visible × hidden, row by row.
  public let weights: [Double]
  /// With respect to a.
  public let visibleBias: [Double]
  /// With respect to b.
  public let hiddenBias: [Double]

  /// |W part − W part of `other`| / |W part of `other`|, with Frobenius norms over all weights.
  public func relativeError(from other: EnumeratedGradient) -> Double {
    let difference = zip(weights, other.weights).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    return (difference / other.weights.reduce(0) { $0 + $1 * $1 }).squareRoot()
  }
}
