import Foundation
import Testing

@testable import Notebook

/// Standard normal numbers for synthetic checks (SplitMix64 and the Box–Muller transform).
private struct Normals {
  var state: UInt64

  mutating func uniform() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return (Double((z ^ (z >> 31)) >> 11) + 0.5) * 0x1p-53
  }

  mutating func next() -> Double {
    (-2 * log(uniform())).squareRoot() * cos(2 * .pi * uniform())
  }
}

/// The statistical rule as a whole: what a family of checks does to a program that is right.
@Suite struct GoldenFamilyTests {
  static let size = 30
  static let goldens = GoldenFile(
    study: "toy",
    entries: (0..<size).map {
      GoldenComparisonTests.golden(
        .statistical, .double(0), stderr: 0.6, rule: .init(resolution: 2), id: "check/\($0)")
    })

  /// A run whose values scatter around the references with their stated errors times `scale`.
  private static func report(_ normals: inout Normals, scale: Double = 1) -> CheckReport {
    let quantities = (0..<size).map {
      GoldenComparisonTests.quantity(.double(scale * normals.next()), stderr: 0.8, id: "check/\($0)")
    }
    return judge(quantities: quantities, goldens: goldens, profile: "quick", parameters: .object([:]))
  }

  @Test("a correct program fails a family of 30 in one run of a thousand")
  func falseFailRate() {
    let families = 20_000
    var normals = Normals(state: 1)
    let reports = (0..<families).map { _ in Self.report(&normals) }
    let failures = reports.count { $0.failed }
    // Poisson with mean 20: 7...37 holds with probability 0.999.
    #expect((7...37).contains(failures), "\(failures) of \(families)")
    #expect(reports.allSatisfy { $0.family == Self.size })
    // The same number for the lower tail of χ².
    let tooGood = reports.count { $0.tooGood != nil }
    #expect((7...37).contains(tooGood), "\(tooGood) of \(families)")
  }

  @Test("the limit is that of Šidák: 2(1 − Φ(limit)) = 1 − (1 − 10⁻³)^(1/30)")
  func limit() throws {
    var normals = Normals(state: 2)
    let limit = try #require(Self.report(&normals).checks.first?.limit)
    let single = 1 - pow(1 - 1e-3, 1.0 / 30.0)
    #expect(abs(erfc(limit / 2.0.squareRoot()) / single - 1) < 1e-9)
  }

  @Test("one value six standard errors away fails its check alone")
  func power() throws {
    var normals = Normals(state: 3)
    var quantities = (0..<Self.size).map {
      GoldenComparisonTests.quantity(.double(normals.next()), stderr: 0.8, id: "check/\($0)")
    }
    quantities[4].value = .double(-6)
    let report = judge(
      quantities: quantities, goldens: Self.goldens, profile: "quick", parameters: .object([:]))
    #expect(report.checks.filter(\.isFailure).map(\.id) == ["check/4"])
  }

  @Test("error bars four times too large, or a run that is its own reference, are too good")
  func tooGood() throws {
    var normals = Normals(state: 4)
    let wide = Self.report(&normals, scale: 0.25)
    #expect(!wide.failed)
    #expect(try #require(wide.tooGood).contains("for 30 statistical checks"))
    #expect(Self.report(&normals, scale: 0).tooGood?.hasPrefix("too good: χ² = 0 ") == true)
    #expect(Self.report(&normals).tooGood == nil)
  }

  @Test("checks that were not judged do not widen the family")
  func familySize() {
    var entries = Array(Self.goldens.entries.prefix(5))
    entries[0].parameters = ["size": .int(8)]
    entries[1].profiles = ["paper"]
    let quantities = (0..<5).map {
      GoldenComparisonTests.quantity(.double(0.5), stderr: $0 == 2 ? nil : 0.8, id: "check/\($0)")
    }
    let report = judge(
      quantities: quantities, goldens: GoldenFile(study: "toy", entries: entries), profile: "quick",
      parameters: .object([:]))
    #expect(report.family == 2)
    #expect(report.checks.map(\.verdict) == [.stale, .new, .fail, .pass, .pass])
  }
}
