/// Moments of 512 overlap configurations ρ of V = L³ sites, one value per lane.
public struct LaneMoments: Sendable, Hashable {
  /// 1/V Σ ρ.
  public let q: [Double]
  /// |Σ_x e^{ikx} ρ_x|²/V², mean of k = 2π/L along the three axes.
  public let structureFactor: [Double]
  /// C(1), the mean of ρ_x ρ_y over the 3 V bonds (the link overlap).
  public let nearestNeighbour: [Double]

  public init(q: [Double], structureFactor: [Double], nearestNeighbour: [Double]) {
    self.q = q
    self.structureFactor = structureFactor
    self.nearestNeighbour = nearestNeighbour
  }

  /// The moments of every lane. Bit-sliced up to L = 127; larger lattices go configuration by configuration.
  public static func measure(_ planes: SpinPlanes) -> LaneMoments {
    guard planes.side <= OverlapMeter.largestSide else {
      let moments = planes.configurations.map { $0.moments(distances: 1) }
      return LaneMoments(
        q: moments.map(\.q), structureFactor: moments.map(\.structureFactor),
        nearestNeighbour: moments.map { $0.correlation[0] })
    }
    let meter = OverlapMeter(side: planes.side)
    var set = [Int32](repeating: 0, count: SpinPlanes.lanes)
    var differing = set
    var structureFactor = [Double](repeating: 0, count: SpinPlanes.lanes)
    planes.words.withUnsafeBufferPointer { words in
      guard let words = words.baseAddress else { return }
      meter.measure(words, set: &set, differing: &differing, structureFactor: &structureFactor)
    }
    let volume = Double(planes.words.count)
    return LaneMoments(
      q: set.map { 1 - 2 * Double($0) / volume }, structureFactor: structureFactor,
      nearestNeighbour: differing.map { 1 - 2 * Double($0) / (3 * volume) })
  }

  /// C(r), the mean of ρ_x ρ_{x+r} over the three axes, of every lane; r is 0..<L.
  public static func correlation(_ planes: SpinPlanes, distance: Int) -> [Double] {
    precondition(0..<planes.side ~= distance, "distance \(distance) on a lattice of side \(planes.side)")
    var differing = [Int32](repeating: 0, count: SpinPlanes.lanes)
    planes.words.withUnsafeBufferPointer { words in
      guard let words = words.baseAddress else { return }
      LaneCounts.differingBonds(words, side: planes.side, distance: distance, into: &differing)
    }
    let pairs = 3 * Double(planes.words.count)
    return differing.map { 1 - 2 * Double($0) / pairs }
  }
}
