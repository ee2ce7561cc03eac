import Random
import Testing

@testable import Learning

@Suite("Measures of effective fields")
struct FieldMeasuresTests {
  let torus: FieldTorus

  init() throws { torus = try FieldTorus(side: 16) }

  /// A field that has the given weights at some sites (x, y) and is zero elsewhere.
  private func field(_ weights: [(x: Int, y: Int, w: Double)]) -> [Double] {
    var field = [Double](repeating: 0, count: torus.sites)
    for (x, y, w) in weights { field[torus.site(x, y)] = w }
    return field
  }

  @Test("a single site is the smallest field", arguments: [(0, 0), (5, 0), (15, 3), (8, 15)])
  func singleSite(_ place: (Int, Int)) throws {
    let m = try FieldMeasures(field([(place.0, place.1, -2.5)]), on: torus)
    #expect(m.participation == 1)
    #expect(m.norm == 2.5)
    #expect(m.purity == 1)
    #expect(m.share2 == 1 && m.share3 == 1)
    #expect(m.radius < 1e-13)
    #expect(abs(m.concentration - 1) < 1e-14)
    #expect(torus.distance(m.centre, FieldPoint(x: Double(place.0), y: Double(place.1))) < 1e-13)
    #expect((0..<16).contains(m.centre.x) && (0..<16).contains(m.centre.y))
  }

  @Test("a uniform field fills the lattice")
  func uniform() throws {
    let m = try FieldMeasures([Float](repeating: 0.25, count: 256), on: torus)
    #expect(m.participation == 256)
    #expect(m.norm == 4)
    #expect(m.share2 == 4.0 / 256)
    #expect(m.share3 == 9.0 / 256)
    #expect(m.concentration < 1e-14)
  }

  @Test("a block of 2 × 2, also across the border: centre in its middle, R² = 1/2", arguments: [3, 15])
  func block(_ corner: Int) throws {
    let sites = [(0, 0), (1, 0), (0, 1), (1, 1)].map { ((corner + $0.0) % 16, (corner + $0.1) % 16, 0.7) }
    let m = try FieldMeasures(field(sites), on: torus)
    let middle = FieldPoint(x: Double(corner) + 0.5, y: Double(corner) + 0.5)
    #expect(abs(m.participation - 4) < 1e-13)
    #expect(abs(m.radius * m.radius - 0.5) < 1e-13)
    #expect(torus.distance(m.centre, middle) < 1e-13)
    #expect(abs(m.share2 - 1) < 1e-15)
  }

  @Test("a star around a site: closed forms for every measure")
  func star() throws {
    let arms = [(1, 0), (-1, 0), (0, 1), (0, -1)].map { ((7 + $0.0), (9 + $0.1), 0.4) }
    let m = try FieldMeasures(field(arms + [(7, 9, 0.8)]), on: torus)
    let total = 0.64 + 4 * 0.16
    #expect(abs(m.participation - total * total / (0.4096 + 4 * 0.0256)) < 1e-13)
    #expect(abs(m.radius * m.radius - 4 * 0.16 / total) < 1e-13)
    #expect(abs(m.share2 - (0.64 + 2 * 0.16) / total) < 1e-14)
    #expect(abs(m.share3 - 1) < 1e-14)
    #expect(torus.distance(m.centre, FieldPoint(x: 7, y: 9)) < 1e-13)
  }

  @Test("the circular centroid of two unequal sites follows the angle of their sum")
  func circularCentroid() throws {
    // Shares 0.2 at x = 0 and 0.8 at a quarter of the circle: tan θ = 4.
    let m = try FieldMeasures(field([(0, 0, 1), (4, 0, 2)]), on: torus)
    let turn = 1.3258176636680326 / (2 * Double.pi)
    #expect(abs(m.centre.x - 16 * turn) < 1e-12)
    let length = (0.04 + 0.64 as Double).squareRoot()
    #expect(abs(m.concentration - length) < 1e-14)
  }

