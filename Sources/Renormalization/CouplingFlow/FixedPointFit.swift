import Elementary
import GSL
import Lattice
import Statistics

/// The fixed point of a flow K′(K) and the exponent ν from the slope there: a weighted polynomial in K − K_c through
/// the points of a window, K* the root of K′(K) = K nearest to K_c, and ν = n ln 2 / ln(dK′/dK) after n blocking steps.
///
/// Errors by leaving out one bin of one K at a time with fixed weights; the variances of the K, which are independent,
/// are added. The weights are inverse variances from the same B bins, which makes the errors too small by a fraction of
/// about 2/(B − 1).
public struct FixedPointFit: Sendable, Codable, Hashable {
  /// Number of blocking steps n.
  public let steps: Int
  /// K*.
  public let fixedPoint: Estimate
  /// dK′/dK at K*.
  public let slope: Estimate
  /// ν; nothing where the slope does not exceed 1 in some replicate.
  public let nu: Estimate?
  /// The coefficients of (K − K_c)⁰, (K − K_c)¹, ….
  public let coefficients: [Double]
  /// Number of points in the window.
  public let points: Int
  /// χ² of the fit, with `points` − degree − 1 degrees of freedom.
  public let chiSquared: Double

  /// - Parameters:
  ///   - points: the flow, at least degree + 1 points inside of the window, with independent samples.
  ///   - steps: n ≥ 1.
  ///   - degree: of the polynomial; default cubic.
  ///   - window: the points with K strictly inside are fitted.
  /// - Throws: `CouplingFlowError`: `badInput`, `noFixedPoint` (also without a bin), `statistics`.
  public init(
    _ points: [FlowPoint], steps: Int, degree: Int = 3, window: ClosedRange<Double> = 0.405...0.475
  ) throws(CouplingFlowError) {
    let used = points.filter { window.lowerBound < $0.coupling && $0.coupling < window.upperBound }
    guard steps >= 1, degree >= 1, used.count > degree else {
      throw .badInput(
        operation: "fixed-point fit",
        why: "\(used.count) points inside of \(window) for degree \(degree) and \(steps) steps; at least degree + 1 "
          + "points, degree 1 and 1 step are needed")
    }
    let estimates = try used.map { (point) throws(CouplingFlowError) in try point.estimate() }
    let fit = PolynomialFlow.Fit(
      abscissae: used.map { $0.coupling - Ising2D.criticalCoupling }, errors: estimates.map(\.standardError),
      degree: degree, window: window)
    let (flow, chiSquared) = try fit.flow(used.map(\.blocked))
    let root = try flow.fixedPoint(nearest: Ising2D.criticalCoupling)
    var hasExponent = true
    func quantities(_ flow: PolynomialFlow, _ root: Double) -> [Double] {
      let slope = flow.slope(root)
      hasExponent = hasExponent && slope > 1
      return [root, slope, slope > 1 ? Double(steps) * Elementary.log(2) / Elementary.log(slope) : 0]
    }
    let values = quantities(flow, root)
    var groups: [[[Double]]] = []
    for (k, point) in used.enumerated() {
      var replicates: [[Double]] = []
      for replicate in point.replicates {
        var blocked = used.map(\.blocked)
        blocked[k] = replicate
        let (varied, _) = try fit.flow(blocked)
        replicates.append(quantities(varied, try varied.fixedPoint(nearest: root)))
      }
      groups.append(replicates)
    }
    do throws(FieldFlowError) {
      let results = try IndependentJackknife(values: values, groups: groups).estimates()
      (fixedPoint, slope, nu) = (results[0], results[1], hasExponent ? results[2] : nil)
    } catch {
      throw CouplingFlowError(error)
    }
    self.steps = steps
    self.points = used.count
    self.chiSquared = chiSquared
    coefficients = flow.coefficients
  }

  /// The fitted K′(K).
  public func blocked(at coupling: Double) -> Double {
    PolynomialFlow.value(coefficients, coupling - Ising2D.criticalCoupling)
  }
}

/// K′ as a polynomial in K − K_c.
private struct PolynomialFlow {
  let coefficients: [Double]
  let window: ClosedRange<Double>

  static func value(_ coefficients: [Double], _ x: Double) -> Double {
    coefficients.reversed().reduce(0) { $0 * x + $1 }
  }

  /// dK′/dK.
  func slope(_ coupling: Double) -> Double {
    let derivative = coefficients.enumerated().dropFirst().map { Double($0) * $1 }
    return Self.value(derivative, coupling - Ising2D.criticalCoupling)
  }

  /// The root of K′(K) = K in the window that is nearest to `reference`.
  func fixedPoint(nearest reference: Double) throws(CouplingFlowError) -> Double {
    func excess(_ coupling: Double) -> Double {
      Self.value(coefficients, coupling - Ising2D.criticalCoupling) - coupling
    }
    let intervals = 256
    let width = (window.upperBound - window.lowerBound) / Double(intervals)
    let grid = (0...intervals).map { window.lowerBound + Double($0) * width }
    let values = grid.map(excess)
    var roots: [Double] = []
    for i in 0..<intervals where (values[i] < 0) != (values[i + 1] < 0) {
      do {
        roots.append(try findRoot(in: grid[i]...grid[i + 1], excess))
      } catch {
        throw CouplingFlowError(error)
      }
    }
    guard let root = roots.min(by: { abs($0 - reference) < abs($1 - reference) }) else {
      throw .noFixedPoint(
        lower: window.lowerBound, upper: window.upperBound, atLower: values[0], atUpper: values[intervals])
    }
    return root
  }

  /// What the fits of all replicates have in common.
  struct Fit {
    let abscissae: [Double]
    let errors: [Double]
    let degree: Int
    let window: ClosedRange<Double>

    func flow(_ blocked: [Double]) throws(CouplingFlowError) -> (flow: PolynomialFlow, chiSquared: Double) {
      do throws(StatisticsError) {
        let result = try LinearFit.polynomial(degree: degree, x: abscissae, y: blocked, errors: errors)
        return (PolynomialFlow(coefficients: result.parameters.map(\.value), window: window), result.chiSquared)
      } catch {
        throw .statistics(error)
      }
    }
  }
}
