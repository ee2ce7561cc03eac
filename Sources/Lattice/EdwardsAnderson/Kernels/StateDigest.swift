/// A 64-bit digest of words, in their order: multiply and rotate, with a final mixing step.
struct StateDigest {
  private(set) var state: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ word: UInt64) {
    state = (state ^ word) &* 0x9e37_79b9_7f4a_7c15
    state ^= state &>> 29
  }

  /// The digest of words of 512 bits.
  static func of(_ words: [SIMD8<UInt64>]) -> UInt64 {
    var digest = StateDigest()
    for word in words {
      for element in 0..<8 { digest.add(word[element]) }
    }
    return digest.state
  }

  /// The digest of words.
  static func of(_ words: some Sequence<UInt64>) -> UInt64 {
    var digest = StateDigest()
    for word in words { digest.add(word) }
    return digest.state
  }
}
