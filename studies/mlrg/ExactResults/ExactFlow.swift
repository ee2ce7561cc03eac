/// Everything about the KL-optimal flow of one coupling.
struct ExactFlow: Codable, Sendable {
  /// Couplings at which f is tabulated, as their names.
  static let tabulated = ["0.1", "0.5", "0.75", "0.76428545974049908", "1.0", "1.5", "2.0"]
  /// Where the tabulated trajectory starts.
  static let start = "0.80"

  let exactCoupling: Double
  let exactSquareCoupling: Double
  /// Δ₁ of the square block at the exact K_c.
  let exactWeight: Double
  let critical: FlowFixedPoint
  /// KL divergence at the fixed point, in nats.
  let divergence: Double
  let squareCoupling: Double
  let weight: Double
  let minimum: FlowValue
  let slopeAtZero: Double
  /// f at −J_c of the KL-optimal flow.
  let changeAtMirrorImage: Double
  let values: [FlowValue]
  let trajectory: [Double]
  /// Largest |closed form − enumeration| of J' for |J| ≤ 2.
  let closedFormError: Double
  /// Largest |J − inverse(forward(J))| for |J| ≤ 3.
  let inverseError: Double
  /// J'(3) less its asymptote.
  let asymptoteError: Double
  let change: SampledCurve
  let changeNearZero: SampledCurve
  /// KL(J ‖ J'(J)).
  let divergences: SampledCurve
  /// Δ₁ of the square block.
  let weights: SampledCurve

  init() throws {
    exactCoupling = LiebLattice.criticalCoupling
    exactSquareCoupling = LiebLattice.criticalSquareCoupling
    exactWeight = ConformalWeight.squareBlock(exactSquareCoupling)
    critical = try KLOptimalFlow.fixedPoint()
    divergence = KLOptimalFlow.divergence(from: critical.coupling, to: critical.coupling)
    squareCoupling = LiebLattice.squareCoupling(critical.coupling)
    weight = ConformalWeight.squareBlock(squareCoupling)
    let (place, depth) = try KLOptimalFlow.minimum()
    minimum = FlowValue(coupling: place, change: depth)
    slopeAtZero = try KLOptimalFlow.slope(0) - 1
    changeAtMirrorImage = try KLOptimalFlow.change(-critical.coupling)
    values = try Self.tabulated.compactMap(Double.init).map {
      FlowValue(coupling: $0, change: try KLOptimalFlow.change($0))
    }
    trajectory = try KLOptimalFlow.trajectory(from: Double(Self.start) ?? 0, steps: 10)
    let block = try BlockFlow(.square())
    let grid = (1...60).map { 0.05 * Double($0) }
    closedFormError =
      try grid.filter { $0 <= 2 }
      .map { abs(try KLOptimalFlow.coarse($0) - block.coarse($0)) }.max() ?? 0
    inverseError = try grid.map { abs($0 - KLOptimalFlow.inverse(try KLOptimalFlow.coarse($0))) }.max() ?? 0
    asymptoteError = try KLOptimalFlow.coarse(3) - KLOptimalFlow.asymptote(3)
    change = try SampledCurve(-2...2, count: 200) { try KLOptimalFlow.change($0) }
    changeNearZero = try SampledCurve(0.6...1, count: 80) { try KLOptimalFlow.change($0) }
    divergences = try SampledCurve(0...2, count: 100) {
      KLOptimalFlow.divergence(from: $0, to: try KLOptimalFlow.coarse($0))
    }
    weights = SampledCurve(0.5...1.2, count: 70) {
      ConformalWeight.squareBlock(LiebLattice.squareCoupling($0))
    }
  }
}
