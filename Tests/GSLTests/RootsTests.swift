import Foundation
import GSL
import Testing

@Suite struct RootsTests {
  @Test func criticalCouplingOfTheSquareLatticeIsHalfTheLogarithmOfTheSilverRatio() throws {
    let coupling = try findRoot(in: 0.1...1) { k in sinh(2 * k) - 1 }
    #expect(abs(coupling - log(1 + 2.0.squareRoot()) / 2) <= 2 * coupling.ulp)
  }

  @Test(arguments: [1e-300, 1e-8, 1, 1e8, 1e300])
  func relativeToleranceHoldsAtEveryScale(scale: Double) throws {
    let root = try findRoot(in: scale...(3 * scale), maximumIterations: 2000) { x in
      (x / scale) * (x / scale) - 2
    }
    #expect(abs(root / scale - 2.0.squareRoot()) <= 4e-16 * 4)
  }

  @Test func zeroAtAnEndOrAtTheOriginIsFoundExactly() throws {
    #expect(try findRoot(in: 0...1) { $0 } == 0)
    #expect(try findRoot(in: -1...0) { $0 } == 0)
    #expect(try findRoot(in: -1...3) { $0 } == 0)
    #expect(abs(try findRoot(in: -1...2, absoluteTolerance: 1e-12) { $0 * $0 * $0 }) < 1e-12)
  }

  @Test func bracketWithoutASignChangeIsRefused() {
    #expect(throws: GSLError.noSignChange(lower: 1, upper: 2, valueAtLower: 1, valueAtUpper: 4)) {
      try findRoot(in: 1...2) { $0 * $0 }
    }
    let error = GSLError.noSignChange(lower: 1, upper: 2, valueAtLower: 1, valueAtUpper: 4)
    #expect(
      error.description
        == "findRoot: f(1.0) = 1.0 and f(2.0) = 4.0 have the same sign; a bracket must have a sign change")
  }

  @Test func errorOfTheFunctionIsRethrown() {
    struct OutOfReach: Error, Equatable { let x: Double }
    #expect(throws: OutOfReach(x: 0.5)) {
      try findRoot(in: -1...0.5) { x in
        if x == 0.5 { throw OutOfReach(x: x) }
        return x
      }
    }
    // Thrown deep inside the iteration, through C frames.
    var calls = 0
    #expect(throws: OutOfReach(x: 7)) {
      try findRoot(in: -1...2) { x in
        calls += 1
        if calls == 5 { throw OutOfReach(x: 7) }
        return x * x * x - 0.3
      }
    }
    #expect(calls == 5)
  }

  @Test func nonFiniteValuesAndBadToleranceAreRefused() {
    #expect(throws: GSLError.notFinite(operation: "findRoot", what: "f(1.0) = inf")) {
      try findRoot(in: 0.5...1) { 1 / (1 - $0) }
    }
    #expect(throws: GSLError.self) { try findRoot(in: 0...Double.infinity) { $0 - 1 } }
    #expect(throws: GSLError.self) { try findRoot(in: 0...1, absoluteTolerance: -1) { $0 - 0.5 } }
    #expect(throws: GSLError.noConvergence(operation: "findRoot", iterations: 2)) {
      try findRoot(in: 0...1, maximumIterations: 2) { cos($0) - $0 }
    }
  }
}
