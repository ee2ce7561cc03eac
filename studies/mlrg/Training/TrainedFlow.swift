/// What one training run leaves behind.
struct TrainedFlow: Codable, Sendable {
  /// The final network's parameters.
  var network: [Double]
  /// The root found after each recorded epoch, coupling by coupling; NaN where there was none.
  var roots: [[Double]]
  /// The final network's zero with f rising through it, by bracketing in (0.3, 2); one coupling only.
  var bracketed: Double?
  /// Accepted fraction of all trajectories.
  var acceptance: Double
  /// The couplings sampled in the recorded epochs: counts in `TrainedFlow.edges`, and the largest |J|.
  var sampled: [Int]
  var largestSampled: Double

  /// Bin edges of `sampled` (first coupling); values beyond are not counted.
  static let edges: [Double] = (0...120).map { -3 + 0.05 * Double($0) }

  /// The recorded roots of the first coupling.
  var criticalCouplings: [Double] { roots[0] }
}
