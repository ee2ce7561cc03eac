/// The effective fields of the hidden units of one layer: how each of them is coupled to the sites of an L × L
/// torus.
///
/// The effective field of a unit of layer n is its column of the product W₁ W₂ … Wₙ. A hidden unit may be
/// renamed h → -h; here every field that sums to less than zero is turned over, and `isFlipped` tells which, so
/// that hidden samples can be turned over alike. Turning over units of the layers in between changes no product.
///
/// Source: P. Mehta, D. J. Schwab, arXiv 1410.3831 (effective receptive fields of deeper layers).
public struct FieldSet: Sendable, Hashable, Codable {
  public let torus: FieldTorus
  /// Number of hidden units.
  public let units: Int
  /// Field after field, each L² numbers in the order of the sites.
  public let values: [Double]
  /// Whether the field of each unit was turned over.
  public let isFlipped: [Bool]

  /// The fields of the last of one or more layers.
  ///
  /// - Parameters:
  ///   - torus: the lattice of the visible units.
  ///   - widths: the number of hidden units of each layer.
  ///   - weights: for each layer its weights [units below][units], row by row.
  /// - Throws: `BoltzmannError` for no layer, a list of the wrong length or a number that is not finite.
  public init(torus: FieldTorus, widths: [Int], weights: [[Float]]) throws(BoltzmannError) {
    guard let last = widths.last else { throw .wrongCount(what: "the layers", expected: 1, found: 0) }
    guard weights.count == widths.count else {
      throw .wrongCount(what: "the layers of weights", expected: widths.count, found: weights.count)
    }
    var below = torus.sites
    var product: [Double] = []
    for (layer, width) in widths.enumerated() {
      guard width >= 1 else {
        throw .setting(name: "the width of layer \(layer + 1)", value: Double(width), allowed: "1 or more")
      }
      guard weights[layer].count == below * width else {
        throw .wrongCount(
          what: "the weights of layer \(layer + 1)", expected: below * width, found: weights[layer].count)
      }
      for (k, weight) in weights[layer].enumerated() where !weight.isFinite {
        throw .notFinite(what: "weight \(k) of layer \(layer + 1)", value: weight)
      }
      let factor = weights[layer].map(Double.init)
      product = layer == 0 ? factor : Self.product(product, factor, inner: below, columns: width)
      below = width
    }
    var fields = [Double](repeating: 0, count: product.count)
    for unit in 0..<last {
      for site in 0..<torus.sites { fields[unit * torus.sites + site] = product[site * last + unit] }
    }
    try self.init(torus: torus, fields: fields)
  }

  /// Fields given one after the other, L² numbers each; those that sum to less than zero are turned over.
  ///
  /// - Throws: `BoltzmannError` for a number of values that is no multiple of L², or zero, and for one that is
  ///   not finite.
  public init(torus: FieldTorus, fields: [Double]) throws(BoltzmannError) {
    let sites = torus.sites
    let units = fields.count / sites
    guard units > 0, fields.count == units * sites else {
      throw .wrongCount(what: "the numbers of the fields", expected: max(units, 1) * sites, found: fields.count)
    }
    for (k, value) in fields.enumerated() where !value.isFinite {
      throw .notFinite(what: "number \(k % sites) of field \(k / sites)", value: Float(value))
    }
    let flips = (0..<units).map { unit in fields[unit * sites..<(unit + 1) * sites].reduce(0, +) < 0 }
    self.torus = torus
    self.units = units
    self.values = fields.indices.map { flips[$0 / sites] ? -fields[$0] : fields[$0] }
    self.isFlipped = flips
  }

  /// The field of one unit.
  public func field(_ unit: Int) -> ArraySlice<Double> {
    values[unit * torus.sites..<(unit + 1) * torus.sites]
  }

  /// Some of the units, in the order given.
  ///
  /// - Throws: `BoltzmannError` for no unit or one that does not exist.
  public func selecting(_ chosen: [Int]) throws(BoltzmannError) -> FieldSet {
    for unit in chosen where !(0..<units).contains(unit) {
      throw .setting(name: "a chosen unit", value: Double(unit), allowed: "0..<\(units)")
    }
    return try FieldSet(
      torus: torus, fields: chosen.flatMap { field($0) }, flips: chosen.map { isFlipped[$0] })
  }

  /// Fields whose signs are settled.
  init(torus: FieldTorus, fields: [Double], flips: [Bool]) throws(BoltzmannError) {
    guard !flips.isEmpty else { throw .wrongCount(what: "the units", expected: 1, found: 0) }
    self.torus = torus
    self.units = flips.count
    self.values = fields
    self.isFlipped = flips
  }

  /// A B for row-major matrices; every element is summed in the order of the inner index.
  private static func product(_ a: [Double], _ b: [Double], inner: Int, columns: Int) -> [Double] {
    let rows = a.count / inner
    var c = [Double](repeating: 0, count: rows * columns)
    c.withUnsafeMutableBufferPointer { c in
      b.withUnsafeBufferPointer { b in
        for row in 0..<rows {
          for k in 0..<inner {
            let factor = a[row * inner + k]
            for column in 0..<columns { c[row &* columns &+ column] += factor * b[k &* columns &+ column] }
          }
        }
      }
    }
    return c
  }
}
