import Foundation
import GSL
import Testing

@Suite struct MinimumTests {
  @Test func lennardJonesMinimumLiesAtTheSixthRootOfTwo() throws {
    let minimum = try minimize(in: 0.9...3, start: 1.2) { r in 4 * (pow(r, -12) - pow(r, -6)) }
    #expect(abs(minimum.x - pow(2, 1.0 / 6)) < 1e-7)
    #expect(abs(minimum.value + 1) < 1e-13)
  }

  @Test func minimumAtTheOriginNeedsOnlyTheAbsoluteTolerance() throws {
    let minimum = try minimize(in: -1...1.5) { 1 + $0 * $0 }
    #expect(abs(minimum.x) < 1e-7)
    #expect(minimum.value == 1)
  }

  @Test func monotonicFunctionHasNoBracketedMinimum() {
    #expect(throws: GSLError.minimumNotBracketed(lower: 0, start: 0.5, upper: 1)) {
      try minimize(in: 0...1) { $0 }
    }
    #expect(throws: GSLError.self) { try minimize(in: 0...1, start: 2) { $0 * $0 } }
  }

  @Test func errorOfTheFunctionIsRethrown() {
    struct Stop: Error, Equatable {}
    var calls = 0
    #expect(throws: Stop()) {
      try minimize(in: -1...2) { x in
        calls += 1
        if calls == 6 { throw Stop() }
        return cosh(x - 0.3)
      }
    }
  }
}
