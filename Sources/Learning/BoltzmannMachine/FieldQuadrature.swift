/// Gauss-Hermite quadrature for means over a standard normal number: exact for polynomials of degree below 2 n.
///
/// Nodes are the roots of the Hermite polynomial Heₙ, found by Newton's method between the roots of Heₙ₋₁, which
/// they interlace; weights are those of Christoffel, 1 / Σ_{k<n} p_k(x)² with orthonormal p_k (G. Szegő,
/// *Orthogonal Polynomials*, AMS 1939, section 3.4).
public struct FieldQuadrature: Sendable, Hashable, Codable {
  /// Ascending and symmetric about 0.
  public let nodes: [Double]
  /// Positive, with sum 1.
  public let weights: [Double]

  /// - Parameter count: the number n of nodes.
  /// - Throws: `BoltzmannError.setting` unless 1 ≤ n ≤ 128.
  public init(count: Int) throws(BoltzmannError) {
    guard (1...128).contains(count) else {
      throw .setting(name: "the number of quadrature nodes", value: Double(count), allowed: "1...128")
    }
    var roots: [Double] = [0]
    for degree in 2..<max(count + 1, 2) {
      let bound = 2 * Double(degree).squareRoot()
      let edges = [-bound] + roots + [bound]
      roots = (0..<degree).map { Self.root($0, degree: degree, between: edges[$0], and: edges[$0 + 1]) }
    }
    nodes = roots.indices.map { (roots[$0] - roots[count - 1 - $0]) / 2 }
    weights = nodes.map { 1 / Self.polynomials(count, at: $0).square }
  }

  /// The mean of f over a standard normal number.
  public func mean(of f: (Double) -> Double) -> Double {
    zip(nodes, weights).reduce(0) { $0 + $1.1 * f($1.0) }
  }

  /// Root number k of pₙ, the only one between two numbers.
  private static func root(_ k: Int, degree: Int, between lower: Double, and upper: Double) -> Double {
    var (low, high) = (lower, upper)
    var x = (low + high) / 2
    // The sign of pₙ to the right of its root k.
    let sign: Double = (degree - 1 - k) % 2 == 0 ? 1 : -1
    for _ in 0..<200 {
      let p = polynomials(degree, at: x)
      if p.value * sign > 0 { high = x } else { low = x }
      let step = p.value / (Double(degree).squareRoot() * p.below)
      let next = x - step
      if abs(step) <= 1e-15 * max(1, abs(x)) { return next }
      x = next > low && next < high ? next : (low + high) / 2
    }
    return x
  }

  /// pₙ(x), pₙ₋₁(x) and Σ_{k<n} p_k(x)² of the orthonormal Hermite polynomials.
  private static func polynomials(_ n: Int, at x: Double) -> (value: Double, below: Double, square: Double) {
    var (value, below, square) = (1.0, 0.0, 0.0)
    for k in 0..<n {
      square += value * value
      let next = (x * value - Double(k).squareRoot() * below) / Double(k + 1).squareRoot()
      (below, value) = (value, next)
    }
    return (value, below, square)
  }
}
