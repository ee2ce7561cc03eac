/// The maximum of a logistic likelihood.
public struct LogisticFit: Sendable, Equatable, Codable {
  /// W, in the order of the features.
  public let weights: [Double]
  /// Names of the weights.
  public let names: [String]
  /// Cross-entropy at the maximum, nats per observation.
  public let loss: Double
  /// Cross-entropy with one free probability for each pattern, the least that any weights could reach.
  public let saturatedLoss: Double
  /// Largest |∂loss/∂W|.
  public let gradientNorm: Double
  /// Newton steps.
  public let iterations: Int
  /// Sum of all counts.
  public let observations: Double
  /// Inverse of the Hessian of the summed loss (Fisher information): the covariance of the weights if the
  /// counts are numbers of independent observations.
  public let covariance: [[Double]]

  /// Standard errors of the weights under the same assumption.
  public var errors: [Double] { covariance.indices.map { covariance[$0][$0].squareRoot() } }

  /// Linear combinations of the weights, y = A W, with their covariance A C Aᵀ.
  ///
  /// - Parameter rows: A, every row as long as there are weights.
  /// - Returns: y and its covariance, rows × rows.
  public func transformed(by rows: [[Double]]) -> (values: [Double], covariance: [[Double]]) {
    precondition(rows.allSatisfy { $0.count == weights.count }, "every row needs \(weights.count) numbers")
    func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    let products = rows.map { row in covariance.map { dot($0, row) } }
    return (rows.map { dot($0, weights) }, rows.map { row in products.map { dot($0, row) } })
  }
}
