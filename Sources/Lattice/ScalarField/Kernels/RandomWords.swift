import Random

/// Single random words from a generator of eight, for updates that go site by site. Vector code draws from
/// `generator` itself; words left over are kept for later.
struct RandomWords: Sendable {
  var generator: Xoshiro512
  private var words = SIMD8<UInt64>()
  private var used = 8

  init(_ generator: Xoshiro512) { self.generator = generator }

  @inline(__always)
  mutating func next() -> UInt64 {
    if used == 8 {
      words = generator.next()
      used = 0
    }
    let word = words[used]
    used &+= 1
    return word
  }

  /// A uniform number in [0, 1), a multiple of 2⁻⁵².
  @inline(__always)
  mutating func uniform() -> Double { Double(bitPattern: next() &>> 12 | 0x3FF0_0000_0000_0000) - 1 }

  /// A uniform number in 0..<n, biased by less than n/2⁶⁴.
  @inline(__always)
  mutating func below(_ n: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(truncatingIfNeeded: n)).high)
  }
}
