import Elementary

/// The exact action of a local generator on products of spins inside 3 × 3 windows.
///
/// The generator doubles a lattice: every fine spin is drawn independently with the mean f(own, h, v, d),
/// given four coarse spins: that of its own block, of the neighbouring blocks in the row (h) and in the column
/// (v) on the side on which the spin sits, and of the block diagonally between them (d). The sites of three
/// consecutive rows or columns see three blocks, so that the mean of a product over a window is a combination
/// of products over a window of the coarse lattice. With S_A the sum over sites of a product, averaged over
/// its orientations,
///
///     E[S_A(fine) | coarse] = Σ_B M_AB S_B(coarse)
///
/// exactly. M falls into an odd block of 41 × 41 and an even one of 45 × 45 elements.
public struct WindowOperator: Sendable {
  /// The 16 means ⟨s | own, h, v, d⟩ at index own | h << 1 | v << 2 | d << 3, bit 1 = spin +1.
  public let conditionalMagnetization: [Double]
  /// M between the orbits `WindowOrbits.odd`: row A of the fine, column B of the coarse lattice.
  public let odd: [[Double]]
  /// M between the orbits `WindowOrbits.even`; index 0 is the empty set, whose row is (4, 0, ..., 0).
  public let even: [[Double]]

  /// The operator of a rule.
  ///
  /// - Parameter f: 16 numbers in −1...1 that change their sign when all four spins are
  ///   flipped and do not change when h and v are exchanged, both to 1e-12.
  /// - Throws: `RenormalizationError.badRule`.
  public init(conditionalMagnetization f: [Double]) throws(RenormalizationError) {
    try Self.check(f)
    conditionalMagnetization = f
    let orbits = WindowOrbits.all.count
    let elements = WindowExpansion.matrix(of: f)
    odd = WindowOrbits.odd.map { a in WindowOrbits.odd.map { b in elements[a * orbits + b] } }
    even = WindowOrbits.even.map { a in WindowOrbits.even.map { b in elements[a * orbits + b] } }
  }

  /// The operator of the logistic rule P(s = +1) = σ((W₀ own + W₁ (h + v) + W₂ d)/2), that is
  /// f = tanh((W₀ own + W₁ (h + v) + W₂ d)/4).
  ///
  /// - Throws: `RenormalizationError.badRule` for weights that are not finite.
  public init(w0: Double, w1: Double, w2: Double) throws(RenormalizationError) {
    let f = (0..<16).map { index -> Double in
      let spins = (0..<4).map { Double(2 * (index >> $0 & 1) - 1) }
      let field = w0 * spins[0] + w1 * (spins[1] + spins[2]) + w2 * spins[3]
      return Elementary.tanh(field / 4)
    }
    try self.init(conditionalMagnetization: f)
  }

  private static func check(_ f: [Double]) throws(RenormalizationError) {
    guard f.count == 16 else {
      throw .badRule(why: "\(f.count) conditional magnetizations; 16 are needed")
    }
    for (i, value) in f.enumerated() {
      guard abs(value) <= 1 else {
        throw .badRule(why: "conditional magnetization \(i) is \(value); it must lie in -1...1")
      }
      guard abs(value + f[15 - i]) <= 1e-12 else {
        throw .badRule(
          why: "conditional magnetizations \(i) and \(15 - i) are \(value) and \(f[15 - i]); "
            + "they must be opposite, for the flip symmetry")
      }
      let exchanged = i & 0b1001 | (i & 2) << 1 | i >> 1 & 2
      guard abs(value - f[exchanged]) <= 1e-12 else {
        throw .badRule(
          why: "conditional magnetizations \(i) and \(exchanged) are \(value) and \(f[exchanged]); "
            + "they must be equal, for the symmetry between rows and columns")
      }
    }
  }
}

