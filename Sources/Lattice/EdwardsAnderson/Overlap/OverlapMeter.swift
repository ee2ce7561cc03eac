import CSimd
import Elementary

/// Measures 512 overlap configurations of one side again and again: the number of set bits, the number of bonds
/// between different neighbours and the structure factor at the smallest wave number, per lane.
///
/// The sums over the 3 L lattice planes are counted bit-sliced, rows being shared between two axes. Before they
/// become numbers, sums over planes whose cosines are equal up to a sign are combined: with k = 2π/L,
/// Σ e^{ikj} P_j needs only L/2 numbers for an even L, each with a cosine or a sine but not both.
struct OverlapMeter: ~Copyable {
  typealias Word = LaneCounts.Word

  /// The largest side for which every combination of plane sums fits into 16 bits.
  static let largestSide = 127

  let side: Int
  /// Planes of a plane sum in two's complement, with room for the sum of two of them.
  private let width: Int
  private let storage: UnsafeMutablePointer<Word>
  /// 3 L plane sums, axis by axis.
  private let sums: UnsafeMutablePointer<Word>
  /// One number of up to 32 planes.
  private let block: UnsafeMutablePointer<Word>
  /// 64 vectors each: Σ cos, Σ sin of one axis and the sum of their squares over the axes.
  private let transforms: UnsafeMutablePointer<SIMD8<Double>>
  /// The cosine and the sine of the numbers that `combine` leaves; one of the two is zero.
  private let weights: [(cosine: Double, sine: Double)]

  /// - Precondition: 1 ≤ side ≤ `largestSide`.
  init(side: Int) {
    precondition(1...Self.largestSide ~= side, "side \(side) is not in 1...\(Self.largestSide)")
    self.side = side
    width = LaneCounts.width(side * side) + 2
    let words = 3 * side * width + 32
    let vectors = 3 * LaneCounts.lanes / 8
    let bytes = UnsafeMutableRawPointer.allocate(byteCount: 64 * (words + vectors), alignment: 64)
    storage = bytes.bindMemory(to: Word.self, capacity: words)
    storage.initialize(repeating: Word(), count: words)
    sums = storage
    block = storage + 3 * side * width
    transforms = (bytes + 64 * words).bindMemory(to: SIMD8<Double>.self, capacity: vectors)
    transforms.initialize(repeating: SIMD8(), count: vectors)
    weights = Self.weights(side)
  }

  deinit { storage.deallocate() }

  /// - Parameters:
  ///   - words: L³ words.
  ///   - set: 512 numbers of set bits, 0...L³.
  ///   - differing: 512 numbers of bonds between different spins, of the 3 L³ bonds (for L = 2 both bonds of a pair
  ///     count), so that the link overlap is 1 − 2 n/(3 L³).
  ///   - structureFactor: 512 values of |Σ_x e^{ikx} ρ_x|²/L⁶, mean of k = 2π/L along the three axes.
  func measure(
    _ words: UnsafePointer<Word>, set: UnsafeMutablePointer<Int32>, differing: UnsafeMutablePointer<Int32>,
    structureFactor: UnsafeMutablePointer<Double>
  ) {
    countPlanes(words)
    expandTotal(into: set)
    combine()
    transform(into: structureFactor)
    LaneCounts.differingBonds(words, side: side, into: differing)
  }
}

// MARK: - Plane sums

extension OverlapMeter {
  /// The sums over the 3 L lattice planes.
  private func countPlanes(_ words: UnsafePointer<Word>) {
    // A constant side lets the compiler unroll the rows and the ripples.
    switch side {
    case 4: countPlanes(words, side: 4)
    case 6: countPlanes(words, side: 6)
    case 8: countPlanes(words, side: 8)
    case 12: countPlanes(words, side: 12)
    case 16: countPlanes(words, side: 16)
    default: countPlanes(words, side: side)
    }
  }

  @inline(__always)
  private func countPlanes(_ words: UnsafePointer<Word>, side: Int) {
    let used = LaneCounts.width(side * side)
    let width = used + 2
    let rowWidth = LaneCounts.width(side)
    let (alongX, alongY, alongZ) = (sums, sums + side &* width, sums + 2 &* side &* width)
    sums.update(repeating: Word(), count: 3 &* side &* width)
    let row = block
    for z in 0..<side {
      let layer = words + side &* side &* z
      for x in 0..<side {
        LaneCounts.accumulate(layer + x, count: side, stride: side, to: alongX + x &* width, width: used)
      }
      for y in 0..<side {
        for k in 0..<rowWidth { row[k] = Word() }
        LaneCounts.accumulate(layer + side &* y, count: side, stride: 1, to: row, width: rowWidth)
        LaneCounts.add(row, added: rowWidth, to: alongY + y &* width, width: used)
        LaneCounts.add(row, added: rowWidth, to: alongZ + z &* width, width: used)
      }
    }
  }

