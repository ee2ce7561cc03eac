import Foundation
import Random
import Testing

@testable import Learning

@Suite("Least squares for linear inverse maps")
struct RegressionSumsTests {
  private func largest() throws -> PatchWindow { try PatchWindow(kernel: 14) }

  @Test("a linear map without noise is recovered", arguments: TestFields.windowNames)
  func recovery(name: String) throws {
    var random = RandomStream(seed: 1, name: "regression/recovery/\(name)")
    let window = try PatchWindow(named: name)
    let map = try LinearInverse(window: window, kernel: TestFields.normal(window.count, &random))
    var pairs = try FieldPairs(side: 9)
    for _ in 0..<3 {
      let coarse = TestFields.normal(81, &random)
      try pairs.append(coarse: coarse, fine: InverseMap(map).expected(coarse, side: 9))
    }
    let fit = try RegressionSums(window: window, pairs).fit(window, symmetrized: false)
    #expect(TestFields.largestDifference(fit.kernel, map.kernel) < 1e-11)
  }

  @Test("correlations give the error and its gradient of every window, and the optimum has gradient zero")
  func optimum() throws {
    var random = RandomStream(seed: 1, name: "regression/optimum")
    let pairs = try TestFields.blockedPairs(side: 7, count: 5, &random)
    let sums = try RegressionSums(window: largest(), pairs)
    for name in TestFields.windowNames {
      let window = try PatchWindow(named: name)
      let other = try LinearInverse(window: window, kernel: TestFields.normal(window.count, &random))
      let direct = try InverseMap(other).meanSquaredError(on: pairs)
      #expect(try abs(sums.meanSquaredError(other) - direct) < 1e-11 * direct)
      let gradient = try sums.gradient(other)
      for e in 0..<window.count {
        // The error is quadratic: the central difference is exact.
        let values = try [-0.5, 0.5].map { step in
          var kernel = other.kernel
          kernel[e] += step
          return try InverseMap(LinearInverse(window: window, kernel: kernel)).meanSquaredError(on: pairs)
        }
        #expect(abs(values[1] - values[0] - gradient[e]) < 1e-10)
      }
      let fit = try sums.fit(window, symmetrized: false)
      #expect(try sums.gradient(fit).allSatisfy { abs($0) < 1e-12 })
      let symmetric = try sums.fit(window)
      let slope = try sums.gradient(symmetric)
      #expect(window.orbits.allSatisfy { abs($0.reduce(0) { $0 + slope[$1] }) < 1e-12 })
      #expect(try sums.meanSquaredError(fit) <= sums.meanSquaredError(symmetric) + 1e-14)
    }
  }

  @Test("a window inside another never has the smaller error")
  func nesting() throws {
    var random = RandomStream(seed: 1, name: "regression/nesting")
    let sums = try RegressionSums(
      window: largest(), TestFields.blockedPairs(side: 8, count: 20, &random))
    func error(_ name: String) throws -> Double {
      try sums.meanSquaredError(sums.fit(PatchWindow(named: name)))
    }
    for chain in [["2", "plus", "6", "10", "14"], ["2", "4", "6", "8", "10", "14"]] {
      let errors = try chain.map { try error($0) }
      for (smaller, larger) in zip(errors, errors.dropFirst()) { #expect(larger < smaller) }
    }
  }

  @Test("blocks of configurations add up")
  func blocks() throws {
    var random = RandomStream(seed: 1, name: "regression/blocks")
    let window = try largest()
    let pairs = try TestFields.blockedPairs(side: 7, count: 6, &random)
    let all = try RegressionSums(window: window, pairs)
    let parts = try [0..<2, 2..<6].map { try RegressionSums(window: window, pairs[$0]) }
    let sum = try parts[0].adding(parts[1])
    #expect(sum.sites == all.sites && sum.sites == 6 * 196)
    let kernels = try [all, sum].map { try $0.fit(PatchWindow(kernel: 6)).kernel }
    #expect(TestFields.largestDifference(kernels[0], kernels[1]) < 1e-13)
    let data = try JSONEncoder().encode(all)
    #expect(try JSONDecoder().decode(RegressionSums.self, from: data) == all)
  }

  @Test("an element of the kernel fitted to N noisy sites is normal with standard error σ/√N")
  func pulls() throws {
    // For white coarse fields of variance 1 the normal matrix is N times the unit matrix.
    let window = try PatchWindow(kernel: 6)
    let map = try LinearInverse(window: window, kernel: (0..<9).map { 0.1 * Double($0) })
    let pulls = try (0..<60).map { seed in
      var random = RandomStream(seed: UInt64(seed), name: "regression/pulls")
      var pairs = try FieldPairs(side: 8)
      let noisy = try InverseMap(mean: .linear(map), noise: 0.5)
      for _ in 0..<20 {
        let coarse = TestFields.normal(64, &random)
        try pairs.append(coarse: coarse, fine: noisy.refined(coarse, side: 8, random: &random))
      }
      let fit = try RegressionSums(window: window, pairs).fit(window, symmetrized: false)
      return (fit.kernel[2] - map.kernel[2]) * Double(pairs.fineSites).squareRoot() / 0.5
    }
    expectStandardPulls(pulls)
  }

  @Test("what cannot be fitted is refused")
  func refusals() throws {
    let window = try PatchWindow(kernel: 6)
    let empty = RegressionSums(window: window)
    #expect(throws: InverseMapError.noConfigurations) { _ = try empty.fit(window) }
    #expect(throws: InverseMapError.windowTooLarge(window: "6", rows: 3, side: 2)) {
      _ = try RegressionSums(window: window, FieldPairs(side: 2))
    }
    var pairs = try FieldPairs(side: 4)
    try pairs.append(coarse: [Double](repeating: 1, count: 16), fine: [Double](repeating: 1, count: 64))
    let constant = try RegressionSums(window: window, pairs)
    #expect(throws: InverseMapError.self) { _ = try constant.fit(window) }
    #expect(throws: InverseMapError.self) { _ = try constant.fit(PatchWindow(kernel: 8)) }
    #expect(throws: InverseMapError.self) { try pairs.append(coarse: [1], fine: []) }
    #expect(throws: InverseMapError.self) { _ = try FieldPairs(side: 0) }
    #expect(throws: InverseMapError.self) { _ = try LinearInverse(window: window, kernel: [1]) }
    let bad = [Double](repeating: .nan, count: 64)
    #expect(throws: InverseMapError.self) {
      try pairs.append(coarse: [Double](repeating: 1, count: 16), fine: bad)
    }
  }
}
