import Foundation
import Statistics
import Testing

@testable import Notebook

/// Each kind of golden and each verdict, with values worked out by hand.
@Suite struct GoldenComparisonTests {
  static func golden(
    _ kind: Golden.Kind, _ value: JSONValue? = nil, stderr: Double? = nil, rule: Golden.Rule = .init(),
    unavailable: String? = nil, knownDifference: String? = nil, profiles: [String]? = nil,
    parameters: [String: JSONValue]? = nil, id: String = "x"
  ) -> Golden {
    Golden(
      id: id, quantity: "q", symbol: "x", kind: kind, value: value, stderr: stderr, rule: rule,
      source: .init(type: .theory, where: "by hand"), unavailable: unavailable,
      knownDifference: knownDifference, profiles: profiles, parameters: parameters)
  }

  static func quantity(_ value: JSONValue, stderr: Double? = nil, id: String = "x") -> Quantity {
    Quantity(id: id, symbol: "x", value: value, stderr: stderr, chapter: "One")
  }

  static func report(
    _ quantities: [Quantity], _ goldens: [Golden], parameters: JSONValue = .object([:])
  ) -> CheckReport {
    judge(
      quantities: quantities, goldens: GoldenFile(study: "toy", entries: goldens), profile: "quick",
      parameters: parameters)
  }

  static func verdict(_ value: JSONValue, stderr: Double? = nil, _ golden: Golden) -> Verdict? {
    report([quantity(value, stderr: stderr)], [golden]).checks.first?.verdict
  }

  @Test(
    "exact: the same JSON value and nothing near it",
    arguments: [
      (JSONValue.int(3), JSONValue.int(3), Verdict.pass), (.double(3), .int(3), .pass),
      (.int(4), .int(3), .fail), (.string("none"), .string("none"), .pass),
      (.double(0.5), .string("none"), .fail), (.bool(true), .bool(true), .pass),
      (.int(1), .bool(true), .fail), (.double(.nan), .double(.nan), .fail),
      (.array([.int(1), .int(2)]), .array([.int(1), .int(2)]), .pass),
    ])
  func exact(measured: JSONValue, reference: JSONValue, expected: Verdict) {
    #expect(Self.verdict(measured, Self.golden(.exact, reference)) == expected)
  }

  @Test(
    "numeric: |x - r| ≤ max(absolute, relative |r|), both ends included",
    arguments: [
      (4.25, 0.25, nil, Verdict.pass), (4.2500001, 0.25, nil, .fail), (3.75, nil, 0.0625, .pass),
      (3.7499999, nil, 0.0625, .fail), (4.5, 0.25, 0.125, .pass), (.nan, 1, nil, .fail),
      (.infinity, 1, nil, .fail),
    ] as [(Double, Double?, Double?, Verdict)])
  func numeric(measured: Double, absolute: Double?, relative: Double?, expected: Verdict) {
    let golden = Self.golden(.numeric, .double(4), rule: .init(absolute: absolute, relative: relative))
    #expect(Self.verdict(.double(measured), golden) == expected)
  }

  @Test("numeric arrays are compared element by element and name the worst element")
  func numericArrays() throws {
    let golden = Self.golden(.numeric, .array([.int(1), .int(2), .int(3)]), rule: .init(absolute: 0.1))
    #expect(Self.verdict(.array([.double(1.05), .double(1.95), .int(3)]), golden) == .pass)
    #expect(Self.verdict(.array([.int(1), .int(2)]), golden) == .fail)
    #expect(Self.verdict(.double(1), golden) == .fail)
    #expect(Self.verdict(.array([.int(1), .double(.nan), .int(3)]), golden) == .fail)
    let wrong = Self.quantity(.array([.double(1.2), .double(2.5), .int(3)]))
    let check = try #require(Self.report([wrong], [golden]).checks.first)
    #expect(check.verdict == .fail)
    #expect(check.message == "element 2: |x - r| = 0.5, allowed 0.1")
  }

  @Test("statistical: z = (x − r)/√(σx² + σr² + σsys²) against the limit for one check, 3.2905")
  func statistical() throws {
    // √(2² + 3² + 6²) = 7.
    let rule = Golden.Rule(resolution: 10, systematic: .init(value: 6, reason: "finite size"))
    let golden = Self.golden(.statistical, .double(100), stderr: 3, rule: rule)
    let passing = try #require(Self.report([Self.quantity(.double(121), stderr: 2)], [golden]).checks.first)
    #expect(passing.verdict == .pass)
    #expect(abs(try #require(passing.z) - 3) < 1e-12)
    #expect(abs(try #require(passing.limit) - 3.290526731491) < 1e-9)
    let failing = try #require(Self.report([Self.quantity(.double(76), stderr: 2)], [golden]).checks.first)
    #expect(failing.verdict == .fail)
    #expect(abs(try #require(failing.z) + 24.0 / 7.0) < 1e-12)
  }

