import Testing

@testable import RBMvsRG

/// Curves of several machines as one with bars.
@Suite struct MeanCorrelationTests {
  @Test("means bin by bin; a bin that one machine lacks is left out")
  func mean() {
    let curve = MeanCorrelation([
      (distances: [1.0, 1.4, 2.1], values: [0.5, 0.4, 0.3]), (distances: [1.2, 2.0], values: [0.7, 0.1]),
    ])
    #expect(curve.values.map(\.value) == [0.6, 0.2])
    #expect(zip(curve.distances, [1.1, 2.05]).allSatisfy { abs($0 - $1) < 1e-12 })
    // Half the difference of two values is the error of their mean.
    #expect(curve.values.allSatisfy { abs($0.standardError - 0.1) < 1e-12 })
  }

  @Test("no machine, no curve; one machine has no error")
  func few() {
    #expect(MeanCorrelation([]).values.isEmpty)
    #expect(MeanCorrelation([(distances: [1], values: [0.5])]).values.map(\.standardError) == [0])
  }
}
