/// The sums ±w₀ ± w₁ ± w₂ ± w₃ of every four of 32 rows of a panel, for products with a matrix of signs.
///
/// A row of signs times 32 rows then takes eight additions a vector instead of 32 multiply-adds. Entry i of a
/// group is (±w₂ ± w₃) + (±w₀ ± w₁) with +w_k where bit k of i is set. Entry 15 - i is exactly its negative, so
/// that turning over all signs changes the sign of a product and nothing else.
struct SignTable: ~Copyable {
  /// Rows of a table, the number of bits of one word of signs.
  static let rows = 32
  private static let bytesPerGroup = 16 * 128
  private let entries = FloatBuffer(count: 8 * 16 * 2)

  /// Tabulates 32 rows of two vectors.
  func fill(_ rows: UnsafePointer<SIMD16<Float>>) {
    for group in 0..<8 {
      let source = rows + 8 &* group
      let target = entries.vectors + 32 &* group
      let first = VectorPair(source)
      let second = VectorPair(source + 2)
      let third = VectorPair(source + 4)
      let fourth = VectorPair(source + 6)
      let (p, m) = (first + second, first - second)
      let (q, n) = (third + fourth, third - fourth)
      Self.store(q + p, 15, target)
      Self.store(q - m, 14, target)
      Self.store(q + m, 13, target)
      Self.store(q - p, 12, target)
      Self.store(n + p, 7, target)
      Self.store(n - m, 6, target)
      Self.store(n + m, 5, target)
      Self.store(n - p, 4, target)
    }
  }

  /// Writes entry i and its negative, entry 15 - i.
  @inline(__always)
  private static func store(_ sum: VectorPair, _ i: Int, _ target: UnsafeMutablePointer<SIMD16<Float>>) {
    sum.store(target + 2 &* i)
    (-sum).store(target + 2 &* (15 &- i))
  }

  /// Adds to the pair of sums of every row of signs its product with the tabulated rows.
  ///
  /// - Parameters:
  ///   - signs: the 32 signs of row s are the bits of signs[s · stride], set for +.
  ///   - start: what the sums begin with, or nil to go on with `sums`.
  func add(
    _ signs: UnsafePointer<UInt32>, stride: Int, count: Int, to sums: UnsafeMutablePointer<SIMD16<Float>>,
    start: VectorPair?
  ) {
    if let start {
      add(signs, stride, count, sums) { _ in start }
    } else {
      add(signs, stride, count, sums) { VectorPair($0) }
    }
  }

  @inline(__always)
  private func add(
    _ signs: UnsafePointer<UInt32>, _ stride: Int, _ count: Int, _ sums: UnsafeMutablePointer<SIMD16<Float>>,
    _ start: (UnsafePointer<SIMD16<Float>>) -> VectorPair
  ) {
    let table = UnsafeRawPointer(entries.vectors)
    var word = signs
    var target = sums
    for _ in 0..<count {
      // Entry e of a group begins 128 e bytes after the first: shifted by 7, the bits are the offset.
      let bits = UInt64(word[0]) &<< 7
      var sum = start(target)
      sum = sum + Self.entry(table, bits, 0)
      sum = sum + Self.entry(table, bits, 1)
      sum = sum + Self.entry(table, bits, 2)
      sum = sum + Self.entry(table, bits, 3)
      sum = sum + Self.entry(table, bits, 4)
      sum = sum + Self.entry(table, bits, 5)
      sum = sum + Self.entry(table, bits, 6)
      sum = sum + Self.entry(table, bits, 7)
      sum.store(target)
      word += stride
      target += 2
    }
  }

  @inline(__always)
  private static func entry(_ table: UnsafeRawPointer, _ bits: UInt64, _ group: Int) -> VectorPair {
    let offset = Int(truncatingIfNeeded: (bits &>> UInt64(4 &* group)) & 0x780)
    let entry = table + (offset &+ bytesPerGroup &* group)
    return VectorPair(
      entry.load(as: SIMD16<Float>.self), entry.load(fromByteOffset: 64, as: SIMD16<Float>.self))
  }
}
