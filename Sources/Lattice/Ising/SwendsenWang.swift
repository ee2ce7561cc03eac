import Random

/// Swendsen and Wang's cluster update of the Ising model on the L × L torus (R. H. Swendsen, J.-S. Wang,
/// Phys. Rev. Lett. 58, 86 (1987)).
///
/// A sweep opens every satisfied bond with probability 1 − e^{−2|K|} and gives every cluster of sites
/// joined by open bonds a fair coin: all of its spins flip or none. For K < 0 a bond is satisfied where its
/// spins differ.
///
/// ```swift
/// var random = RandomStream(seed: 1, name: "ising")
/// var chain = try SwendsenWang(side: 64, coupling: Ising2D.criticalCoupling, random: &random)
/// chain.sweep(200)                                    // forget the start
/// let series = chain.series(1000, every: 3)           // 1000 configurations, 3 sweeps apart
/// ```
///
/// For L = 2 neighbours are joined by two bonds, which open independently.
///
/// - Complexity: a sweep costs about 2 ns a site at K_c for L ≥ 64, and O(L) more for smaller lattices.
public struct SwendsenWang: Sendable {
  let model: ClusterModel
  var spins: [UInt64]
  /// Open bonds to the right and down, run starts and coins of the last sweep; see `BondClusters`.
  var planes: [UInt64]
  var labels: [UInt32]
  private var random: Xoshiro512

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
    spins = SpinLattice(side: side, up: startUp).words
    planes = [UInt64](repeating: 0, count: BondClusters.planeWords(side))
    labels = [UInt32](repeating: 0, count: BondClusters.labelCount(side))
    self.random = Xoshiro512(&random)
  }

  /// The present configuration. Each access copies L · ⌈L/64⌉ words.
  public var lattice: SpinLattice { SpinLattice(side: model.side, words: spins) }

  /// Updates all spins `count` times.
  public mutating func sweep(_ count: Int = 1) {
    precondition(count >= 0, "the number of sweeps must not be negative, but is \(count)")
    Self.run(count, model, &spins, &planes, &labels, &random)
  }

  /// Measures `samples` configurations, each after `sweeps` further sweeps.
  public mutating func series(_ samples: Int, every sweeps: Int = 1) -> IsingSeries {
    var series = IsingSeries(side: model.side)
    for _ in 0..<samples {
      sweep(sweeps)
      spins.withUnsafeBufferPointer {
        let words = SpinWords($0, side: model.side)
        series.append(magnetization: words.magnetization, satisfiedBonds: words.satisfiedBonds)
      }
    }
    return series
  }

  private static func run(
    _ count: Int, _ model: ClusterModel, _ spins: UnsafeMutablePointer<UInt64>,
    _ planes: UnsafeMutablePointer<UInt64>, _ labels: UnsafeMutablePointer<UInt32>, _ random: inout Xoshiro512
  ) {
    let kernel = SwendsenWangKernel(model, spins: spins, planes: planes, labels: labels)
    for _ in 0..<count { kernel.sweep(&random) }
  }
}
