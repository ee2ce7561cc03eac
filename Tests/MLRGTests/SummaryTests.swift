import Foundation
import Statistics
import Testing

@testable import MLRG

@Suite("Roots in a few numbers")
struct SummaryTests {
  private func flow(
    _ roots: [[Double]], bracketed: Double? = nil, acceptance: Double = 1, sampled: [Int] = [0, 0],
    largest: Double = 0
  ) -> TrainedFlow {
    TrainedFlow(
      network: [], roots: roots, bracketed: bracketed, acceptance: acceptance, sampled: sampled,
      largestSampled: largest)
  }

  @Test("Epochs without a root are counted and left out")
  func missing() throws {
    let summary = try RootSummary([1, .nan, 3, 2, .infinity])
    #expect(summary.finite == 3 && summary.missing == 2 && summary.finiteFraction == 0.6)
    let box = try #require(summary.box)
    #expect([box.firstQuartile, box.median, box.thirdQuartile] == [1.5, 2, 2.5])
    #expect(summary.mean == 2 && summary.standardDeviation == 1)
  }

  @Test("Fewer than two roots have no mean and no spread", arguments: [[], [.nan], [0.8], [.nan, 0.8]])
  func tooFew(roots: [Double]) throws {
    let summary = try RootSummary(roots)
    #expect(summary.box == nil && summary.mean == nil && summary.standardDeviation == nil)
    #expect(summary.finite == roots.count { $0.isFinite })
    #expect(summary.finiteFraction == (roots.isEmpty ? 0 : Double(summary.finite) / Double(roots.count)))
  }

