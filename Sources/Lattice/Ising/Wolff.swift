import Random

/// Wolff's single-cluster update of the Ising model on the L × L torus (U. Wolff, Phys. Rev. Lett. 62, 361
/// (1989)).
///
/// A step grows the cluster of a random site over satisfied bonds that open with probability 1 − e^{−2|K|},
/// and flips it. For K < 0 the kernel works on the staggered spins (−1)^{x+y} s, a ferromagnet of coupling
/// |K|.
///
/// ```swift
/// var random = RandomStream(seed: 1, name: "ising")
/// var chain = try Wolff(side: 64, coupling: Ising2D.criticalCoupling, random: &random)
/// chain.sweep(200)                                   // forget the start
/// let series = chain.series(1000, every: 5)          // 1000 configurations, 5 clusters apart
/// ```
///
/// For L = 2 neighbours are joined by two bonds, which open independently.
///
/// - Complexity: about 5 ns for a spin of a cluster.
public struct Wolff: Sendable {
  let model: ClusterModel
  /// (Staggered) spins 0 and 1, in rows of `stride` bytes.
  private var spins: [UInt8]
  private var queue: [UInt32]
  /// Open-bond bits, four for a site of a cluster, and the number of sites that have used theirs.
  private var draws: [UInt64]
  private var used: Int
  private var random: Xoshiro512

  private static let drawnSites = 1024

  /// A chain that starts from aligned spins.
  ///
  /// - Parameters:
  ///   - side: L, even, 2...32768.
  ///   - coupling: K = J/(k_B T), −20...20.
  ///   - startUp: whether the spins of the start are +1, otherwise −1.
  ///   - random: the next 32 words of this stream seed the generator of the chain.
  /// - Throws: `IsingError` for another side or coupling.
  public init(
    side: Int, coupling: Double, startUp: Bool = true, random: inout RandomStream
  ) throws(IsingError) {
    model = try ClusterModel(side: side, coupling: coupling)
    let width = Self.stride(side)
    spins = [UInt8](repeating: startUp ? 1 : 0, count: side * width)
    if model.isAntiferromagnetic {
      for y in 0..<side {
        for x in 0..<side where (x + y) % 2 == 1 { spins[y * width + x] ^= 1 }
      }
    }
    queue = [UInt32](repeating: 0, count: side * side + 1)
    draws = [UInt64](repeating: 0, count: Self.drawnSites / 16)
    used = Self.drawnSites
    self.random = Xoshiro512(&random)
  }

  /// The smallest power of two that holds a row.
  private static func stride(_ side: Int) -> Int { 1 << (Int.bitWidth - (side - 1).leadingZeroBitCount) }

  /// The present configuration, packed at each access.
  public var lattice: SpinLattice {
    let side = model.side
    let width = Self.stride(side)
    let perRow = (side + 63) / 64
    var words = [UInt64](repeating: 0, count: side * perRow)
    for y in 0..<side {
      let staggered: UInt64 = y % 2 == 0 ? 0xaaaa_aaaa_aaaa_aaaa : 0x5555_5555_5555_5555
      for k in 0..<perRow {
        var word: UInt64 = model.isAntiferromagnetic ? staggered : 0
        for x in 64 * k..<min(side, 64 * (k + 1)) { word ^= UInt64(spins[y * width + x]) &<< UInt64(x & 63) }
        words[y * perRow + k] = word
      }
    }
    return SpinLattice(side: side, words: words)
  }

  /// Flips one cluster and returns the number of its sites.
  public mutating func step() -> Int {
    let kernel = WolffKernel(side: model.side, stride: Self.stride(model.side), threshold: model.openBond)
    return kernel.step(&spins, &queue, &draws, &used, &random)
  }

  /// Flips clusters until they had at least L² sites together, `count` times.
  ///
  /// For the approach to equilibrium only. Where this stops depends on the sizes of the clusters, so the
  /// configurations in which it stops are not Boltzmann distributed: a large cluster is more likely to be
  /// the last one. Measure after a number of steps that was fixed before, as `series(_:every:)` does.
  public mutating func sweep(_ count: Int) {
    precondition(count >= 0, "the number of sweeps must not be negative, but is \(count)")
    for _ in 0..<count {
      var visited = 0
      while visited < model.side * model.side { visited += step() }
    }
  }

  /// Measures `samples` configurations, each after `steps` further clusters.
  public mutating func series(_ samples: Int, every steps: Int = 1) -> IsingSeries {
    var series = IsingSeries(side: model.side)
    for _ in 0..<samples {
      for _ in 0..<steps { _ = step() }
      series.append(lattice)
    }
    return series
  }
}
