import Elementary
import Learning
import Random
import Testing

@Suite struct SingleMatrixProductTests {
  @Test(arguments: [(1, 1, 1), (8, 5, 32), (7, 33, 31), (9, 64, 65), (23, 100, 40), (96, 17, 128), (3, 0, 4)])
  func everyElementIsOneChainOfFusedMultiplyAdds(rows: Int, inner: Int, columns: Int) throws {
    var random = RandomStream(seed: 1, name: "gemm")
    let a = (0..<rows * inner).map { _ in Float(random.normal()) }
    let b = (0..<inner * columns).map { _ in Float(random.normal()) }
    var expected = [Float](repeating: 0, count: rows * columns)
    for i in 0..<rows {
      for k in 0..<inner {
        for j in 0..<columns {
          expected[i * columns + j] = expected[i * columns + j].addingProduct(a[i * inner + k], b[k * columns + j])
        }
      }
    }
    #expect(try SingleMatrixProduct.multiply(a, b, rows: rows, inner: inner, columns: columns) == expected)
  }

  @Test func wrongSizesAreRefused() {
    #expect(throws: BoltzmannError.wrongCount(what: "the left matrix", expected: 6, found: 5)) {
      try SingleMatrixProduct.multiply([1, 2, 3, 4, 5], [1, 2, 3], rows: 2, inner: 3, columns: 1)
    }
    #expect(throws: BoltzmannError.wrongCount(what: "the right matrix", expected: 3, found: 2)) {
      try SingleMatrixProduct.multiply([1, 2, 3], [1, 2], rows: 1, inner: 3, columns: 1)
    }
    #expect(throws: BoltzmannError.setting(name: "rows", value: -1, allowed: "0 or more")) {
      try SingleMatrixProduct.multiply([], [], rows: -1, inner: 0, columns: 1)
    }
  }
}

@Suite struct FloatLanesTests {
  /// The largest error in units in the last place over x = `range`, against double precision.
  private func error(
    _ range: ClosedRange<Double>, _ function: (SIMD16<Float>) -> SIMD16<Float>, _ exact: (Double) -> Double
  ) -> Double {
    var largest = 0.0
    let steps = 400_000
    for i in 0...steps {
      let x = Float(range.lowerBound + (range.upperBound - range.lowerBound) * Double(i) / Double(steps))
      let reference = exact(Double(x))
      guard reference != 0 else { continue }
      let value = function(SIMD16(repeating: x))[i % 16]
      largest = max(largest, abs(Double(value) - reference) / Double(Float(reference).ulp))
    }
    return largest
  }

  @Test func errorsInUnitsInTheLastPlace() {
    let exp = error(-87...88.7, { Elementary.exp($0) }, { Elementary.exp($0) })
    let tanh = max(
      error(-12...12, { Elementary.tanh($0) }, { Elementary.tanh($0) }),
      error(-0.01...0.01, { Elementary.tanh($0) }, { Elementary.tanh($0) }))
    let sigmoid = error(-86...86, { Elementary.sigmoid($0) }, { Elementary.sigmoid($0) })
    #expect(exp < 1)
    #expect(tanh < 3)
    #expect(sigmoid < 3)
  }

  @Test func specialValues() {
    let x = SIMD16<Float>(
      0, -0.0, .infinity, -.infinity, .nan, 1000, -1000, 88.8, -87.4, 30, -30, 1e-30, -1e-30, 9, -9, 1)
    let (exp, tanh, sigmoid) = (Elementary.exp(x), Elementary.tanh(x), Elementary.sigmoid(x))
    #expect(exp[0] == 1 && exp[2] == .infinity && exp[3] == 0 && exp[4].isNaN)
    #expect(exp[5] == .infinity && exp[6] == 0 && exp[7] == .infinity && exp[8] == 0)
    #expect(tanh[0] == 0 && tanh[1].sign == .minus && tanh[2] == 1 && tanh[3] == -1 && tanh[4].isNaN)
    #expect(tanh[9] == 1 && tanh[10] == -1 && tanh[11] == 1e-30 && tanh[13] == -tanh[14])
    #expect(sigmoid[0] == 0.5 && sigmoid[2] == 1 && sigmoid[3] == 0 && sigmoid[4].isNaN)
  }
}
