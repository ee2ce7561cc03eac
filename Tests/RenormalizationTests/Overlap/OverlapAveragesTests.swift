import Foundation
import Lattice
import Random
import Statistics
import Testing

@testable import Renormalization

@Suite struct OverlapAveragesTests {
  @Test func errorOfAMeanIsItsStandardError() throws {
    var synthetic = SyntheticOverlaps("mean", seed: 0, blocks: 20, noise: 0.1)
    let system = try synthetic.system(side: 4, .level(0.5))
    let estimate = try #require(try system.estimate(.absoluteOverlap))
    let values = system.blocks.map(\.absoluteOverlap)
    let mean = values.reduce(0, +) / 20
    let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    #expect(abs(estimate.value - mean) < 1e-15)
    #expect(abs(estimate.standardError - (square / (20 * 19)).squareRoot()) < 1e-15)
    #expect(abs((estimate.degreesOfFreedom ?? 0) - 19) < 1e-9)
  }

  @Test("a propagator 1/(1 + 4 ξ² sin²(k/2)) has the correlation length ξ", arguments: [4, 6, 8, 12])
  func correlationLength(side: Int) {
    var means = OverlapMeans.level(0.5)
    let sine = sin(.pi / Double(side))
    for length in [0.1, 1.0, 5.0] {
      means.structureFactor = means.overlapSquared / (1 + 4 * length * length * sine * sine)
      let value = OverlapObservable.correlationLength.value(means, side: side)
      #expect(abs(value - length / Double(side)) < 1e-13)
    }
    means.structureFactor = 2 * means.overlapSquared
    #expect(OverlapObservable.correlationLength.value(means, side: side).isNaN)
  }

  @Test("ratios of averages have honest errors: pulls of U4 and xi/L")
  func pulls() throws {
    let truth = OverlapMeans.level(0.6)
    for observable in [OverlapObservable.binder, .correlationLength] {
      let exact = observable.value(truth, side: 8)
      let values = try (0..<200).map { seed -> Double in
        var synthetic = SyntheticOverlaps("ratios", seed: seed, blocks: 64, noise: 0.05)
        let estimate = try #require(try synthetic.system(side: 8, truth).estimate(observable))
        return (estimate.value - exact) / estimate.standardError
      }
      let (pulls, law) = (Pulls(values: values), StudentLaw(dof: 63))
      #expect(abs(pulls.mean) < pulls.meanLimit(variance: law.variance), "\(observable)")
      #expect(abs(pulls.variance - law.variance) < pulls.varianceLimit(variance: law.variance, kurtosis: law.kurtosis))
    }
  }

  @Test("systems with different numbers of blocks are deleted in turn and their variances added")
  func independentSystems() throws {
    var first = SyntheticOverlaps("turn/a", seed: 0, blocks: 12, noise: 0.1)
    var second = SyntheticOverlaps("turn/b", seed: 0, blocks: 30, noise: 0.1)
    let (a, b) = (try first.system(side: 4, .level(0.5)), try second.system(side: 8, .level(0.4)))
    let difference = try #require(
      try OverlapJackknife.estimates(of: [a, b]) { [$0[1].absoluteOverlap - $0[0].absoluteOverlap] }[0])
    let errors = try [a, b].map { try #require(try $0.estimate(.absoluteOverlap)).standardError }
    #expect(abs(difference.standardError - (errors[0] * errors[0] + errors[1] * errors[1]).squareRoot()) < 1e-15)
  }

  @Test func commonNoiseOfPairedSystemsCancels() throws {
    var synthetic = SyntheticOverlaps("paired", seed: 0, blocks: 16, noise: 0.1)
    let a = try synthetic.system(side: 4, .level(0.5))
    let b = try OverlapAverages(
      side: 8,
      blocks: a.blocks.map {
        var block = $0
        block.absoluteOverlap += 0.25
        return block
      })
    let difference = try #require(
      try OverlapJackknife.estimates(of: [a, b]) { [$0[1].absoluteOverlap - $0[0].absoluteOverlap] }[0])
    #expect(abs(difference.value - 0.25) < 1e-15 && difference.standardError < 1e-15)
  }

  @Test func samplesOfLanesKeepTheirOrder() throws {
    var stream = RandomStream(seed: 8, name: "overlap-averages/lanes")
    var random = Xoshiro512(&stream)
    let snapshots = (0..<2).map { _ in
      LaneMoments.measure(SpinPlanes(side: 2, words: (0..<8).map { _ in random.next() }))
    }
    let averages = try OverlapAverages(side: 2, samples: OverlapMeans.samples(snapshots))
    #expect(averages.blocks.count == 8)
    let expected = (64..<128).reduce(0.0) { sum, lane in
      sum + snapshots.reduce(0) { $0 + pow($1.q[lane], 4) } / 128
    }
    #expect(abs(averages.blocks[1].overlapFourth - expected) < 1e-15)
    let links = snapshots.reduce(0.0) { $0 + $1.nearestNeighbour.reduce(0, +) } / 1024
    #expect(abs(averages.means().linkOverlap - links) < 1e-14)
    #expect(averages.means().energy == nil)
  }

  @Test func badInputGetsOneLine() {
    let level = OverlapMeans.level(0.5)
    #expect(throws: OverlapFlowError.self) { try OverlapAverages(side: 4, blocks: [level]) }
    #expect(throws: OverlapFlowError.self) { try OverlapAverages(side: 4, blocks: [level, .level(.nan)]) }
    #expect(throws: OverlapFlowError.self) { try OverlapAverages(side: 0, blocks: [level, level]) }
    do {
      _ = try OverlapAverages(side: 4, samples: Array(repeating: level, count: 100))
      Issue.record("100 samples are no whole number of blocks of 64")
    } catch {
      #expect(error.description == "overlap averages: 100 samples are not a whole number of blocks of 64")
    }
  }
}