/// The expansion of conditional means of window products in products of coarse spins.
///
/// Only windows whose corner is the first site of a block are expanded, over the blocks (0...2) × (0...2):
/// windows at the three other positions in a block are mirror images. The last of the nine coarse spins is
/// fixed to +1, since the flip symmetry gives the other half.
private enum WindowExpansion {
  /// Block that a site of the window lies in, by row or column of the site, and the one beside it.
  private static let own = [1, 1, 2]
  private static let beside = [0, 2, 1]

  /// For each of the nine sites and 256 coarse patterns the index of the conditional magnetization.
  private static let contexts: [Int] = (0..<9).flatMap { site -> [Int] in
    let (row, column) = (site / 3, site % 3)
    let bits = [
      3 * own[row] + own[column], 3 * own[row] + beside[column],
      3 * beside[row] + own[column], 3 * beside[row] + beside[column],
    ]
    return (0..<256).map { pattern in
      (0..<4).reduce(0) { $0 | ((pattern | 256) >> bits[$1] & 1) << $1 }
    }
  }

  /// For products of an even (first 256) and odd (last 256) number of fine spins: the orbit of the coarse
  /// product with the eight spins of a mask and, where the parity needs it, the ninth.
  private static let targets: [Int] = [0, 1].flatMap { parity in
    (0..<256).map { mask in
      WindowOrbits.indices[mask.nonzeroBitCount % 2 == parity ? mask : mask | 256]
    }
  }

  /// For each orbit the four mirror images of its representative.
  private static let mirrors: [Int] = WindowOrbits.all.flatMap { orbit -> [Int] in
    let mask = orbit.representative
    let flipped = WindowOrbits.flippedRows(mask)
    return [mask, flipped, WindowOrbits.flippedColumns(mask), WindowOrbits.flippedColumns(flipped)]
  }

  /// (−1)^|B| / 256 for 256 masks: a set bit is the spin +1, where the transform has the sign −1.
  private static let signs: [Double] = (0..<256).map { $0.nonzeroBitCount % 2 == 0 ? 0x1p-8 : -0x1p-8 }

  /// M between all 86 orbits, row after row.
  static func matrix(of f: [Double]) -> [Double] {
    let count = WindowOrbits.all.count
    let rows = rowProducts(of: f)
    let (targets, mirrors, signs) = (Self.targets, Self.mirrors, Self.signs)
    var matrix = [Double](repeating: 0, count: count * count)
    rows.withUnsafeBufferPointer { rows in
      withUnsafeTemporaryAllocation(of: Double.self, capacity: 256) { buffer in
        guard let rows = rows.baseAddress, let sum = buffer.baseAddress else { return }
        for orbit in 0..<count {
          sum.initialize(repeating: 0, count: 256)
          for mask in mirrors[(4 * orbit)..<(4 * orbit + 4)] {
            addProduct(
              rows + 256 * (mask & 7), rows + 256 * (8 + mask >> 3 & 7), rows + 256 * (16 + mask >> 6), to: sum)
          }
          walshHadamard(sum, 256)
          let parity = 256 * (WindowOrbits.all[orbit].spins % 2)
          for mask in 0..<256 { matrix[orbit * count + targets[parity + mask]] += signs[mask] * sum[mask] }
        }
      }
    }
    return matrix
  }

  /// Products of the conditional magnetizations of the sites of one row: [row][subset][pattern].
  private static func rowProducts(of f: [Double]) -> [Double] {
    let values = contexts.map { f[$0] }
    var products = [Double](repeating: 1, count: 24 * 256)
    for row in 0..<3 {
      for subset in 1..<8 {
        let column = 7 - (UInt8(subset).leadingZeroBitCount)
        let rest = subset & ~(1 << column)
        for t in 0..<256 {
          products[(8 * row + subset) * 256 + t] =
            products[(8 * row + rest) * 256 + t] * values[(3 * row + column) * 256 + t]
        }
      }
    }
    return products
  }

  @inline(__always)
  private static func addProduct(
    _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, _ c: UnsafePointer<Double>,
    to sum: UnsafeMutablePointer<Double>
  ) {
    for t in 0..<256 { sum[t] += a[t] * b[t] * c[t] }
  }
}
