import Foundation
import Testing

@testable import Notebook

/// What `diff` says of two runs.
@Suite struct ReportDifferenceTests {
  static func results(_ quantities: [Quantity]) -> Results {
    Results(
      study: "toy", profile: "smoke", seed: 1, parameters: .object([:]), quantities: quantities, checks: [],
      figures: [], headlines: [], summary: CheckReport(checks: [], family: 0, tooGood: nil).summary)
  }

  static func quantity(_ id: String, _ value: Double, _ error: Double? = nil) -> Quantity {
    Quantity(id: id, symbol: id, value: .double(value), stderr: error, chapter: "One")
  }

  @Test("equal runs do not differ, NaN included")
  func same() {
    let run = Self.results([Self.quantity("a", 1, 0.1), Self.quantity("b", .nan, .nan)])
    let difference = ResultsDifference(run, run)
    #expect(difference.isEmpty && difference.compared == 2)
  }

  @Test("a difference is counted in combined standard errors: (2 − 1)/√(0.3² + 0.4²) = 2")
  func sigmas() {
    let old = Self.results([Self.quantity("a", 1, 0.3), Self.quantity("b", 1), Self.quantity("gone", 1)])
    let new = Self.results([Self.quantity("a", 2, 0.4), Self.quantity("b", 3), Self.quantity("new", 1)])
    let difference = ResultsDifference(old, new)
    #expect(
      difference.lines == ["a: 1.00(30) → 2.00(40) (+2.0 σ)", "b: 1 → 3", "gone: 1 → absent", "new: absent → 1"])
    #expect(difference.compared == 4)
  }
}
