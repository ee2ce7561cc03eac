import Elementary
import Lattice
import Statistics

/// An ensemble of field configurations sampled at one μ², to be read at others (A. M. Ferrenberg and
/// R. H. Swendsen, Phys. Rev. Lett. 61 (1988) 2635).
///
/// The action holds μ² only in (μ²/2) V p2, so that a configuration sampled at μ² has the weight
/// exp(−(d/2) V p2) at μ² + d. For observables of fields that were made from the sampled ones by a
/// transformation, p2 and V remain those of the **sampled** configurations.
///
/// Errors come from a jackknife over contiguous bins, which must be long compared with the autocorrelation
/// time.
public struct MassReweighting: Sendable, Hashable {
  /// The smallest effective sample fraction that is accepted.
  public static let minimumFraction = 0.1

  /// The μ² of the simulation.
  public let massSquared: Double
  /// Sites V of the sampled lattices.
  public let volume: Int
  /// Mean of φ² over the sites of each sampled configuration, in the order of time.
  public let p2: [Double]
  /// Number of jackknife bins; their lengths differ by at most one configuration.
  public let bins: Int

  /// Mean of p2 over the configurations, unweighted.
  let meanP2: Double
  private let lowest: Double
  private let highest: Double

  /// - Parameters:
  ///   - massSquared: μ² of the simulation, finite.
  ///   - volume: sites of the sampled lattices, at least 1.
  ///   - p2: one number a configuration, finite and not all equal.
  ///   - bins: jackknife bins, 2...configurations.
  /// - Throws: `FieldFlowError.badInput`.
  public init(massSquared: Double, volume: Int, p2: [Double], bins: Int) throws(FieldFlowError) {
    func refuse(_ why: String) -> FieldFlowError { .badInput(operation: "reweighting in mu^2", why: why) }
    guard massSquared.isFinite else { throw refuse("mu^2 is \(massSquared); it must be finite") }
    guard volume >= 1 else { throw refuse("the volume is \(volume); it must be at least 1") }
    guard bins >= 2, p2.count >= bins else {
      throw refuse("\(bins) bins of \(p2.count) configurations; 2...configurations are allowed")
    }
    if let index = p2.firstIndex(where: { !$0.isFinite }) {
      throw refuse("p2[\(index)] is \(p2[index]); it must be finite")
    }
    let (lowest, highest) = p2.reduce((Double.infinity, -Double.infinity)) { (min($0.0, $1), max($0.1, $1)) }
    guard lowest < highest else { throw refuse("p2 is \(lowest) in every configuration; it must vary") }
    self.massSquared = massSquared
    self.volume = volume
    self.p2 = p2
    self.bins = bins
    meanP2 = p2.reduce(0, +) / Double(p2.count)
    self.lowest = lowest
    self.highest = highest
  }

  /// The ensemble of sampled configurations whose moments are known.
  ///
  /// - Throws: `FieldFlowError.badInput`, also for configurations of unequal sides.
  public init(massSquared: Double, moments: [FieldMoments], bins: Int) throws(FieldFlowError) {
    let side = moments.first?.side ?? 1
    if let odd = moments.first(where: { $0.side != side }) {
      let why = "configurations of sides \(side) and \(odd.side); all must be equal"
      throw .badInput(operation: "reweighting in mu^2", why: why)
    }
    try self.init(massSquared: massSquared, volume: side * side, p2: moments.map(\.p2), bins: bins)
  }

  /// Index of the simulated point nearest to μ².
  ///
  /// - Throws: `FieldFlowError`: `badInput` without points, `tooFewEffectiveSamples` where even the nearest
  ///   is too far.
  public static func nearest(
    to massSquared: Double, among points: [MassReweighting]
  ) throws(FieldFlowError) -> Int {
    let distances = points.map { abs($0.massSquared - massSquared) }
    guard let index = distances.indices.min(by: { distances[$0] < distances[$1] }) else {
      throw .badInput(operation: "reweighting in mu^2", why: "no simulated point; at least one is needed")
    }
    try points[index].requireTrust(points[index].effectiveFraction(at: massSquared), at: massSquared)
    return index
  }

  // MARK: Weights

  /// Weight of each configuration at another μ², the largest possible being 1.
  ///
  /// - Throws: `FieldFlowError.tooFewEffectiveSamples`.
  public func weights(at massSquared: Double) throws(FieldFlowError) -> [Double] {
    try requireTrust(effectiveFraction(at: massSquared), at: massSquared)
    return weights(at: massSquared, of: p2.indices)
  }

