import CSimd
import Random

/// Parallel tempering of 512 samples of the three-dimensional ±J Edwards–Anderson model, with two real replicas at
/// each temperature.
///
/// Samples are the lanes of 512-bit words (asynchronous multi-spin coding). Slot 2 k + r holds the configurations of
/// replica r at temperature k and updates them by heat-bath sweeps in flip form with a stream of its own; the two
/// replicas have independent starts, streams and exchanges (K. Hukushima, K. Nemoto, J. Phys. Soc. Jpn. 65 (1996)
/// 1604). Observables are summed per sample in logarithmic windows of sweeps.
public struct ReplicaExchange: Sendable {
  typealias Word = SIMD8<UInt64>

  /// The couplings of the samples.
  public let bonds: BondPlanes
  /// Temperatures, length and intervals.
  public let schedule: TemperingSchedule
  /// Sweeps that every replica has done.
  public internal(set) var sweepsDone = 0
  /// The windows with at least one measurement, from the first on; the last one may be incomplete.
  public internal(set) var windows: [WindowSums] = []
  /// Overlaps kept so far, in the order of time and temperature.
  public internal(set) var snapshots: [OverlapSnapshot] = []

  let thresholds: [FlipThresholds]
  let exchanges: [ExchangeStep]
  /// L³ words for each slot.
  var spins: [Word]
  var generators: [Xoshiro512]
  /// Generator 2 k + r decides the exchanges of replica r between temperatures k and k + 1.
  var exchangeGenerators: [Xoshiro512]
  /// Lanes of both replicas that exchanged, and that tried to, for each pair of neighbouring temperatures.
  var exchanged: [Int]
  var tried: [Int]

  /// - Parameters:
  ///   - bonds: the couplings of the samples.
  ///   - schedule: temperatures, length and intervals.
  ///   - start: initial spins of slot 2 k + r for replica r at temperature k; independent random ones if nil.
  ///   - random: names all streams of the run.
  /// - Throws: `EdwardsAndersonError.start` if the spins do not fit.
  public init(
    _ bonds: BondPlanes, schedule: TemperingSchedule, start: [SpinPlanes]? = nil, random: RandomStream
  ) throws(EdwardsAndersonError) {
    let slots = 2 * schedule.betas.count
    self.init(
      bonds, schedule, generators: Self.generators(random, "sweep", slots),
      exchangeGenerators: Self.generators(random, "exchange", slots - 2))
    guard let start else {
      for slot in 0..<slots {
        var stream = random.child("start", slot)
        var generator = Xoshiro512(&stream)
        for i in 0..<sites { spins[sites * slot + i] = generator.next() }
      }
      return
    }
    guard start.count == slots, start.allSatisfy({ $0.side == bonds.side }) else {
      throw .start("must be \(slots) sets of side \(bonds.side), two for each temperature")
    }
    spins = start.flatMap(\.words)
  }

  init(
    _ bonds: BondPlanes, _ schedule: TemperingSchedule, generators: [Xoshiro512],
    exchangeGenerators: [Xoshiro512]
  ) {
    let sites = bonds.words.count / 3
    let slots = 2 * schedule.betas.count
    let width = LaneCounts.width(3 * sites)
    self.bonds = bonds
    self.schedule = schedule
    self.generators = generators
    self.exchangeGenerators = exchangeGenerators
    thresholds = schedule.betas.map { FlipThresholds(beta: $0) }
    exchanges = zip(schedule.betas, schedule.betas.dropFirst()).map { ExchangeStep($0, $1, width: width) }
    spins = [Word](repeating: Word(), count: slots * sites)
    exchanged = [Int](repeating: 0, count: schedule.betas.count - 1)
    tried = exchanged
  }

  private static func generators(_ random: RandomStream, _ name: String, _ count: Int) -> [Xoshiro512] {
    (0..<count).map {
      var stream = random.child(name, $0)
      return Xoshiro512(&stream)
    }
  }

  /// Sites of a configuration.
  var sites: Int { bonds.words.count / 3 }
}

// MARK: - Results

extension ReplicaExchange {
  /// The accepted fraction of exchanges for each pair of neighbouring temperatures, both replicas and all samples
  /// together; 0 where none was tried.
  public var exchangeRates: [Double] {
    zip(exchanged, tried).map { $1 > 0 ? Double($0) / Double($1) : 0 }
  }

  /// The configurations of one replica, 0 or 1, at a temperature.
  public func configurations(beta: Int, replica: Int) -> SpinPlanes {
    let slot = 2 * beta + replica
    return SpinPlanes(side: bonds.side, words: Array(spins[sites * slot..<sites * (slot + 1)]))
  }

  /// A hash of all spins, for tests of reproducibility.
  public var fingerprint: UInt64 { StateDigest.of(spins) }
}

// MARK: - Running

extension ReplicaExchange {
  /// Goes on for a number of sweeps.
  ///
  /// - Precondition: a multiple of `schedule.period`, not beyond `schedule.sweeps`.
  public mutating func advance(sweeps: Int) {
    precondition(
      sweeps >= 0 && sweeps % schedule.period == 0 && sweepsDone + sweeps <= schedule.sweeps,
      "\(sweeps) sweeps after \(sweepsDone) of \(schedule.sweeps) are not possible in steps of \(schedule.period)")
    let measurement = OverlapMeasurement(
      side: bonds.side, measuresMagnetization: schedule.measuresMagnetization)
    let storage = SlotStorage(bonds, spins: spins, slots: 2 * schedule.betas.count)
    let end = sweepsDone + sweeps
    while sweepsDone < end {
      sweep(schedule.step, storage)
      sweepsDone += schedule.step
      if sweepsDone % schedule.sweepsPerExchange == 0 { exchange(storage) }
      if sweepsDone % schedule.sweepsPerMeasurement == 0 { measure(storage, measurement) }
    }
    storage.store(into: &spins)
  }
}
