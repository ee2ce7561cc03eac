import Random

/// Words of a stored state, written and read in the same order.
private struct StateWords {
  var words: [UInt64] = []
  /// Where reading goes on.
  var position = 0

  mutating func put(_ integer: Int) { words.append(UInt64(bitPattern: Int64(integer))) }

  mutating func put(_ vectors: [SIMD8<UInt64>]) {
    for vector in vectors {
      for element in 0..<8 { words.append(vector[element]) }
    }
  }

  mutating func integer() throws(EdwardsAndersonError) -> Int {
    guard position < words.count else { throw .state("ends after \(words.count) words, but must go on") }
    position += 1
    return Int(truncatingIfNeeded: words[position - 1])
  }

  mutating func run(_ count: Int) throws(EdwardsAndersonError) -> ArraySlice<UInt64> {
    guard count >= 0, count <= words.count - position else {
      throw .state("ends after \(words.count) words, but must go on")
    }
    position += count
    return words[position - count..<position]
  }

  mutating func vectors(_ count: Int) throws(EdwardsAndersonError) -> [SIMD8<UInt64>] {
    let run = try run(8 * count)
    return (0..<count).map { SIMD8(run[run.startIndex + 8 * $0..<run.startIndex + 8 * $0 + 8]) }
  }
}

// MARK: - Storing

extension ReplicaExchange {
  /// "EAtemper" and the version of the format.
  private static let magic: UInt64 = 0x7265_706d_6574_4145
  private static let version = 1

  /// The state after the sweeps done: everything that `init(resuming:bonds:schedule:)` needs, with a checksum.
  ///
  /// 64-bit words, least significant byte first.
  public func state() -> [UInt8] {
    var all = StateWords()
    all.words = [Self.magic]
    all.put(Self.version)
    all.put(bonds.side)
    all.put(schedule.betas.count)
    all.words.append(Self.digest(schedule))
    all.words.append(StateDigest.of(bonds.words))
    all.put(sweepsDone)
    all.put(spins)
    for generator in generators + exchangeGenerators {
      let state = generator.state
      all.put([state.0, state.1, state.2, state.3])
    }
    for count in exchanged + tried { all.put(count) }
    all.put(windows.count)
    for window in windows {
      for number in [window.firstSweep, window.lastSweep, window.measurements] { all.put(number) }
      all.words += window.values.map(\.bitPattern)
    }
    all.put(snapshots.count)
    for snapshot in snapshots {
      for number in [snapshot.beta, snapshot.number, snapshot.sweep] { all.put(number) }
      all.put(snapshot.overlap.words)
    }
    all.words.append(StateDigest.of(all.words))
    return all.words.map(\.littleEndian).withUnsafeBytes { Array($0) }
  }

  private static func digest(_ schedule: TemperingSchedule) -> UInt64 {
    var numbers = [schedule.sweeps, schedule.sweepsPerExchange, schedule.sweepsPerMeasurement]
    numbers.append(schedule.measuresMagnetization ? 1 : 0)
    numbers += [schedule.snapshots, schedule.snapshotBetas.count] + schedule.snapshotBetas
    let words = numbers.map { UInt64(bitPattern: Int64($0)) } + schedule.betas.map(\.bitPattern)
    return StateDigest.of(words + schedule.sharing.rawValue.utf8.map { UInt64($0) })
  }
}

// MARK: - Going on

extension ReplicaExchange {
  /// Goes on where `state()` was taken; from here on every bit is that of an uninterrupted run.
  ///
  /// - Throws: `EdwardsAndersonError.state` if the state is damaged or belongs to other couplings or another schedule.
  public init(
    resuming bytes: [UInt8], bonds: BondPlanes, schedule: TemperingSchedule
  ) throws(EdwardsAndersonError) {
    var all = try Self.checked(bytes, bonds, schedule)
    let slots = 2 * schedule.betas.count
    let sites = bonds.words.count / 3
    let done = try all.integer()
    let spins = try all.vectors(slots * sites)
    let generators = try Self.generators(&all, slots)
    let exchangeGenerators = try Self.generators(&all, slots - 2)
    self.init(bonds, schedule, generators: generators, exchangeGenerators: exchangeGenerators)
    sweepsDone = done
    self.spins = spins
    for pair in exchanged.indices { exchanged[pair] = try all.integer() }
    for pair in tried.indices { tried[pair] = try all.integer() }
    for _ in 0..<(try all.integer()) {
      let (first, last) = (try all.integer(), try all.integer())
      var window = WindowSums(first...last, temperatures: schedule.betas.count)
      window.measurements = try all.integer()
      window.values = try all.run(window.values.count).map { Double(bitPattern: $0) }
      windows.append(window)
    }
    for _ in 0..<(try all.integer()) {
      let (beta, number, sweep) = (try all.integer(), try all.integer(), try all.integer())
      let overlap = SpinPlanes(side: bonds.side, words: try all.vectors(sites))
      snapshots.append(OverlapSnapshot(beta: beta, number: number, sweep: sweep, overlap: overlap))
    }
  }

  /// The words after the head, which is checked together with the checksum.
  private static func checked(
    _ bytes: [UInt8], _ bonds: BondPlanes, _ schedule: TemperingSchedule
  ) throws(EdwardsAndersonError) -> StateWords {
    guard bytes.count >= 64, bytes.count % 8 == 0 else {
      throw .state("has \(bytes.count) bytes, but must be whole words of 8 bytes, at least 8 of them")
    }
    let words = bytes.withUnsafeBytes { raw in
      (0..<bytes.count / 8).map { UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self)) }
    }
    guard words[0] == magic else { throw .state("is not one of a tempering run: it does not begin with EAtemper") }
    guard StateDigest.of(words.dropLast()) == words[words.count - 1] else {
      throw .state("is damaged: its \(bytes.count) bytes do not have the checksum at their end")
    }
    guard words[1] == UInt64(version) else { throw .state("has format \(words[1]), but must have \(version)") }
    guard words[2] == UInt64(bonds.side), words[3] == UInt64(schedule.betas.count) else {
      throw .state(
        "is of side \(words[2]) with \(words[3]) temperatures, but the run has side \(bonds.side) "
          + "with \(schedule.betas.count)")
    }
    guard words[4] == digest(schedule) else { throw .state("belongs to another schedule; it must be the same") }
    guard words[5] == StateDigest.of(bonds.words) else {
      throw .state("belongs to other couplings; they must be the same")
    }
    return StateWords(words: words.dropLast(), position: 6)
  }

  private static func generators(
    _ all: inout StateWords, _ count: Int
  ) throws(EdwardsAndersonError) -> [Xoshiro512] {
    var generators: [Xoshiro512] = []
    for _ in 0..<count {
      let state = try all.vectors(4)
      generators.append(Xoshiro512(state: (state[0], state[1], state[2], state[3])))
    }
    return generators
  }
}