  /// The number of set bits, from the plane sums of one axis.
  private func expandTotal(into set: UnsafeMutablePointer<Int32>) {
    let all = LaneCounts.width(side * side * side)
    let number = block
    for k in 0..<all { number[k] = Word() }
    for j in 0..<side { LaneCounts.add(sums + j &* width, added: width &- 2, to: number, width: all) }
    LaneCounts.expand(number, count: all, into: set)
  }
}

// MARK: - Structure factor

extension OverlapMeter {
  /// The cosines and sines of the numbers that `combine` leaves.
  private static func weights(_ side: Int) -> [(cosine: Double, sine: Double)] {
    let period = side % 2 == 0 ? side / 2 : side
    return (0..<period).map { j in
      let turn = Elementary.sinCosTurns(Double(j) / Double(side))
      // Of j and its mirror image the difference comes first, whose cosines add for an even side.
      let mirror = Elementary.sinCosTurns(Double(period - j) / Double(side))
      if j == 0 { return (1, 0) }
      if 2 * j == period { return (0, 1) }
      if side % 2 == 0 { return 2 * j < period ? (turn.cos, 0) : (0, mirror.sin) }
      return 2 * j < period ? (0, turn.sin) : (mirror.cos, 0)
    }
  }

  /// Combines planes of equal cosines. An even side first takes D_j = P_j − P_{j+L/2}, because half a period
  /// changes the sign. Then j and its mirror image L/2 − j (L − j for an odd side) become difference and sum,
  /// which have a cosine and a sine (a sine and a cosine).
  private func combine() {
    for axis in 0..<3 {
      let planes = sums + axis &* side &* width
      let period = side % 2 == 0 ? side / 2 : side
      if period < side {
        for j in 0..<period {
          LaneCounts.butterfly(planes + j &* width, planes + (j &+ period) &* width, width: width)
        }
      }
      var j = 1
      while 2 &* j < period {
        LaneCounts.butterfly(planes + j &* width, planes + (period &- j) &* width, width: width)
        j &+= 1
      }
    }
  }

  private func transform(into structureFactor: UnsafeMutablePointer<Double>) {
    let vectors = LaneCounts.lanes / 8
    let (real, imaginary, square) = (transforms, transforms + vectors, transforms + 2 &* vectors)
    square.update(repeating: SIMD8(), count: vectors)
    for axis in 0..<3 {
      let planes = sums + axis &* side &* width
      transforms.update(repeating: SIMD8(), count: 2 &* vectors)
      for j in weights.indices {
        let (cosine, sine) = weights[j]
        expandSigned(planes + j &* width)
        if sine == 0 { addBlock(times: cosine, to: real) } else { addBlock(times: sine, to: imaginary) }
      }
      for k in 0..<vectors { square[k] += real[k] * real[k] + imaginary[k] * imaginary[k] }
    }
    let volume = Double(side * side * side)
    // The spin is 1 − 2 bit, and the sum of e^{ikx} vanishes; three axes are averaged.
    let scale = side > 1 ? 4 / (3 * volume * volume) : 0
    let results = UnsafeRawPointer(square).assumingMemoryBound(to: Double.self)
    for j in 0..<32 {
      for k in 0..<16 { structureFactor[16 &* j &+ k] = scale * results[32 &* k &+ j] }
    }
  }

  /// The integers of a number in two's complement to the block: that of lane 16 j + k at 32 k + j.
  @inline(__always)
  private func expandSigned(_ number: UnsafePointer<Word>) {
    let used = min(16, width)
    for k in 0..<used { block[k] = number[k] }
    for k in used..<16 { block[k] = number[width &- 1] }
    LaneCounts.transpose16(block)
  }

  @inline(__always)
  private func addBlock(times weight: Double, to sums: UnsafeMutablePointer<SIMD8<Double>>) {
    let values = UnsafeRawPointer(block).assumingMemoryBound(to: SIMD8<Int16>.self)
    for k in 0..<LaneCounts.lanes / 8 { sums[k] += weight * cv_double_i16(values[k]) }
  }
}