  @Test("Two runs: epochs pooled, runs apart")
  func twoRuns() throws {
    let summary = try BoxSummary([
      flow([[1, 2, .nan, 3]], bracketed: 0.9, acceptance: 1, sampled: [1, 2], largest: 1.5),
      flow([[3, 4, 5]], acceptance: 0.5, sampled: [10, 0], largest: 1.2),
    ])
    #expect(summary.runs.map(\.finite) == [3, 3] && summary.runs.map(\.missing) == [1, 0])
    let pooled = try #require(summary.pooled?.box)
    // Type 7 of 1, 2, 3, 3, 4, 5: the quartiles stand 1.25, 2.5 and 3.75 places after the first number.
    #expect([pooled.firstQuartile, pooled.median, pooled.thirdQuartile] == [2.25, 3, 3.75])
    #expect(summary.firstRun?.box.median == 2)
    // Leaving out one run gives the quartiles of the other, 1.5, 2, 2.5 and 3.5, 4, 4.5: an error of
    // √(½ · (1² + 1²)).
    #expect(summary.quartiles.map(\.value) == [2.25, 3, 3.75])
    for quartile in summary.quartiles { #expect(abs(quartile.standardError - 1) < 1e-15) }
    let mean = try #require(try summary.mean())
    #expect(mean.value == 3 && abs(mean.standardError - 1) < 1e-15)
    #expect(try summary.between() == nil, "the scatter of two runs has no error")
    #expect(try summary.within()?.value == 1)
    #expect(try summary.medianWithin() == 1)
    #expect(try summary.runQuartiles().map(\.value) == [2.5, 3, 3.5])
    #expect(summary.bracketed == [0.9] && summary.acceptance == 0.75)
    #expect(summary.sampled == [11, 2] && summary.largestSampled == 1.5)
    // Too short for an autocorrelation time.
    #expect(summary.autocorrelationTimes.isEmpty && summary.autocorrelations.isEmpty)
  }

  @Test("Runs without any root leave nothing to report, and do not hide the others")
  func noRoots() throws {
    let empty = try BoxSummary([flow([[.nan, .nan]]), flow([[.nan]])])
    #expect(empty.pooled == nil && empty.firstRun == nil && empty.quartiles.isEmpty)
    #expect(try empty.mean() == nil && empty.within() == nil && empty.medianWithin() == nil)
    #expect(empty.runs.map(\.finiteFraction) == [0, 0])
    let mixed = try BoxSummary([flow([[.nan, .nan]]), flow([[1, 2]]), flow([[3, 4]])])
    #expect(mixed.firstRun == nil && mixed.pooled?.box.count == 4)
    #expect(try mixed.mean()?.value == 2.5)
    #expect(mixed.runs[0].finiteFraction == 0 && mixed.runs[1].finiteFraction == 1)
  }

  @Test("Autocorrelation at lags 1, 5 and 10 of a square wave of period 20, and means of its quarters")
  func autocorrelations() throws {
    let n = 400
    // Of the n − t pairs at lag t, those across a step, t/10 of them on average, have opposite signs.
    let wave = (0..<n).map { $0 / 10 % 2 == 0 ? 1.0 : -1.0 }
    let expected = BoxSummary.lags.map { lag in
      (0..<(n - lag)).reduce(0) { $0 + wave[$1] * wave[$1 + lag] } / Double(n)
    }
    #expect(BoxSummary.lags == [1, 5, 10] && expected[2] == -390.0 / 400)
    #expect(abs(expected[0] - (399.0 - 2 * 39) / 400) < 1e-15)
    let drifting = (0..<n).map { 0.8 + 0.01 * wave[$0] }
    let summary = try BoxSummary([flow([drifting]), flow([wave.map { 3 - 2 * $0 }])])
    for (found, value) in zip(summary.autocorrelations, expected) {
      // Shift and scale drop out, so both runs agree.
      #expect(abs(found.value - value) < 1e-12 && found.standardError < 1e-12)
    }
    #expect(summary.autocorrelationTimes.count == 2)
    for quarter in summary.quarters { #expect(abs(quarter - (0.8 + 3) / 2) < 1e-12) }
  }

  @Test("A drift shows in the quarters")
  func quarters() throws {
    let ramp = (0..<200).map { Double($0) }
    let summary = try BoxSummary([flow([ramp]), flow([ramp])])
    #expect(summary.quarters == [24.5, 74.5, 124.5, 174.5])
  }

  @Test("Each coupling is summarised by itself; a gauge sign cancels in the mean, not in the mean size")
  func gauge() throws {
    let flows = [
      flow([[0.8, 0.8], [0.2, 0.3]]), flow([[0.9, 0.9], [-0.2, -0.3]]),
    ]
    #expect(abs((try BoxSummary(flows).mean()?.value ?? .nan) - 0.85) < 1e-15)
    let second = try BoxSummary(flows, coupling: 1)
    #expect(try second.mean()?.value == 0)
    let sizes = try #require(try BoxSummary.moments(second.runMeans.map(abs)))
    #expect(sizes.mean.value == 0.25 && sizes.mean.standardError == 0)
    #expect(try BoxSummary.moments([0.25]) == nil)
  }

  @Test("A box to draw keeps what lies beyond its whiskers, sorted")
  func outliers() throws {
    // Quartiles 1.5 and 4.5, so the whiskers reach no further than −3 and 9.
    let box = try DrawnBox([9.5, 1, 2, 3, 4, 5, -7])
    #expect(box.box.lowerWhisker == 1 && box.box.upperWhisker == 5)
    #expect(box.outliers == [-7, 9.5])
    #expect(try DrawnBox(ifAny: []) == nil)
  }

  @Test("A grid keeps the runs of a value together")
  func grid() throws {
    let runs = try [[1, 3], [3, 5], [.nan, .nan], [7, 9], [2, .nan], [.nan, .nan]].map { try RootSummary($0) }
    let grid = GridSummary(values: [5, 10, 20], replicates: 2, runs: runs)
    let first = try #require(grid.point(5))
    #expect(first.means == [2, 4] && first.finiteFraction == 1)
    #expect(try first.mean()?.value == 3)
    #expect(abs((try first.within()?.value ?? .nan) - 2.0.squareRoot()) < 1e-15)
    let second = try #require(grid.point(10))
    #expect(second.means == [8] && second.finiteFraction == 0.5)
    // The scatter between runs is unknown with one run.
    #expect(try second.mean() == nil && second.within() == nil)
    #expect(grid.point(20)?.means == [] && grid.point(20)?.finiteFraction == 0.25)
    #expect(grid.point(7) == nil)
    #expect(grid.runs(from: 6).means == [8] && grid.runs(from: 5).means == [2, 4, 8])
    #expect(grid.runs(from: 5).deviations.count == 3)
  }
}
