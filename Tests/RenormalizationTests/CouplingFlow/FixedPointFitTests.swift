import Foundation
import Lattice
import Random
import Statistics
import Testing

@testable import Renormalization

@Suite struct FixedPointFitTests {
  private static let couplings = [0.40, 0.407, 0.414, 0.421, 0.428, 0.435, 0.442, 0.449, 0.456, 0.463, 0.47, 0.48]

  /// A cubic with K* = K_c + 0.002, slope 1.96 there.
  private static func flow(_ coupling: Double) -> Double {
    let x = coupling - Ising2D.criticalCoupling - 0.002
    return Ising2D.criticalCoupling + 0.002 + 1.96 * x - 3 * x * x + 20 * x * x * x
  }

  @Test("fixed point, slope and exponent of a cubic flow, with pulls of their errors")
  func pulls() throws {
    let bins = 20
    let truth = [Ising2D.criticalCoupling + 0.002, 1.96, 2 * log(2) / log(1.96)]
    var pulls: [[Double]] = [[], [], []]
    for seed in 0..<40 {
      var random = RandomStream(seed: 1, name: "fixed-point-fit", index: seed)
      let points = Self.couplings.map { coupling in
        let samples = (0..<bins).map { _ in Self.flow(coupling) + 0.002 * random.normal() }
        let sum = samples.reduce(0, +)
        return FlowPoint(
          coupling: coupling, blocked: sum / Double(bins), replicates: samples.map { (sum - $0) / Double(bins - 1) })
      }
      let fit = try FixedPointFit(points, steps: 2)
      #expect(fit.points == 10)
      let nu = try #require(fit.nu)
      for (k, estimate) in [fit.fixedPoint, fit.slope, nu].enumerated() {
        pulls[k].append((estimate.value - truth[k]) / estimate.standardError)
      }
    }
    // Weights from B bins make the errors too small by a fraction of 2/(B − 1).
    let variance = 1 + 4 / Double(bins - 1)
    for values in pulls.map(Pulls.init) {
      #expect(abs(values.mean) < values.meanLimit(variance: variance), "\(values.mean)")
      #expect(abs(values.variance - variance) < values.varianceLimit(variance: variance), "\(values.variance)")
    }
  }

  @Test("a cubic without noise is found again; the root nearest to the critical coupling is taken")
  func exact() throws {
    var random = RandomStream(seed: 2, name: "fixed-point-fit/exact")
    let points = Self.couplings.map { coupling in
      let spread = (0..<8).map { _ in 1e-9 * random.normal() }
      return FlowPoint(
        coupling: coupling, blocked: Self.flow(coupling), replicates: spread.map { Self.flow(coupling) + $0 })
    }
    let fit = try FixedPointFit(points, steps: 1)
    #expect(abs(fit.fixedPoint.value - Ising2D.criticalCoupling - 0.002) < 1e-10)
    #expect(abs(fit.slope.value - 1.96) < 1e-9)
    #expect(abs(fit.blocked(at: 0.45) - Self.flow(0.45)) < 1e-11)
    let raised = points.map { point in
      FlowPoint(
        coupling: point.coupling, blocked: point.blocked + 0.1, replicates: point.replicates.map { $0 + 0.1 })
    }
    #expect {
      try FixedPointFit(raised, steps: 1)
    } throws: { error in
      guard case .noFixedPoint? = error as? CouplingFlowError else { return false }
      return "\(error)".contains("no zero")
    }
    #expect(throws: CouplingFlowError.self) { try FixedPointFit(Array(points.prefix(4)), steps: 1) }
  }

  @Test("two lattices: free spins have no gap, and unequal partners are refused")
  func twoLattices() throws {
    func ensemble(_ side: Int, _ coupling: Double, _ levels: Int) throws -> IsingFlowEnsemble {
      let settings = try IsingFlowSettings(
        side: side, coupling: coupling, levels: levels, samples: 50, measuresLocalFields: false)
      return try IsingFlowEnsemble(
        (0..<10).map {
          try IsingFlowBin(settings, random: RandomStream(seed: 3, name: "two-lattices/\(side)", index: $0))
        })
    }
    let large = try ensemble(32, 0, 2)
    let matching = try TwoLatticeMatching(large: large, small: ensemble(16, 0, 1))
    #expect(matching.gaps.map(\.side) == [16, 8])
    for gap in matching.gaps { #expect(abs(gap.difference.value) < 5 * gap.difference.standardError) }
    #expect(throws: CouplingFlowError.self) { try TwoLatticeMatching(large: large, small: ensemble(16, 0.1, 1)) }
  }
}