  /// The effective sample fraction (Σ w)² / (n Σ w²) at another μ² (L. Kish, *Survey Sampling*, 1965): 1 at
  /// the simulated point, and smaller the further away.
  public func effectiveFraction(at massSquared: Double) -> Double {
    var (sum, squares) = (0.0, 0.0)
    for bin in 0..<bins {
      let weights = weights(at: massSquared, of: range(ofBin: bin))
      sum += weights.reduce(0, +)
      squares += innerProduct(weights, weights)
    }
    return sum * sum / (Double(p2.count) * squares)
  }

  /// The values of μ² with an effective sample fraction above `minimumFraction`.
  ///
  /// They form an interval: with K(d) = ln ⟨exp(−(d/2) V p2)⟩, which is convex, the logarithm of the fraction
  /// is 2 K(d) − K(2d), whose derivative 2 (K′(d) − K′(2d)) has the sign of −d.
  public var trustedRange: ClosedRange<Double> { trustLimit(-1)...trustLimit(1) }

  /// The last trusted μ² in a direction. With ten configurations or fewer every weight is trusted, and the
  /// search ends where weights underflow.
  private func trustLimit(_ direction: Double) -> Double {
    let step = 1 / (Double(volume) * (highest - lowest))
    var inside = 0.0
    var outside = step
    while outside < 1024 * step, isTrusted(direction * outside) { (inside, outside) = (outside, 2 * outside) }
    while outside - inside > 1e-9 * outside {
      let middle = 0.5 * (inside + outside)
      if isTrusted(direction * middle) { inside = middle } else { outside = middle }
    }
    return massSquared + direction * inside
  }

  private func isTrusted(_ shift: Double) -> Bool {
    effectiveFraction(at: massSquared + shift) > Self.minimumFraction
  }

  private func requireTrust(_ fraction: Double, at massSquared: Double) throws(FieldFlowError) {
    guard fraction >= Self.minimumFraction else {
      throw .tooFewEffectiveSamples(
        simulated: self.massSquared, shift: massSquared - self.massSquared, fraction: fraction,
        minimum: Self.minimumFraction)
    }
  }

  /// The weights of a range of configurations. Bin by bin they stay in the cache.
  func weights(at massSquared: Double, of range: Range<Int>) -> [Double] {
    let shift = massSquared - self.massSquared
    let slope = -0.5 * shift * Double(volume)
    let heaviest = shift >= 0 ? lowest : highest
    let (slopes, shifts) = (SIMD8(repeating: slope), SIMD8(repeating: heaviest))
    let (first, count) = (range.lowerBound, range.count)
    return [Double](unsafeUninitializedCapacity: count) { weights, initialized in
      p2.withUnsafeBytes { p2 in
        var i = 0
        while i + 8 <= count {
          let eight = p2.loadUnaligned(fromByteOffset: 8 * (first + i), as: SIMD8<Double>.self)
          let result = Elementary.exp(slopes * (eight - shifts))
          for lane in 0..<8 { weights[i + lane] = result[lane] }
          i += 8
        }
        for k in i..<count { weights[k] = Elementary.exp(slope * (self.p2[first + k] - heaviest)) }
      }
      initialized = count
    }
  }

  // MARK: Means

  /// Sums over each bin of observables at another μ², from which means, derivatives and resamplings follow.
  ///
  /// - Parameters:
  ///   - observables: series of one finite number a configuration.
  ///   - massSquared: where.
  /// - Throws: `FieldFlowError`.
  public func sums(
    of observables: [[Double]], at massSquared: Double
  ) throws(FieldFlowError) -> ReweightedSums {
    for (k, series) in observables.enumerated() where series.count != p2.count {
      throw .badInput(
        operation: "reweighting in mu^2",
        why: "observable \(k) has \(series.count) numbers; \(p2.count), one a configuration, are needed")
    }
    let sums = ReweightedSums(of: observables, in: self, at: massSquared)
    try requireTrust(sums.effectiveFraction, at: massSquared)
    return sums
  }

  /// Functions of the means of observables at another μ², with the errors of their common resampling.
  ///
  /// - Parameters:
  ///   - observables: series of one finite number a configuration.
  ///   - massSquared: where.
  ///   - derived: the means to the quantities; default the means themselves.
  /// - Throws: `FieldFlowError`.
  public func jackknife(
    of observables: [[Double]], at massSquared: Double, _ derived: ([Double]) -> [Double] = { $0 }
  ) throws(FieldFlowError) -> Jackknife {
    let sums = try sums(of: observables, at: massSquared)
    do {
      return try Jackknife(
        values: derived(sums.averages().means),
        replicates: (0..<bins).map { derived(sums.averages(without: $0).means) })
    } catch {
      throw .statistics(error)
    }
  }

  /// The configurations of a bin.
  func range(ofBin bin: Int) -> Range<Int> { bin * p2.count / bins..<(bin + 1) * p2.count / bins }
}
