import Foundation
import Testing

@testable import Renormalization

@Suite struct OverlapCrossingTests {
  private static let betas = [0.6, 0.7, 0.75, 0.8, 0.9, 1.0]
  private static let others = [0.65, 0.72, 0.83, 0.95, 1.1]

  /// Blocks without noise.
  private func exact(
    side: Int = 4, _ betas: [Double] = betas, blocks: Int = 8, _ value: (Double) -> Double
  ) throws -> OverlapCurve {
    var synthetic = SyntheticOverlaps("exact", seed: 0, blocks: blocks, noise: 0)
    return try synthetic.curve(side: side, betas: betas, value)
  }

  @Test("straight lines intersect where they do, on equal and on different grids of beta")
  func exactLines() throws {
    for grid in [Self.betas, Self.others] {
      let crossing = try OverlapCrossing(
        try exact { 0.5 + 0.3 * ($0 - 0.83) }, try exact(side: 8, grid) { 0.5 + ($0 - 0.83) })
      #expect(abs(crossing.beta.value - 0.83) < 1e-14)
      #expect(abs(crossing.value.value - 0.5) < 1e-14)
      #expect(crossing.beta.standardError < 1e-14)
    }
  }

  @Test("of several intersections the one at the largest beta counts, within the range asked for")
  func highest() throws {
    let flat = try exact { _ in 0.5 }
    let wave = try exact { beta in 0.5 + (beta - 0.65) * (beta - 0.77) * (beta - 0.95) }
    func root(_ lower: Double, _ upper: Double) -> Double {
      func f(_ x: Double) -> Double { (x - 0.65) * (x - 0.77) * (x - 0.95) }
      return lower + (upper - lower) * f(lower) / (f(lower) - f(upper))
    }
    #expect(abs(try OverlapCrossing(flat, wave).beta.value - root(0.9, 1.0)) < 1e-13)
    #expect(abs(try OverlapCrossing(flat, wave, in: 0.6...0.9).beta.value - root(0.75, 0.8)) < 1e-13)
  }

  @Test func curvesThatDoNotMeetAreAnError() throws {
    let (low, high) = (try exact { $0 - 0.5 }, try exact { $0 })
    #expect(
      throws: OverlapFlowError.noCrossing(observable: .absoluteOverlap, lower: 0.6, upper: 1.0, replicates: 0)
    ) { try OverlapCrossing(low, high) }
    // The last block alone makes the curves intersect.
    let betas = [0.6, 1.0]
    let averages = try betas.map { beta in
      try OverlapAverages(side: 4, blocks: [0, 0, 1].map { .level(0.55 + $0 * (beta - 0.6)) })
    }
    let bent = try OverlapCurve(.absoluteOverlap, betas: betas, averages: averages)
    let level = try exact(betas, blocks: 3) { _ in 0.6 }
    #expect(
      throws: OverlapFlowError.noCrossing(observable: .absoluteOverlap, lower: 0.6, upper: 1.0, replicates: 1)
    ) { try OverlapCrossing(level, bent) }
  }

  @Test("crossings have honest errors", arguments: [(64, 64), (64, 32)])
  func pulls(blocks: (Int, Int)) throws {
    var table: [Double] = []
    var freedom = 0.0
    for seed in 0..<200 {
      var first = SyntheticOverlaps("crossing/a", seed: seed, blocks: blocks.0, noise: 0.02)
      var second = SyntheticOverlaps("crossing/b", seed: seed, blocks: blocks.1, noise: 0.02)
      let crossing = try OverlapCrossing(
        try first.curve(side: 8, betas: Self.betas) { 0.5 + 0.3 * ($0 - 0.83) },
        try second.curve(side: 12, betas: Self.others) { 0.5 + 1.5 * ($0 - 0.83) })
      table.append((crossing.beta.value - 0.83) / crossing.beta.standardError)
      freedom += (crossing.beta.degreesOfFreedom ?? 0) / 200
    }
    let (pulls, law) = (Pulls(values: table), StudentLaw(dof: freedom))
    #expect(abs(pulls.mean) < pulls.meanLimit(variance: law.variance))
    #expect(abs(pulls.variance - law.variance) < pulls.varianceLimit(variance: law.variance, kurtosis: law.kurtosis))
  }

  @Test func badCurvesGetOneLine() throws {
    let curve = try exact { $0 }
    #expect(throws: OverlapFlowError.self) {
      try OverlapCurve(.binder, betas: [0.5, 0.5], averages: Array(curve.averages.prefix(2)))
    }
    #expect(throws: OverlapFlowError.self) { try OverlapCurve(.binder, betas: [0.5], averages: curve.averages) }
    let other = try OverlapCurve(.binder, betas: curve.betas, averages: curve.averages)
    do {
      _ = try OverlapCrossing(curve, other)
      Issue.record("curves of different observables were compared")
    } catch {
      #expect(error.description == "crossing: the curves are of abs-q and U4; one is needed")
    }
  }
}
