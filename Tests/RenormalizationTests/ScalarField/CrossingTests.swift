import Foundation
import Random
import Testing

@testable import Renormalization

/// The direct curve is 1/μ², the renormalized one c/μ² + (1 − c)/x: they cross at x, and K′ = K at x with
/// slope dK′/dK = c.
private struct CrossingPair {
  let direct: ReweightedCurve
  let renormalized: ReweightedCurve

  init(c: Double, at x: Double, bins: Int, _ random: inout RandomStream) throws {
    let first = GaussianEnsemble(massSquared: 1, volume: 16, count: 3000, &random)
    let second = GaussianEnsemble(massSquared: 1.1, volume: 16, count: 3000, &random)
    direct = try first.curve(1, 0, noise: 0.1, bins: bins, &random)
    renormalized = try second.curve(c, (1 - c) / x, noise: 0.1, bins: bins, &random)
  }
}

@Suite struct CrossingTests {
  private func expectStudent(_ table: PullTable, dof: Double) {
    let law = StudentLaw(dof: dof)
    for (k, pulls) in table.columns.enumerated() {
      #expect(abs(pulls.mean) < pulls.meanLimit(variance: law.variance), "quantity \(k)")
      let limit = pulls.varianceLimit(variance: law.variance, kurtosis: law.kurtosis)
      #expect(abs(pulls.variance - law.variance) < limit, "quantity \(k)")
    }
  }

  @Test("the crossing of two curves, its height and the direction of the crossing", arguments: [0.5, 2])
  func crossing(c: Double) throws {
    let (bins, x) = (20, 1.06)
    var table = PullTable()
    for seed in 0..<30 {
      var random = RandomStream(seed: 21, name: "crossing/pulls", index: seed)
      let pair = try CrossingPair(c: c, at: x, bins: bins, &random)
      let crossing = try Crossing(direct: pair.direct, renormalized: pair.renormalized)
      table.append([
        (crossing.massSquared.value - x) / crossing.massSquared.standardError,
        (crossing.value.value - 1 / x) / crossing.value.standardError,
        (crossing.slopeDifference.value - (1 - c) / (x * x)) / crossing.slopeDifference.standardError,
      ])
      #expect((crossing.slopeDifference.value > 0) == (c < 1))
    }
    // Two ensembles of about equal weight: between one and two times bins − 1 degrees of freedom.
    expectStudent(table, dof: 1.5 * Double(bins - 1))
  }

  @Test("K'(K), its slope and nu, forward and inverse", arguments: [2.0, 0.5])
  func flow(c: Double) throws {
    let (bins, x) = (20, 1.06)
    var table = PullTable()
    for seed in 0..<30 {
      var random = RandomStream(seed: 22, name: "coupling-flow/pulls", index: seed)
      let pair = try CrossingPair(c: c, at: x, bins: bins, &random)
      let flow = try CouplingFlow(direct: pair.direct, renormalized: pair.renormalized, scale: c)
      let nu = try #require(flow.nu)
      let coupling = try flow.coupling(at: 1.1)
      let exact = 1 / (c / 1.1 + (1 - c) / x)
      // The logarithms of slope and exponent, which are nearer to a normal law than themselves.
      table.append([
        (flow.fixedPoint.value - x) / flow.fixedPoint.standardError,
        log(flow.slope.value / c) * flow.slope.value / flow.slope.standardError,
        (coupling.value - exact) / coupling.standardError,
        (1 - 1 / nu.value) * nu.value * nu.value / nu.standardError,
      ])
    }
    expectStudent(table, dof: 1.5 * Double(bins - 1))
  }

  @Test("the root solves the equation of the curves themselves") func residual() throws {
    var random = RandomStream(seed: 23, name: "crossing/residual")
    let pair = try CrossingPair(c: 0.5, at: 1.06, bins: 20, &random)
    let crossing = try Crossing(direct: pair.direct, renormalized: pair.renormalized, in: 0.8...1.3)
    let root = crossing.massSquared.value
    let values = try [pair.direct, pair.renormalized].map { try $0.estimate(at: root).value }
    #expect(abs(values[0] - values[1]) < 1e-9)
  }

  @Test("curves that do not meet, or are not trusted together, have no crossing") func refusals() throws {
    var random = RandomStream(seed: 24, name: "crossing/refusals")
    let first = GaussianEnsemble(massSquared: 1, volume: 64, count: 400, &random)
    let far = GaussianEnsemble(massSquared: 8, volume: 64, count: 400, &random)
    let direct = try first.curve(1, 0, bins: 20, &random)
    let above = try first.curve(1, 1, bins: 20, &random)
    let elsewhere = try far.curve(0.5, 0.5, bins: 20, &random)
    let error = try #require(throws: FieldFlowError.self) {
      try Crossing(direct: direct, renormalized: above)
    }
    guard case .noCrossing(let lower, let upper, let atLower, let atUpper) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(lower < 1 && upper > 1 && abs(atLower - 1) < 1e-12 && abs(atUpper - 1) < 1e-12)
    #expect(error.description.contains("the sign must change in the trusted range"))
    #expect(throws: FieldFlowError.noCommonRange) { try Crossing(direct: direct, renormalized: elsewhere) }
    #expect(throws: FieldFlowError.noCommonRange) {
      try Crossing(direct: direct, renormalized: above, in: 20...30)
    }
    #expect(throws: FieldFlowError.self) {
      try CouplingFlow(direct: direct, renormalized: above, scale: 1)
    }
  }
}
