/// A real scalar field on an L × L torus, row-major: site (y, x) is `values[y * side + x]`.
public struct ScalarField: Sendable, Hashable, Codable {
  /// Linear size L ≥ 1.
  public let side: Int
  /// L² values, in rows.
  public var values: [Double] {
    didSet { precondition(values.count == side * side, "side \(side) needs \(side * side) values") }
  }

  /// The field of the given values.
  ///
  /// - Parameters:
  ///   - side: L ≥ 1.
  ///   - values: L² numbers in row-major order.
  public init(side: Int, values: [Double]) {
    precondition(side >= 1, "a lattice has at least one site, not side \(side)")
    precondition(values.count == side * side, "side \(side) needs \(side * side) values, not \(values.count)")
    self.side = side
    self.values = values
  }

  /// The same value at every site.
  public init(side: Int, constant: Double) {
    precondition(side >= 1, "a lattice has at least one site, not side \(side)")
    self.side = side
    values = [Double](repeating: constant, count: side * side)
  }

  private enum CodingKeys: String, CodingKey {
    case side, values
  }

  /// Decodes side and values.
  ///
  /// - Throws: `DecodingError`, or `ScalarFieldError` if they do not fit together.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let side = try container.decode(Int.self, forKey: .side)
    let values = try container.decode([Double].self, forKey: .values)
    guard side >= 1, side <= FieldLayout.largestSide else {
      throw ScalarFieldError.side(side, allowed: "a number from 1 to \(FieldLayout.largestSide)")
    }
    guard values.count == side * side else {
      throw ScalarFieldError.field("has \(values.count) values, but side \(side) needs \(side * side)")
    }
    self.side = side
    self.values = values
  }

  /// Number of sites V = L².
  public var sites: Int { side * side }

  /// The value at row y and column x, both in 0..<L.
  public subscript(y: Int, x: Int) -> Double {
    get { values[y * side + x] }
    set { values[y * side + x] = newValue }
  }

  /// The averages per site, summed in row-major order.
  public var moments: FieldMoments { SequentialKernel.moments(side, values) }
}
