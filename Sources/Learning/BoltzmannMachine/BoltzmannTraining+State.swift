import Random

/// Words of a stored training, written and read in the same order.
private struct StateWords {
  var words: [UInt64]
  /// Where reading goes on.
  var position = 0

  mutating func put(_ integer: Int) { words.append(UInt64(bitPattern: Int64(integer))) }

  /// Two numbers a word.
  mutating func put(_ numbers: [Float]) {
    for i in stride(from: 0, to: numbers.count, by: 2) {
      let high = i + 1 < numbers.count ? numbers[i + 1].bitPattern : 0
      words.append(UInt64(numbers[i].bitPattern) | UInt64(high) << 32)
    }
  }

  mutating func integer() throws(BoltzmannError) -> Int {
    guard let word = try run(1).first else { throw .state(reason: "it ends too early") }
    return Int(truncatingIfNeeded: word)
  }

  mutating func run(_ count: Int) throws(BoltzmannError) -> ArraySlice<UInt64> {
    guard count >= 0, count <= words.count - position else { throw .state(reason: "it ends too early") }
    position += count
    return words[position - count..<position]
  }

  mutating func floats(_ count: Int) throws(BoltzmannError) -> [Float] {
    let run = Array(try run((count + 1) / 2))
    return (0..<count).map { Float(bitPattern: UInt32(truncatingIfNeeded: run[$0 / 2] >> UInt64($0 % 2 * 32))) }
  }

  /// A digest of words, in their order: multiply and shift.
  static func digest(_ words: some Sequence<UInt64>) -> UInt64 {
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    for word in words {
      state = (state ^ word) &* 0x9e37_79b9_7f4a_7c15
      state ^= state &>> 29
    }
    return state
  }
}

// MARK: - Storing

extension BoltzmannTraining {
  /// "RBMtrain".
  private static let magic: UInt64 = 0x6E69_6172_744D_4252
  private static let version = 1
  private static let headCount = 8

  /// The state after the epochs done, with a checksum: all that `init(resuming:…)` needs besides its arguments.
  ///
  /// 64-bit words, least significant byte first.
  public func state() -> [UInt8] {
    var all = StateWords(
      words: Self.head(visible: machine.visible, hidden: machine.hidden, settings, samples, random))
    all.put(history.count)
    for list in [
      machine.weights, machine.visibleBias, machine.hiddenBias, velocity.weights, velocity.visibleBias,
      velocity.hiddenBias,
    ] {
      all.put(list.count)
      all.put(list)
    }
    all.put(chains == nil ? 0 : 1)
    all.words += chains?.words ?? []
    for entry in history {
      all.words.append((entry.reconstructionError ?? .nan).bitPattern)
      all.words.append(entry.meanWeight.bitPattern)
      all.words.append(UInt64(entry.largestWeight.bitPattern))
    }
    all.words.append(StateWords.digest(all.words))
    return all.words.map(\.littleEndian).withUnsafeBytes { Array($0) }
  }

  private static func head(
    visible: Int, hidden: Int, _ settings: ContrastiveDivergence, _ samples: SpinSamples, _ random: RandomStream
  ) -> [UInt64] {
    var mark = random.child("identity")
    return [
      magic, UInt64(version), UInt64(visible), UInt64(hidden), StateWords.digest(settings.words),
      StateWords.digest(samples.words), UInt64(samples.count), mark.next(),
    ]
  }
}

// MARK: - Going on

extension BoltzmannTraining {
  /// Goes on where `state()` was taken; from here on every bit is that of an uninterrupted training.
  ///
  /// - Throws: `BoltzmannError.state` if the state is damaged or belongs to other settings, samples or streams.
  public init(
    resuming bytes: [UInt8], _ settings: ContrastiveDivergence, samples: SpinSamples, random: RandomStream
  ) throws(BoltzmannError) {
    var all = try Self.checked(bytes, settings, samples, random)
    let (visible, hidden) = (Int(all.words[2]), Int(all.words[3]))
    all.position = Self.headCount
    let epochs = try all.integer()
    var lists: [[Float]] = []
    for _ in 0..<6 { lists.append(try all.floats(try all.integer())) }
    let machine = try BoltzmannMachine(
      visible: visible, hidden: hidden, weights: lists[0], visibleBias: lists[1], hiddenBias: lists[2])
    try self.init(machine, settings, samples: samples, random: random)
    velocity = MachineVelocity(weights: lists[3], visibleBias: lists[4], hiddenBias: lists[5])
    if try all.integer() == 1 {
      let words = Array(try all.run(settings.batch * samples.stride))
      chains = SpinSamples(units: samples.units, count: settings.batch, words: words)
    }
    for epoch in 0..<epochs {
      let entry = Array(try all.run(3))
      history.append(
        Progress(
          epoch: epoch + 1,
          reconstructionError: settings.isPersistent ? nil : Double(bitPattern: entry[0]),
          meanWeight: Double(bitPattern: entry[1]),
          largestWeight: Float(bitPattern: UInt32(truncatingIfNeeded: entry[2]))))
    }
  }

  private static func checked(
    _ bytes: [UInt8], _ settings: ContrastiveDivergence, _ samples: SpinSamples, _ random: RandomStream
  ) throws(BoltzmannError) -> StateWords {
    guard bytes.count >= 8 * (headCount + 1), bytes.count % 8 == 0 else {
      throw .state(reason: "it has \(bytes.count) bytes, but must be whole words of 8 bytes, at least \(headCount + 1)")
    }
    let words = bytes.withUnsafeBytes { raw in
      (0..<bytes.count / 8).map { UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self)) }
    }
    guard words[0] == magic else { throw .state(reason: "it does not begin with RBMtrain") }
    guard StateWords.digest(words.dropLast()) == words[words.count - 1] else {
      throw .state(reason: "it is damaged, its checksum does not match")
    }
    let own = head(visible: samples.units, hidden: Int(words[3]), settings, samples, random)
    let reasons = [
      "", "it has another format", "its samples have \(words[2]) units, not \(samples.units)", "",
      "it belongs to other settings", "it belongs to other samples", "it belongs to another number of samples",
      "it belongs to another random stream",
    ]
    for (index, reason) in reasons.enumerated() where words[index] != own[index] { throw .state(reason: reason) }
    return StateWords(words: words.dropLast())
  }
}
