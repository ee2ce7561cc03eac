import Foundation
import GSL
import Testing

@Suite struct LinearAlgebraTests {
  /// The open chain of n sites with hopping 1 has the spectrum 2 cos(πk/(n+1)).
  @Test(arguments: [1, 2, 5, 12]) func spectrumOfTheOpenChain(n: Int) throws {
    let hopping = (0..<n).map { i in (0..<n).map { j in abs(i - j) == 1 ? 1.0 : 0.0 } }
    let expected = (1...n).map { 2 * cos(.pi * Double($0) / Double(n + 1)) }.sorted()
    let symmetric = try symmetricEigenvalues(hopping)
    for (found, wanted) in zip(symmetric, expected) { #expect(abs(found - wanted) < 1e-14) }
    // The general routine finds the same numbers.
    let general = try eigenvalues(hopping)
    for (found, wanted) in zip(general.map(\.real).sorted(), expected) {
      #expect(abs(found - wanted) < 1e-13)
    }
    #expect(general.allSatisfy { $0.imaginary == 0 })
  }

  @Test func circulantShiftHasTheRootsOfUnityInTheDocumentedOrder() throws {
    let shift: [[Double]] = [[0, 2, 0], [0, 0, 2], [2, 0, 0]]
    let values = try eigenvalues(shift)
    let expected: [(Double, Double)] = [(2, 0), (-1, 3.0.squareRoot()), (-1, -3.0.squareRoot())]
    for (found, wanted) in zip(values.sorted { $0.real > $1.real || $0.imaginary > $1.imaginary }, expected) {
      #expect(abs(found.real - wanted.0) < 1e-14)
      #expect(abs(found.imaginary - wanted.1) < 1e-14)
    }
    let pair = try eigenvalues([[0, -3], [3, 0]])
    #expect(pair[0].imaginary == 3 && pair[1].imaginary == -3)
    let triangular = try eigenvalues([[1, 7, 1], [0, -5, 2], [0, 0, 3]])
    #expect(triangular.map(\.real) == [-5, 3, 1])
  }

  @Test func hilbertSystemHasTheIntegerSolution() throws {
    let n = 6
    let hilbert = (0..<n).map { i in (0..<n).map { j in 1 / Double(i + j + 1) } }
    let x = (0..<n).map { Double($0) - 2.5 }
    let b = hilbert.map { row in zip(row, x).reduce(0) { $0 + $1.0 * $1.1 } }
    let found = try solve(hilbert, b)
    // Forward error: condition number 1.5e7 times a few ulps.
    for (a, e) in zip(found, x) { #expect(abs(a - e) < 1.5e7 * 1e-15 * 2.5) }
  }

  @Test func singularMatricesAreRefusedAndBadUnitsAreNot() throws {
    #expect(throws: GSLError.singular(operation: "solve")) { try solve([[1, 2], [2, 4]], [1, 2]) }
    #expect(throws: GSLError.singular(operation: "solve")) {
      try solve([[0.1, 0.2, 0.3], [0.4, 0.5, 0.6], [0.7, 0.8, 0.9]], [1, 2, 3])
    }
    #expect(throws: GSLError.singular(operation: "solve")) { try solve([[0]], [1]) }
    #expect(try solve([[1e-200, 0], [0, 1e200]], [1e-200, 3e200]) == [1, 3])
  }

  @Test func shapesAndNumbersAreChecked() {
    #expect(
      throws: GSLError.invalidArgument(
        operation: "solve", why: "the matrix is 1 × 2; it must be square")
    ) { try solve([[1, 2]], [1]) }
    #expect(
      throws: GSLError.invalidArgument(
        operation: "solve", why: "row 1 has 1 elements; all rows must have 2")
    ) { try solve([[1, 2], [1]], [1, 1]) }
    #expect(
      throws: GSLError.invalidArgument(
        operation: "eigenvalues", why: "a matrix has 0 × 0 elements; at least 1 × 1 is needed")
    ) {
      try eigenvalues([])
    }
    #expect(throws: GSLError.notFinite(operation: "eigenvalues", what: "matrix element (0, 0) = nan")) {
      try eigenvalues([[.nan]])
    }
    #expect(
      throws: GSLError.invalidArgument(
        operation: "symmetricEigenvalues",
        why: "elements (1, 0) = 3.0 and (0, 1) = 2.0 differ; the matrix must be symmetric")
    ) {
      try symmetricEigenvalues([[1, 2], [3, 4]])
    }
  }
}
