/// The fixed points of the expected flow with fine chains of finite length.
struct ChainFixedPoints: Codable, Sendable {
  /// The fixed points at one chain length.
  struct AtLength: Codable, Sendable {
    let sweeps: Int
    /// The one that repels.
    let physical: FlowFixedPoint?
    /// The second one, which attracts.
    let spurious: FlowFixedPoint?
  }

  /// f of one chain length; nil is equilibrium.
  struct Curve: Codable, Sendable {
    let sweeps: Int?
    let change: SampledCurve
  }

  /// Couplings at which f with 16 sweeps is tabulated.
  static let tabulated = ["0.5", "0.75", "1.0", "1.5", "2.0"]

  let chains: [AtLength]
  /// The highest point of f with 5 sweeps.
  let highest: FlowValue
  /// f with 16 sweeps at `tabulated`.
  let sixteen: [FlowValue]
  let curves: [Curve]
  let saddleNode: ChainSaddleNode
  /// Eigenvalues of one sweep at the KL-optimal J_c, descending from 1.
  let eigenvalues: [Double]
  /// Largest deviation of the 4 × 4 transition matrix from that of the 16 states.
  let lumpingError: Double

  init(fineSweeps: [Int]) throws {
    chains = try fineSweeps.map { sweeps in
      // The second zero moves out by less than 0.25 a sweep.
      let zeros = try FiniteChainFlow(fineSweeps: sweeps).zeros(in: 0.02...(2 + 0.25 * Double(sweeps)))
      return AtLength(
        sweeps: sweeps, physical: zeros.first, spurious: zeros.count > 1 ? zeros[1] : nil)
    }
    let (place, height) = try FiniteChainFlow(fineSweeps: 5).maximum()
    highest = FlowValue(coupling: place, change: height)
    let sixteenSweeps = FiniteChainFlow(fineSweeps: 16)
    sixteen = try Self.tabulated.compactMap(Double.init).map {
      FlowValue(coupling: $0, change: try sixteenSweeps.change($0))
    }
    curves = try [4, 5, 6, 8, 16, nil].map { sweeps in
      let flow = FiniteChainFlow(fineSweeps: sweeps)
      return Curve(sweeps: sweeps, change: try SampledCurve(0.5...1.5, count: 100) { try flow.change($0) })
    }
    saddleNode = try ChainSaddleNode.find()
    eigenvalues = try ChainSaddleNode.eigenvalues(KLOptimalFlow.fixedPoint().coupling)
    lumpingError = try Self.lumpingError()
  }

  private static func lumpingError() throws -> Double {
    let chain = try GibbsChain(units: Block.square().fine, spins: 4)
    var largest = 0.0
    for step in 1...20 {
      let j = 0.1 * Double(step)
      let (full, lumped) = (chain.sweep(j), CornerClasses.sweep(j))
      for state in 0..<16 {
        var row = [0.0, 0, 0, 0]
        for other in 0..<16 {
          row[CornerClasses.classOfState[other]] += full[chain.orbits[state]][chain.orbits[other]]
        }
        let target = lumped[CornerClasses.classOfState[state]]
        for k in 0..<4 { largest = max(largest, abs(row[k] - target[k])) }
      }
    }
    return largest
  }
}