  @Test("purity of mixed signs")
  func purity() throws {
    let m = try FieldMeasures(field([(0, 0, 3), (1, 0, -1), (2, 0, 1), (3, 0, -2)]), on: torus)
    #expect(abs(m.purity - abs(9 - 1 + 1 - 4) / 15) < 1e-15)
    let balanced = try FieldMeasures(field([(0, 0, 1.5), (1, 0, -1.5)]), on: torus)
    #expect(balanced.purity == 0)
  }

  @Test("a dead field has measures 0 and no NaN")
  func dead() throws {
    let m = try FieldMeasures([Double](repeating: 0, count: 256), on: torus)
    #expect(m.participation == 0 && m.norm == 0 && m.purity == 0 && m.radius == 0 && m.share3 == 0)
  }

  @Test("a shifted field has the same measures and a shifted centre; a scaled one differs in its norm only")
  func translation() throws {
    var random = RandomStream(seed: 1, name: "fields/translation")
    // Weights that fall off with distance, so that the centre is well defined.
    let base = (0..<256).map { site -> Double in
      let (x, y) = (torus.image(Double(site % 16) - 5), torus.image(Double(site / 16) - 11))
      return random.normal() / (1 + x * x + y * y)
    }
    let shifted = (0..<256).map { base[torus.site($0 % 16 - 3, $0 / 16 - 7)] }
    let (a, b) = (try FieldMeasures(base, on: torus), try FieldMeasures(shifted, on: torus))
    #expect(abs(a.participation - b.participation) < 1e-12)
    #expect(abs(a.radius - b.radius) < 1e-12)
    #expect(abs(a.share2 - b.share2) < 1e-14 && abs(a.share3 - b.share3) < 1e-14)
    #expect(torus.distance(FieldPoint(x: a.centre.x + 3, y: a.centre.y + 7), b.centre) < 1e-12)
    let c = try FieldMeasures(base.map { -4 * $0 }, on: torus)
    #expect(c.participation == a.participation && c.purity == a.purity && c.radius == a.radius)
    #expect(c.norm == 4 * a.norm)
  }

  @Test("normal weights spread over a third of the lattice")
  func gaussianExpectation() throws {
    // E Σw⁴/(Σw²)² = 3/(N + 2) for normal w, whatever their scale: PR is about N/3.
    let units = 2000
    let fields = try FieldSet.gaussian(
      torus: torus, units: units, standardDeviation: 0.01, random: RandomStream(seed: 2, name: "fields/gaussian"))
    let inverse = try FieldStatistics(fields, deadBelow: 0).values { 1 / $0.participation }
    let mean = inverse.reduce(0, +) / Double(units)
    let variance = inverse.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(units - 1)
    #expect(abs(mean - 3.0 / 258) < 4 * (variance / Double(units)).squareRoot())
  }

  @Test("a permutation of the sites leaves participation, norm and purity, and destroys the geometry")
  func siteShuffle() throws {
    let star = [(0, 0), (1, 0), (15, 0), (0, 1), (0, 15)].map { ($0.0, $0.1, $0 == (0, 0) ? 0.9 : -0.4) }
    let fields = try FieldSet(torus: torus, fields: field(star.map { (x: $0.0, y: $0.1, w: $0.2) }))
    let permutation = FieldPermutation(torus: torus, random: RandomStream(seed: 3, name: "fields/shuffle"))
    #expect(Set(permutation.target).count == 256)
    let a = try FieldMeasures(fields.field(0), on: torus)
    let b = try FieldMeasures(try permutation.applied(to: fields).field(0), on: torus)
    #expect(abs(a.participation - b.participation) < 1e-13)
    #expect(abs(a.norm - b.norm) < 1e-15 && abs(a.purity - b.purity) < 1e-15)
    #expect(a.radius < 1 && b.radius > 3)
    #expect(a.share3 == 1 && b.share3 < 0.8)
  }

  @Test("bad fields are refused in one line")
  func refusals() throws {
    #expect(throws: BoltzmannError.wrongCount(what: "the weights of a field", expected: 256, found: 3)) {
      try FieldMeasures([1.0, 2, 3], on: torus)
    }
    #expect(throws: BoltzmannError.self) { try FieldMeasures(field([(0, 1, .infinity)]), on: torus) }
    #expect(throws: BoltzmannError.self) { try FieldTorus(side: 0) }
  }
}
