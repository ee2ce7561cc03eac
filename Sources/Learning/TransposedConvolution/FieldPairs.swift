/// Coarse fields and the fine fields that they were made of: the training set of an inverse transformation.
///
/// Fields are row-major and periodic. Coarse and fine fields are kept one after the other, side² and 4 side²
/// numbers a configuration.
public struct FieldPairs: Sendable, Hashable, Codable {
  /// Side of the coarse lattice.
  public let side: Int
  public private(set) var coarse: [Double] = []
  public private(set) var fine: [Double] = []

  /// An empty set.
  ///
  /// - Throws: `InverseMapError.setting` for a side below 1.
  public init(side: Int) throws(InverseMapError) {
    guard side >= 1 else {
      throw .setting(name: "the side of the coarse lattice", value: Double(side), allowed: "1 or more")
    }
    self.side = side
  }

  /// Number of configurations.
  public var count: Int { coarse.count / (side * side) }

  /// Number of fine sites of all configurations.
  public var fineSites: Int { fine.count }

  /// Adds one configuration.
  ///
  /// - Parameters:
  ///   - coarse: side² numbers.
  ///   - fine: 4 side² numbers.
  /// - Throws: `InverseMapError.wrongCount` or `.notFinite`.
  public mutating func append(coarse: [Double], fine: [Double]) throws(InverseMapError) {
    try Self.check(coarse, count: side * side, "the coarse field of side \(side)")
    try Self.check(fine, count: 4 * side * side, "the fine field of side \(2 * side)")
    self.coarse += coarse
    self.fine += fine
  }

  /// The configurations of a range, in their order.
  public subscript(range: Range<Int>) -> FieldPairs {
    var part = self
    let sites = side * side
    part.coarse = Array(coarse[range.lowerBound * sites..<range.upperBound * sites])
    part.fine = Array(fine[4 * range.lowerBound * sites..<4 * range.upperBound * sites])
    return part
  }

  /// Mean of φ² over the fine sites: the squared error of predicting zero.
  public var fineSquare: Double { fine.reduce(0) { $0 + $1 * $1 } / Double(fineSites) }

  static func check(_ field: [Double], count: Int, _ what: String) throws(InverseMapError) {
    guard field.count == count else {
      throw .wrongCount(what: what, expected: count, found: field.count)
    }
    for value in field where !value.isFinite { throw .notFinite(what: "a value of \(what)", value: value) }
  }
}
