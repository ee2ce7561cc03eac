import Lattice
import Random

extension BatchParameters {
  /// - Throws: `EdwardsAndersonError`.
  func schedule() throws -> TemperingSchedule {
    try TemperingSchedule(
      betas: betas, sweeps: sweeps, sweepsPerExchange: sweepsPerExchange, sweepsPerMeasurement: sweepsPerMeasurement,
      sharing: randomSharing, measuresMagnetization: measuresMagnetization, snapshotBetas: Array(betas.indices),
      snapshots: snapshots)
  }

  /// The couplings of the batch, gauge transformed if a seed asks for it.
  ///
  /// - Throws: `EdwardsAndersonError`.
  func bonds(_ random: RandomStream) throws -> BondPlanes {
    var disorder = random.child("disorder")
    let drawn =
      try couplings.map { try BondPlanes(side: side, couplings: $0) }
      ?? BondPlanes(side: side, positiveProbability: positiveProbability, random: &disorder)
    return gauge.map { drawn.gauged(by: $0) } ?? drawn
  }

  /// A run before its first sweep. With a gauge transformation the first spins are transformed too: energies and
  /// overlaps are then the same bits as without.
  ///
  /// - Throws: `EdwardsAndersonError`.
  func start(_ bonds: BondPlanes, _ schedule: TemperingSchedule, _ random: RandomStream) throws -> ReplicaExchange {
    let plain = try ReplicaExchange(bonds, schedule: schedule, random: random)
    guard let gauge else { return plain }
    let start = betas.indices.flatMap { beta in
      (0..<2).map { SpinPlanes.overlap(plain.configurations(beta: beta, replica: $0), gauge) }
    }
    return try ReplicaExchange(bonds, schedule: schedule, start: start, random: random)
  }

  /// A short run from beginning to end.
  ///
  /// - Throws: `EdwardsAndersonError`.
  func finished(_ bonds: BondPlanes, _ random: RandomStream) throws -> ReplicaExchange {
    var run = try start(bonds, schedule(), random)
    run.advance(sweeps: sweeps)
    return run
  }

  /// Random signs at the sites of every sample; nil without a seed.
  private var gauge: SpinPlanes? {
    guard gaugeSeed != 0 else { return nil }
    var stream = RandomStream(seed: UInt64(gaugeSeed), name: "spin-glass-irg/gauge", index: side)
    var generator = Xoshiro512(&stream)
    return SpinPlanes(side: side, words: (0..<side * side * side).map { _ in generator.next() })
  }
}
