import GSL
import Testing

@Suite struct QuantileTests {
  /// numpy.percentile([1, 2, 3, 4], [0, 25, 50, 75, 100]) and an uneven sample, worked by hand: h = (n − 1)
  /// p.
  @Test func typeSevenHandValues() throws {
    #expect(try quantiles([4, 1, 3, 2], [0, 0.25, 0.5, 0.75, 1]) == [1, 1.75, 2.5, 3.25, 4])
    #expect(try quantile([10, 0, 1], 0.9) == 8.2)
    #expect(try quantile([7], 0.3) == 7)
  }

  @Test func emptySamplesNaNAndBadProbabilitiesAreRefused() {
    #expect(
      throws: GSLError.invalidArgument(
        operation: "quantile", why: "the sample is empty; at least one number is needed")
    ) { try quantile([], 0.5) }
    #expect(throws: GSLError.notFinite(operation: "quantile", what: "data[1] = nan")) {
      try quantile([1, .nan], 0.5)
    }
    #expect(
      throws: GSLError.invalidArgument(
        operation: "quantile", why: "the probability is 1.5; it must lie in 0...1")
    ) { try quantile([1], 1.5) }
  }
}