  @Test("statistical: few degrees of freedom make the same deviation less surprising")
  func studentLaw() throws {
    var quantity = Self.quantity(.double(4), stderr: 1)
    // The reference's error is negligible: t = 4 with 3 degrees of freedom, upper tail 0.014004.
    let golden = Self.golden(.statistical, .double(0), stderr: 1e-9, rule: .init(resolution: 2))
    #expect(Self.report([quantity], [golden]).checks.first?.verdict == .fail)
    quantity.degreesOfFreedom = 3
    let check = try #require(Self.report([quantity], [golden]).checks.first)
    #expect(check.verdict == .pass)
    #expect(abs(try #require(check.z) - 2.197) < 2e-3)
  }

  @Test("statistical: no error bar, a NaN, and an error bar that is too wide")
  func statisticalEdges() throws {
    let golden = Self.golden(.statistical, .double(1), stderr: 0.1, rule: .init(resolution: 0.5))
    func check(_ x: Double, _ error: Double?) -> Check? {
      Self.report([Self.quantity(.double(x), stderr: error)], [golden]).checks.first
    }
    #expect(check(1, nil)?.verdict == .fail)
    #expect(check(1, nil)?.message == "no error bar")
    #expect(check(1, 0)?.message == "no error bar")
    #expect(check(1, .nan)?.verdict == .fail)
    #expect(check(1, .infinity)?.verdict == .fail)
    #expect(check(.nan, 0.1)?.verdict == .fail)
    #expect(check(1.2, 0.4)?.verdict == .pass)
    #expect(check(1.2, 0.5)?.verdict == .inconclusive)
    #expect(check(1.2, 0.5)?.message == "combined error 0.51, stated resolution 0.5")
    // Beyond the limit a wide error bar is no excuse.
    #expect(check(9, 0.5)?.verdict == .fail)
    let report = Self.report([Self.quantity(.double(1.2), stderr: 0.5)], [golden])
    #expect(report.inconclusive && !report.failed)
  }

  @Test(
    "published: two and three standard errors divide AGREES, TENSION and DISAGREES",
    arguments: [
      (12.0, Verdict.agrees), (12.5, .tension), (7, .tension), (6.5, .disagrees), (.nan, .disagrees),
    ])
  func published(measured: Double, expected: Verdict) {
    #expect(Self.verdict(.double(measured), Self.golden(.published, .double(10), stderr: 1)) == expected)
  }

  @Test("published: a half-range alone decides without errors, and shortens the deviation with them")
  func publishedHalfRange() {
    let range = Self.golden(.published, .double(10), rule: .init(absolute: 1))
    #expect(Self.verdict(.double(11), range) == .agrees)
    #expect(Self.verdict(.double(11.001), range) == .disagrees)
    // (12.5 − 10 − 1)/0.5 = 3.
    #expect(Self.verdict(.double(12.5), stderr: 0.5, range) == .tension)
    #expect(Self.verdict(.double(12.6), stderr: 0.5, range) == .disagrees)
    let array = Self.golden(.published, .array([.int(1), .int(2)]), stderr: 0.1)
    #expect(Self.verdict(.array([.double(1.1), .double(1.75)]), array) == .tension)
    #expect(Self.verdict(.string("none"), Self.golden(.published, .string("none"))) == .agrees)
    #expect(Self.verdict(.double(1), Self.golden(.published, .string("none"))) == .disagrees)
  }

  @Test("DISAGREES fails a run unless the golden explains it")
  func knownDifference() throws {
    let quantity = Self.quantity(.double(20))
    let plain = Self.report([quantity], [Self.golden(.published, .double(10), stderr: 1)])
    #expect(plain.failed)
    let explained = Self.report(
      [quantity], [Self.golden(.published, .double(10), stderr: 1, knownDifference: "another network")])
    #expect(explained.checks.first?.verdict == .disagrees)
    #expect(explained.checks.first?.knownDifference == "another network")
    #expect(!explained.failed)
  }

