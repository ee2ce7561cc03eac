import Elementary

/// Loss and gradient of a flow map on a grid of couplings, eight couplings to a vector.
struct CouplingMapGrid {
  private let points: Int
  private let hidden: Int
  /// Vectors of couplings; the last is filled up with copies of the last coupling, which have no weight in the loss.
  private let couplings: [SIMD8<Double>]
  /// ln(ξ(K)/b) of each point.
  private let targets: [Double]
  /// tanh of unit u at vector p, at `vectors` u + p.
  private var units: [SIMD8<Double>]
  /// dL/d(output of the last layer) of each point, 0 beyond the last.
  private var slopes: [SIMD8<Double>]

  init(couplings: [Double], factor: Int, hidden: Int) throws(ChainError) {
    points = couplings.count
    self.hidden = hidden
    var targets: [Double] = []
    for coupling in couplings {
      targets.append(Elementary.log(try IsingChain(coupling: coupling).correlationLength / Double(factor)))
    }
    self.targets = targets
    let vectors = (couplings.count + 7) / 8
    self.couplings = (0..<vectors).map { p in
      var lanes = SIMD8<Double>()
      for lane in 0..<8 { lanes[lane] = couplings[min(8 * p + lane, couplings.count - 1)] }
      return lanes
    }
    units = [SIMD8<Double>](repeating: SIMD8(), count: vectors * hidden)
    slopes = [SIMD8<Double>](repeating: SIMD8(), count: vectors)
  }

  /// The loss; the gradient has one number for each parameter of the map, in its order.
  mutating func lossGradient(_ parameters: [Double], _ gradient: inout [Double]) -> Double {
    let vectors = couplings.count
    var loss = 0.0
    for p in 0..<vectors {
      var outputs = SIMD8<Double>(repeating: parameters[3 * hidden])
      for u in 0..<hidden {
        let unit = Elementary.tanh(parameters[u] * couplings[p] + parameters[hidden + u])
        units[vectors * u + p] = unit
        outputs += parameters[2 * hidden + u] * unit
      }
      for lane in 0..<min(8, points - 8 * p) {
        let (value, slope) = point(output: outputs[lane], target: targets[8 * p + lane])
        loss += value
        slopes[p][lane] = slope
      }
    }
    for u in 0..<hidden {
      var (a, b, w) = (SIMD8<Double>(), SIMD8<Double>(), SIMD8<Double>())
      for p in 0..<vectors {
        let unit = units[vectors * u + p]
        let inner = slopes[p] * (1 - unit * unit)
        w += slopes[p] * unit
        b += inner
        a += inner * couplings[p]
      }
      gradient[2 * hidden + u] = w.sum()
      gradient[u] = parameters[2 * hidden + u] * a.sum()
      gradient[hidden + u] = parameters[2 * hidden + u] * b.sum()
    }
    gradient[3 * hidden] = slopes.reduce(SIMD8()) { $0 + $1 }.sum()
    return loss / Double(points)
  }

  /// One point's squared distance, and the part of dL/d(output) that it has.
  private func point(output: Double, target: Double) -> (Double, Double) {
    let coupling = max(CouplingMap.softplus(output), 1e-300)
    let dual = IsingChain.dual(coupling)
    let distance = -Elementary.log(2 * dual) - target
    let slope = Elementary.sigmoid(output) / (dual * StableHyperbolic.sinh(2 * coupling))
    return (distance * distance, 2 * distance * slope / Double(points))
  }
}
