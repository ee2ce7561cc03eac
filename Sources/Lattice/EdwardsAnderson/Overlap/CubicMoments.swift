import CSimd
import Elementary

/// What is recorded of one overlap configuration ρ of V = L³ sites.
public struct CubicMoments: Sendable, Hashable, Codable {
  /// Linear size L.
  public let side: Int
  /// 1/V Σ ρ.
  public let q: Double
  /// |Σ_x e^{ikx} ρ_x|²/V², mean of k = 2π/L along the three axes; 0 for L = 1.
  public let structureFactor: Double
  /// C(r) = 1/V Σ_x ρ_x ρ_{x+r}, mean of the three axes, r = 1, 2, …; C(1) is the link overlap.
  public let correlation: [Double]

  public init(side: Int, q: Double, structureFactor: Double, correlation: [Double]) {
    self.side = side
    self.q = q
    self.structureFactor = structureFactor
    self.correlation = correlation
  }
}

extension CubicSpins {
  /// The moments with C(r) for all r = 1...L/2.
  public var moments: CubicMoments { moments(distances: side / 2) }

  /// The moments with C(r) for r = 1...`distances`, which is 0..<L.
  public func moments(distances: Int) -> CubicMoments {
    precondition(0..<side ~= distances, "\(distances) distances on a lattice of side \(side)")
    var counter = PlaneCorrelations(side: side, distances: distances)
    words.withUnsafeBufferPointer { counter.count($0) }
    let volume = Double(side * side * side)
    let squares = counter.planes.map { Self.squaredTransform($0) }
    return CubicMoments(
      side: side, q: 1 - 2 * Double(counter.planes[0].reduce(0, +)) / volume,
      structureFactor: (squares[0] + squares[1] + squares[2]) * 4 / (3 * volume * volume),
      correlation: counter.differing.map { 1 - 2 * Double($0) / (3 * volume) })
  }

  /// |Σ_j e^{2πij/L} P_j|²; 0 for a single plane.
  private static func squaredTransform(_ planes: [Int]) -> Double {
    guard planes.count > 1 else { return 0 }
    var (real, imaginary) = (0.0, 0.0)
    for (j, count) in planes.enumerated() {
      let (sine, cosine) = Elementary.sinCosTurns(Double(j) / Double(planes.count))
      real += cosine * Double(count)
      imaginary += sine * Double(count)
    }
    return real * real + imaginary * imaginary
  }
}

/// Set bits of the lattice planes and differing pairs along the axes of one configuration.
///
/// Every pair of neighbouring axes is brought into the same form: a layer of L rows of whole words, zero beyond the
/// L bits, written twice one below the other, so that the rows at distance r are the same words further on.
/// The layers of constant z serve y and, transposed, x; those of constant y serve z.
private struct PlaneCorrelations {
  let side: Int
  /// Set bits of the planes along x, y, z.
  var planes: [[Int]]
  /// Differing pairs at distances 1, 2, …, all three axes together.
  var differing: [Int]
  private let wordsPerRow: Int

  init(side: Int, distances: Int) {
    self.side = side
    wordsPerRow = (side + 63) / 64
    planes = Array(repeating: Array(repeating: 0, count: side), count: 3)
    differing = Array(repeating: 0, count: distances)
  }

  mutating func count(_ words: UnsafeBufferPointer<UInt64>) {
    let size = side &* wordsPerRow
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 4 &* size &+ 64) { buffer in
      guard let first = buffer.baseAddress else { return }
      let (layer, turned, block) = (first, first + 2 &* size, first + 4 &* size)
      for k in 0..<side {
        for y in 0..<side { copyRow(words, y &+ side &* k, to: layer + y &* wordsPerRow) }
        transpose(layer, into: turned, block)
        measure(turned, axis: 0)
        measure(layer, axis: 1)
        for z in 0..<side { copyRow(words, k &+ side &* z, to: layer + z &* wordsPerRow) }
        measure(layer, axis: 2)
      }
    }
  }

  /// Copies a row of L bits to whole words.
  @inline(__always)
  private func copyRow(_ words: UnsafeBufferPointer<UInt64>, _ number: Int, to row: UnsafeMutablePointer<UInt64>) {
    let start = number &* side
    let shift = UInt64(start & 63)
    for k in 0..<wordsPerRow {
      let index = start >> 6 &+ k
      var word = words[index] &>> shift
      if shift > 0 && index &+ 1 < words.count { word |= words[index &+ 1] &<< (64 &- shift) }
      let bits = side &- 64 &* k
      row[k] = bits < 64 ? word & (1 &<< UInt64(bits) &- 1) : word
    }
  }

  /// Exchanges the rows of a layer with its columns.
  @inline(__always)
  private func transpose(
    _ layer: UnsafePointer<UInt64>, into turned: UnsafeMutablePointer<UInt64>, _ block: UnsafeMutablePointer<UInt64>
  ) {
    for row in 0..<wordsPerRow {
      for column in 0..<wordsPerRow {
        let rows = min(64, side &- 64 &* row)
        for k in 0..<64 { block[k] = k < rows ? layer[(64 &* row &+ k) &* wordsPerRow &+ column] : 0 }
        LaneCounts.transpose(block)
        let columns = min(64, side &- 64 &* column)
        for k in 0..<columns { turned[(64 &* column &+ k) &* wordsPerRow &+ row] = block[k] }
      }
    }
  }

  /// Counts in a layer whose first half is written, row j belonging to plane j of the axis.
  @inline(__always)
  private mutating func measure(_ layer: UnsafeMutablePointer<UInt64>, axis: Int) {
    let size = side &* wordsPerRow
    for j in 0..<side {
      var count = 0
      for k in 0..<wordsPerRow { count &+= layer[j &* wordsPerRow &+ k].nonzeroBitCount }
      planes[axis][j] &+= count
    }
    (layer + size).update(from: layer, count: size)
    for r in differing.indices {
      differing[r] &+= Self.differing(layer, layer + (r &+ 1) &* wordsPerRow, count: size)
    }
  }

  /// The number of bits that differ.
  @inline(__always)
  private static func differing(_ a: UnsafePointer<UInt64>, _ b: UnsafePointer<UInt64>, count: Int) -> Int {
    let (first, second) = (UnsafeRawPointer(a), UnsafeRawPointer(b))
    var counts = SIMD8<UInt64>()
    let vectors = count / 8
    for k in 0..<vectors {
      let x = first.loadUnaligned(fromByteOffset: 64 &* k, as: SIMD8<UInt64>.self)
      let y = second.loadUnaligned(fromByteOffset: 64 &* k, as: SIMD8<UInt64>.self)
      counts = counts &+ cv_popcounts(cv_xor(x, y))
    }
    var total = Int(counts.wrappedSum())
    for k in 8 &* vectors..<count { total &+= (a[k] ^ b[k]).nonzeroBitCount }
    return total
  }
}
