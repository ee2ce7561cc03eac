import Lattice

/// The dream from one spin at L = 2, 4 and 8, exactly: no sampling.
///
/// The laws of the 2 × 2 and 4 × 4 lattices are enumerated; at 8 × 8 the fine spins are independent given
/// each of the 2¹⁶ coarse lattices. At 1 × 1 all neighbours are the spin itself; at 2 × 2 those on both sides
/// coincide.
struct DreamEnumeration: Sendable {
  /// The levels L = 2, 4, 8, up to the largest asked for.
  let levels: [DreamLevel]

  /// The dream of a local rule.
  ///
  /// - Parameters:
  ///   - conditionalMagnetization: 16 values ⟨s|t⟩ in [−1, 1] for context
  ///     own | row << 1 | column << 2 | diagonal << 3, where a set bit is a coarse spin +1.
  ///   - largestSide: 2, 4 or 8.
  ///   - neighbours: the side on which a fine spin looks.
  /// - Throws: `DreamEnumerationError` for another number of entries, entries out of range or another side.
  init(
    conditionalMagnetization: [Double], largestSide: Int = 8, neighbours: FourSpinContext.Side = .near
  ) throws(DreamEnumerationError) {
    try Self.require(conditionalMagnetization, in: -1...1, allowed: "-1...1")
    guard [2, 4, 8].contains(largestSide) else { throw .side(largestSide) }
    let rule = EnumeratedRule(conditionalMagnetization: conditionalMagnetization, neighbours: neighbours)
    var law = rule.refined(.root)
    var levels = [law.level]
    if largestSide >= 4 {
      law = rule.refined(law)
      levels.append(law.level)
    }
    if largestSide == 8 { levels.append(rule.refinedLevel(law)) }
    self.levels = levels
  }

  /// The dream of a local rule given by the probabilities P(s = +1|t) of the 16 contexts.
  ///
  /// - Throws: `DreamEnumerationError` for another number of entries, entries out of range or another side.
  init(
    probabilities: [Double], largestSide: Int = 8, neighbours: FourSpinContext.Side = .near
  ) throws(DreamEnumerationError) {
    try Self.require(probabilities, in: 0...1, allowed: "0...1")
    try self.init(
      conditionalMagnetization: probabilities.map { 2 * $0 - 1 }, largestSide: largestSide,
      neighbours: neighbours)
  }

  /// The level of a side, if enumerated.
  func level(_ side: Int) -> DreamLevel? { levels.first { $0.side == side } }

  private static func require(
    _ table: [Double], in range: ClosedRange<Double>, allowed: String
  ) throws(DreamEnumerationError) {
    guard table.count == 16 else { throw .tableSize(table.count) }
    for (index, value) in table.enumerated() where !range.contains(value) {
      throw .entry(index: index, value: value, allowed: allowed)
    }
  }
}