  @Test("UNAVAILABLE carries its reason and fails nothing")
  func unavailable() {
    let report = Self.report([], [Self.golden(.published, .double(10), unavailable: "not trained here")])
    #expect(report.checks.first?.verdict == .unavailable)
    #expect(report.checks.first?.message == "not trained here")
    #expect(!report.failed && !report.inconclusive)
  }

  @Test(
    "property: predicates",
    arguments: [
      (Golden.Predicate.equals(.bool(true)), JSONValue.bool(true), Verdict.pass),
      (.equals(.bool(true)), .bool(false), .fail), (.lessThan(1e-13), .double(9e-14), .pass),
      (.lessThan(1e-13), .double(1e-13), .fail), (.lessThan(1), .double(.nan), .fail),
      (.greaterThan(2), .double(2.1), .pass), (.greaterThan(2), .int(2), .fail),
      (.greaterThan(2), .string("none"), .fail), (.between(1, 2), .int(2), .pass),
      (.between(1, 2), .double(0.99), .fail), (.lessThan(3), .array([.int(1), .int(4)]), .fail),
      (.lessThan(3), .array([]), .fail),
    ])
  func property(predicate: Golden.Predicate, measured: JSONValue, expected: Verdict) {
    #expect(Self.verdict(measured, Self.golden(.property, rule: .init(predicate: predicate))) == expected)
  }

  @Test("MISSING, NEW and the profiles of a golden")
  func missingAndNew() {
    let here = Self.golden(.exact, .int(1), profiles: ["quick"], id: "here")
    let elsewhere = Self.golden(.exact, .int(1), profiles: ["paper"], id: "elsewhere")
    let report = Self.report([Self.quantity(.int(7), id: "extra")], [here, elsewhere])
    #expect(report.checks.map(\.id) == ["extra", "here"])
    #expect(report.checks.map(\.verdict) == [.new, .missing])
    #expect(report.counts == ["NEW": 1, "MISSING": 1])
    #expect(report.failed)
    #expect(!Self.report([Self.quantity(.int(7), id: "extra")], []).failed)
  }

  @Test("STALE: a list parameter may be asked for one of its elements")
  func staleList() {
    let golden = Self.golden(.exact, .int(1), parameters: ["sizes": .object(["contains": .int(64)])])
    func verdict(_ sizes: [Int]) -> Verdict? {
      let parameters = JSONValue.object(["sizes": .array(sizes.map { .int($0) })])
      return Self.report([Self.quantity(.int(1))], [golden], parameters: parameters).checks.first?.verdict
    }
    #expect(verdict([32, 64]) == .pass)
    #expect(verdict([32]) == .stale)
    #expect(verdict([]) == .stale)
  }

  @Test("STALE: other parameters than the golden's are listed, not judged, and count as inconclusive")
  func stale() {
    let golden = Self.golden(.exact, .int(1), parameters: ["training.epochs": .int(4096)])
    func report(_ epochs: Int) -> CheckReport {
      Self.report(
        [Self.quantity(.int(2))], [golden],
        parameters: .object(["training": .object(["epochs": .int(epochs)])]))
    }
    #expect(report(4096).checks.first?.verdict == .fail)
    #expect(report(100).checks.first?.verdict == .stale)
    #expect(report(100).checks.first?.message == "made for training.epochs = 4096, the run has 100")
    #expect(!report(100).failed && report(100).inconclusive)
  }

  @Test("two quantities with one id fail")
  func duplicates() {
    let twice = [Self.quantity(.int(1)), Self.quantity(.int(1))]
    #expect(Self.report(twice, [Self.golden(.exact, .int(1))]).checks.map(\.verdict) == [.fail])
  }

  @Test("a quantity keeps what its estimate knows; an exact estimate has no error bar")
  func quantities() throws {
    let estimate = Estimate(0.5, 0.1, degreesOfFreedom: 15, tauInt: 2, effectiveSamples: 16)
    let measured = Quantity(id: "a", symbol: "x", estimate, unit: "nats", chapter: "One")
    #expect(measured.estimate == estimate)
    #expect(Quantity(id: "a", symbol: "x", Estimate(1), chapter: "One").stderr == nil)
    let text = String(decoding: try CanonicalJSON.encode(measured), as: UTF8.self)
    #expect(
      text == #"{"chapter":"One","degreesOfFreedom":15,"effectiveSamples":16,"id":"a","stderr":0.1,"#
        + #""symbol":"x","tauInt":2,"unit":"nats","value":0.5}"#)
  }
}
