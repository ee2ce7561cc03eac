import GSL

/// The logistic generators whose window operator has prescribed leading eigenvalues: for each W₂ a pair
/// (W₀, W₁), so that nets with exactly Ising exponents form a curve.
public struct TunedFamily: Sendable {
  /// The eigenvalues that every member has.
  public let eigenvalues: ScalingEigenvalues

  /// - Parameter eigenvalues: λ_h and λ_t, by default those of the two-dimensional Ising model.
  public init(eigenvalues: ScalingEigenvalues = .ising) { self.eigenvalues = eigenvalues }

  /// The weights of the member with a given W₂, accurate to 1e-10.
  ///
  /// Newton's method in (W₀, W₁); the family is followed from W₂ = 0 in steps of at most 0.25, which are
  /// halved where the method fails.
  ///
  /// - Throws: `RenormalizationError.noTunedNet` where the family does not reach W₂.
  public func weights(w2: Double) throws(RenormalizationError) -> (w0: Double, w1: Double) {
    guard w2.isFinite, var root = newton(from: (4, 1), 0) else {
      throw .noTunedNet(w2: w2, lastFound: nil)
    }
    var slope = (w0: 0.0, w1: 0.0)
    var at = 0.0
    var step = w2 < 0 ? -0.25 : 0.25
    while at != w2 {
      let next = abs(w2 - at) <= abs(step) ? w2 : at + step
      let distance = next - at
      let guess = (root.w0 + slope.w0 * distance, root.w1 + slope.w1 * distance)
      guard let found = newton(from: guess, next), Self.isNear(found, guess) else {
        step /= 2
        if abs(step) < 1e-3 { throw .noTunedNet(w2: w2, lastFound: at) }
        continue
      }
      slope = ((found.w0 - root.w0) / distance, (found.w1 - root.w1) / distance)
      root = found
      at = next
    }
    return root
  }

  private static func isNear(_ a: (w0: Double, w1: Double), _ b: (Double, Double)) -> Bool {
    abs(a.w0 - b.0) < 0.5 && abs(a.w1 - b.1) < 0.5
  }

  /// The root near a start, or nothing where the steps do not become small.
  private func newton(from start: (Double, Double), _ w2: Double) -> (w0: Double, w1: Double)? {
    let difference = 1e-7
    var (w0, w1) = start
    for _ in 0..<20 {
      guard let here = residual(w0, w1, w2), let beside0 = residual(w0 + difference, w1, w2),
        let beside1 = residual(w0, w1 + difference, w2)
      else { return nil }
      let jacobian = [
        [(beside0.h - here.h) / difference, (beside1.h - here.h) / difference],
        [(beside0.t - here.t) / difference, (beside1.t - here.t) / difference],
      ]
      guard let step = try? solve(jacobian, [-here.h, -here.t]) else { return nil }
      w0 += step[0]
      w1 += step[1]
      guard abs(w0) < 100, abs(w1) < 100 else { return nil }
      if max(abs(step[0]), abs(step[1])) < 1e-11 { return (w0, w1) }
    }
    return nil
  }

  private func residual(_ w0: Double, _ w1: Double, _ w2: Double) -> (h: Double, t: Double)? {
    guard let found = try? WindowOperator(w0: w0, w1: w1, w2: w2).scalingEigenvalues() else { return nil }
    return (found.magnetic - eigenvalues.magnetic, found.thermal - eigenvalues.thermal)
  }
}
