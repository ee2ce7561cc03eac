import Random

/// The field of a chain in the layout of its kernels, its random numbers and its workspace.
struct ChainStorage: Sendable {
  private let layout: FieldLayout
  private var field: [SIMD8<Double>]
  private var random: RandomWords
  /// Workspace of `BondClusters`; empty if the mix has no Swendsen–Wang update.
  private var planes: [UInt64] = []
  private var labels: [UInt32] = []
  /// Workspace of `EmbeddedCluster`; empty if the mix has no single clusters.
  private var queue: [UInt32] = []
  private var draws: [Double] = []
  private var used = EmbeddedCluster.draws

  init(side: Int, mix: UpdateMix, values: [Double], random: Xoshiro512) {
    layout = FieldLayout(side: side)
    field = layout.pack(values)
    self.random = RandomWords(random)
    if mix.swendsenWang > 0 {
      planes = [UInt64](repeating: 0, count: BondClusters.planeWords(side))
      labels = [UInt32](repeating: 0, count: BondClusters.labelCount(side))
    }
    if mix.wolff > 0 {
      queue = [UInt32](repeating: 0, count: side * side + 1)
      draws = [Double](repeating: 0, count: EmbeddedCluster.draws)
    }
  }

  /// The field in row-major order.
  var values: [Double] { layout.unpack(field) }

  var moments: FieldMoments { Self.moments(layout, field) }

  private static func moments(_ layout: FieldLayout, _ field: UnsafePointer<SIMD8<Double>>) -> FieldMoments {
    guard layout.isStriped else {
      let numbers = UnsafeRawPointer(field).assumingMemoryBound(to: Double.self)
      return SequentialKernel.moments(layout.side, numbers)
    }
    return StripedKernel(layout, UnsafeMutablePointer(mutating: field)).moments()
  }

  /// The updates of one sweep.
  mutating func sweep(_ action: PhiFourAction, _ mix: UpdateMix, _ step: Double, _ tally: inout UpdateTally) {
    let move = LocalMove(action)
    let sites = layout.side * layout.side
    for _ in 0..<mix.metropolis {
      tally.metropolisProposed += sites
      tally.metropolisAccepted += Self.metropolis(layout, &field, move, step, &random)
    }
    for _ in 0..<mix.overrelaxation {
      tally.overrelaxationProposed += sites
      tally.overrelaxationAccepted += Self.overrelaxation(layout, &field, move, &random)
    }
    if mix.wolff > 0 {
      tally.clusters += mix.wolff
      tally.clusterSites += Self.clusters(
        mix.wolff, layout, &field, action.kappa, &queue, &draws, &used, &random)
    }
    for _ in 0..<mix.swendsenWang {
      Self.swendsenWang(layout, &field, action.kappa, &planes, &labels, &random)
    }
  }
}

// MARK: - The kernel of the layout

extension ChainStorage {
  private static func metropolis(
    _ layout: FieldLayout, _ field: UnsafeMutablePointer<SIMD8<Double>>, _ move: LocalMove, _ step: Double,
    _ random: inout RandomWords
  ) -> Int {
    guard layout.isStriped else {
      return SequentialKernel(side: layout.side, field: numbers(field)).metropolis(move, step: step, &random)
    }
    return StripedKernel(layout, field).metropolis(move, step: step, &random.generator)
  }

  private static func overrelaxation(
    _ layout: FieldLayout, _ field: UnsafeMutablePointer<SIMD8<Double>>, _ move: LocalMove,
    _ random: inout RandomWords
  ) -> Int {
    guard layout.isStriped else {
      return SequentialKernel(side: layout.side, field: numbers(field)).overrelaxation(move, &random)
    }
    return StripedKernel(layout, field).overrelaxation(move, &random.generator)
  }

  /// Flips `count` single clusters; returns their sites together.
  private static func clusters(
    _ count: Int, _ layout: FieldLayout, _ field: UnsafeMutablePointer<SIMD8<Double>>, _ kappa: Double,
    _ queue: UnsafeMutablePointer<UInt32>, _ draws: UnsafeMutablePointer<Double>, _ used: inout Int,
    _ random: inout RandomWords
  ) -> Int {
    let cluster = EmbeddedCluster(
      layout: layout, kappa: kappa, field: numbers(field), queue: queue, draws: draws)
    var sites = 0
    for _ in 0..<count { sites += cluster.flip(&random, &used) }
    if layout.isStriped { StripedKernel(layout, field).closeAll() }
    return sites
  }

  private static func swendsenWang(
    _ layout: FieldLayout, _ field: UnsafeMutablePointer<SIMD8<Double>>, _ kappa: Double,
    _ planes: UnsafeMutablePointer<UInt64>, _ labels: UnsafeMutablePointer<UInt32>,
    _ random: inout RandomWords
  ) {
    let clusters = BondClusters(side: layout.side, planes: planes, labels: labels)
    let bonds = EmbeddedBonds(clusters: clusters, kappa: kappa)
    if layout.isStriped {
      bonds.update(StripedKernel(layout, field), &random.generator)
    } else {
      bonds.update(numbers(field), &random)
    }
  }

  private static func numbers(_ field: UnsafeMutablePointer<SIMD8<Double>>) -> UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer(field).assumingMemoryBound(to: Double.self)
  }
}
