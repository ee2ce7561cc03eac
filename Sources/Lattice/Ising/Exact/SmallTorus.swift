/// Bond counts of a torus whose spins are the bits of one number, bit L y + x.
public enum SmallTorus {
  /// Equal pairs among the 2L² bonds right and down; L ≤ 7.
  @inlinable
  public static func satisfiedBonds(of state: Int, side: Int) -> Int {
    let sites = side * side
    var lastColumn = 0
    for y in 0..<side { lastColumn |= 1 << (side * y + side - 1) }
    let all = 1 << sites - 1
    let right = (state & ~lastColumn) << 1 | (state & lastColumn) >> (side - 1)
    let down = (state << side | state >> (sites - side)) & all
    return 2 * sites - (state ^ right).nonzeroBitCount - (state ^ down).nonzeroBitCount
  }

  /// Σ n wₙ over n = 0, 1, 2, ….
  static func mean(_ weights: [Double]) -> Double {
    var sum = 0.0
    for (value, weight) in weights.enumerated() { sum += Double(value) * weight }
    return sum
  }

  /// Σ (n − mean)² wₙ over n = 0, 1, 2, ….
  static func variance(_ weights: [Double], mean: Double) -> Double {
    var sum = 0.0
    for (value, weight) in weights.enumerated() {
      let deviation = Double(value) - mean
      sum += deviation * deviation * weight
    }
    return sum
  }
}
