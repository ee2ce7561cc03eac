import Elementary

/// Size, place and shape of one effective field w on an L × L torus, from the shares q = w² / Σ w² of its sites.
///
/// Every measure but the norm is unchanged by w → c w. A permutation of the sites leaves `participation`, `norm`
/// and `purity` unchanged; only the others see geometry. A field that is zero everywhere has all measures 0.
public struct FieldMeasures: Sendable, Hashable, Codable {
  /// The participation ratio 1 / Σ q², a number of sites: 1 for a single site, L² for equal weights, about L²/3
  /// for Gaussian ones.
  public let participation: Double
  /// The circular centroid of q: the angle of Σ q e^{2πi x/L}, in lattice units, for x and for y alike, in [0, L).
  public let centre: FieldPoint
  /// The smaller of the two |Σ q e^{2πi x/L}|: 1 for a single site; where it is near 0 the centre means nothing.
  public let concentration: Double
  /// The root of Σ q d², with d the distance to the centre along the shortest way around the torus.
  public let radius: Double
  /// The largest share Σ q that a window of 2 × 2 sites holds, 0...1.
  public let share2: Double
  /// The same for 3 × 3 sites.
  public let share3: Double
  /// |Σ w |w|| / Σ w²: 1 if all weights have one sign, 0 if both signs balance.
  public let purity: Double
  /// The Euclidean norm of w.
  public let norm: Double

  /// The measures of one field.
  ///
  /// - Parameters:
  ///   - weights: one number a site, in the order of the sites.
  ///   - torus: the lattice.
  /// - Throws: `BoltzmannError` unless there are L² finite weights.
  public init(_ weights: some Collection<Double>, on torus: FieldTorus) throws(BoltzmannError) {
    guard weights.count == torus.sites else {
      throw .wrongCount(what: "the weights of a field", expected: torus.sites, found: weights.count)
    }
    for (site, weight) in weights.enumerated() where !weight.isFinite {
      throw .notFinite(what: "weight \(site) of a field", value: Float(weight))
    }
    self.init(finite: Array(weights), torus)
  }

  /// The measures of a field in single precision, computed in double precision.
  ///
  /// - Throws: `BoltzmannError` unless there are L² finite weights.
  public init(_ weights: some Collection<Float>, on torus: FieldTorus) throws(BoltzmannError) {
    try self.init(weights.map(Double.init), on: torus)
  }

  init(finite weights: [Double], _ torus: FieldTorus) {
    let square = weights.reduce(0) { $0 + $1 * $1 }
    norm = square.squareRoot()
    guard square > 0 else {
      (participation, concentration, radius, share2, share3, purity) = (0, 0, 0, 0, 0, 0)
      centre = FieldPoint(x: 0, y: 0)
      return
    }
    let shares = weights.map { $0 * $0 / square }
    participation = 1 / shares.reduce(0) { $0 + $1 * $1 }
    purity = abs(weights.reduce(0) { $0 + $1 * abs($1) }) / square
    let side = torus.side
    let columns = (0..<side).map { x in (0..<side).reduce(0) { $0 + shares[$1 * side + x] } }
    let rows = (0..<side).map { y in (0..<side).reduce(0) { $0 + shares[y * side + $1] } }
    let x = Self.centroid(columns)
    let y = Self.centroid(rows)
    centre = FieldPoint(x: x.place, y: y.place)
    concentration = min(x.length, y.length)
    radius = (Self.spread(columns, about: x.place, torus) + Self.spread(rows, about: y.place, torus)).squareRoot()
    share2 = Self.largestShare(shares, window: 2, torus)
    share3 = Self.largestShare(shares, window: 3, torus)
  }

  /// The angle of Σ q e^{2πi x/L} in units of the lattice, and the length of that sum.
  private static func centroid(_ shares: [Double]) -> (place: Double, length: Double) {
    let side = Double(shares.count)
    var (c, s) = (0.0, 0.0)
    for (x, share) in shares.enumerated() {
      let turn = Elementary.sinCosTurns(Double(x) / side)
      c += share * turn.cos
      s += share * turn.sin
    }
    let place = turns(cosine: c, sine: s) * side
    return (place < side ? place : 0, (c * c + s * s).squareRoot())
  }

  /// The angle of (c, s) in turns, 0...1. From the nearest quarter turn the error δ becomes δ - sin δ ≈ δ³/6 in
  /// each step: below 10⁻¹³ after three, and at rounding after four.
  private static func turns(cosine c: Double, sine s: Double) -> Double {
    let length = (c * c + s * s).squareRoot()
    guard length > 0 else { return 0 }
    var u = abs(c) >= abs(s) ? (c > 0 ? 0 : 0.5) : (s > 0 ? 0.25 : 0.75)
    for _ in 0..<4 {
      let turn = Elementary.sinCosTurns(u)
      u += (s * turn.cos - c * turn.sin) / length / (2 * Double.pi)
    }
    return u - u.rounded(.down)
  }

  private static func spread(_ shares: [Double], about place: Double, _ torus: FieldTorus) -> Double {
    shares.enumerated().reduce(0) { sum, term in
      let d = torus.image(Double(term.offset) - place)
      return sum + term.element * d * d
    }
  }

  /// On a lattice narrower than the window, the window is the lattice.
  private static func largestShare(_ shares: [Double], window: Int, _ torus: FieldTorus) -> Double {
    let width = min(window, torus.side)
    var largest = 0.0
    for y in 0..<torus.side {
      for x in 0..<torus.side {
        var sum = 0.0
        for dy in 0..<width { for dx in 0..<width { sum += shares[torus.site(x + dx, y + dy)] } }
        largest = max(largest, sum)
      }
    }
    return min(largest, 1)
  }
}
