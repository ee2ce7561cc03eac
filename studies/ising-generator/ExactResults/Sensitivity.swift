import Learning
import Renormalization

/// Derivatives of exact quantities with respect to W₀, W₁, W₂ at the reference weights.
struct Sensitivity: Codable, Sendable {
  let lambdaH: [Double]
  let lambdaT: [Double]
  let uInfinite: [Double]
}

extension Sensitivity {
  /// Central differences at the weights of a net.
  init(_ net: ThreeParameterNet) throws {
    let step = 1e-4
    func values(_ weights: [Double]) throws -> [Double] {
      let window = try WindowOperator(w0: weights[0], w1: weights[1], w2: weights[2])
      let eigenvalues = try window.scalingEigenvalues()
      return [eigenvalues.magnetic, eigenvalues.thermal, try window.fixedPointAverages().energy]
    }
    let derivatives = try (0..<3).map { k in
      var (up, down) = (net.weights, net.weights)
      up[k] += step
      down[k] -= step
      return zip(try values(up), try values(down)).map { ($0 - $1) / (2 * step) }
    }
    lambdaH = derivatives.map { $0[0] }
    lambdaT = derivatives.map { $0[1] }
    uInfinite = derivatives.map { $0[2] }
  }
}
