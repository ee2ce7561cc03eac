/// The minimum of χ² = Σ wᵢ (yᵢ − fᵢ)² over the parameters of a model f.
public struct LeastSquaresSolution: Sendable, Equatable {
  /// The p parameters at the minimum.
  public let parameters: [Double]
  /// (JᵀWJ)⁻¹, p rows of p numbers, with J the derivatives of the model by its parameters and W the weights:
  /// the covariance of the parameters where the weights are 1/σ² of independent data.
  public let covariance: [[Double]]
  /// χ² at the minimum.
  public let chiSquared: Double
  /// Steps taken; 0 for a linear problem.
  public let iterations: Int
}
