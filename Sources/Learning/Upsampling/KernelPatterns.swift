/// What a net with m classes of coarse spins on each axis can tell apart: the sums of the spins of each
/// unordered pair of classes, relative to the own spin.
///
/// The pair (α, β), α ≤ β, has the index β (β + 1)/2 + α, so that the pairs of a smaller net come first. A
/// pattern is a mixed-radix number with one digit for every pair but (0, 0), the first most significant: the
/// number of spins that agree with the own one, of one for α = β and of two otherwise. There are 6, 108 and
/// 5832 patterns for m = 2, 3 and 4; for m = 2 the pattern is the context k of `ContextCounts`.
struct KernelPatterns: Sendable {
  let classes: Int
  /// α and β of every pair.
  let pairs: [(Int, Int)]
  let count: Int

  static let all = (2...4).map { KernelPatterns(classes: $0) }

  private init(classes: Int) {
    self.classes = classes
    pairs = (0..<classes).flatMap { beta in (0...beta).map { ($0, beta) } }
    count = pairs.dropFirst().reduce(1) { $0 * ($1.0 == $1.1 ? 2 : 3) }
  }

  /// The pattern of a context of `PatchCounts` with m rows.
  func pattern(ofContext context: Int) -> Int {
    func agrees(_ i: Int, _ j: Int) -> Int { 1 - (context << 1) >> (classes * i + j) & 1 }
    return pairs.dropFirst().reduce(0) { number, pair in
      let (i, j) = pair
      return i == j ? 2 * number + agrees(i, i) : 3 * number + agrees(i, j) + agrees(j, i)
    }
  }

  /// The spin sums of all pairs relative to the own spin: ±1 for α = β, -2, 0, 2 otherwise.
  func features(ofPattern pattern: Int) -> [Double] {
    var rest = pattern
    var result = [Double](repeating: 1, count: pairs.count)
    for (index, pair) in pairs.enumerated().reversed() where index > 0 {
      let spins = pair.0 == pair.1 ? 1 : 2
      result[index] = Double(2 * (rest % (spins + 1)) - spins)
      rest /= spins + 1
    }
    return result
  }

  var names: [String] {
    let name = ["own", "near", "far", "far2"]
    return pairs.map { "W(\(name[$0.0]), \(name[$0.1]))" }
  }
}
