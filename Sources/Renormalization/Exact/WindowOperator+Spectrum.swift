import GSL

extension WindowOperator {
  /// All eigenvalues of a block, largest modulus first: 41 odd or 45 even ones, of which the first even one
  /// is 4, that of the empty set.
  ///
  /// - Throws: `RenormalizationError.numerical`.
  public func eigenvalues(
    _ sector: OperatorSector
  ) throws(RenormalizationError) -> [(real: Double, imaginary: Double)] {
    try Self.eigenvalues(of: sector == .odd ? odd : even)
  }

  /// λ_h, the largest odd eigenvalue, and λ_t, the largest even one besides the trivial 4.
  ///
  /// - Throws: `RenormalizationError.complexEigenvalue`, `numerical`.
  public func scalingEigenvalues() throws(RenormalizationError) -> ScalingEigenvalues {
    ScalingEigenvalues(magnetic: try leadingEigenvalue(.odd), thermal: try leadingEigenvalue(.even))
  }

  /// The leading eigenvalue of a sector with its left and right eigenvectors, by inverse iteration.
  ///
  /// - Throws: `RenormalizationError.complexEigenvalue`, `numerical`.
  public func scalingOperator(_ sector: OperatorSector) throws(RenormalizationError) -> ScalingOperator {
    let eigenvalue = try leadingEigenvalue(sector)
    let block = fluctuating(sector)
    let transposed = block.indices.map { j in block.map { $0[j] } }
    var right = try Self.eigenvector(block, eigenvalue)
    var left = try Self.eigenvector(transposed, eigenvalue)
    if sector == .even {
      // The empty set: its row of M is (4, 0, ..., 0), its column the means that products acquire.
      let mean = zip(left, even.dropFirst()).reduce(0) { $0 + $1.0 * $1.1[0] }
      left = Self.normalized([mean / (eigenvalue - 4)] + left)
      right = [0] + right
    }
    return ScalingOperator(sector: sector, eigenvalue: eigenvalue, left: left, right: right)
  }

  /// The block without the empty set.
  func fluctuating(_ sector: OperatorSector) -> [[Double]] {
    sector == .odd ? odd : even.dropFirst().map { Array($0.dropFirst()) }
  }

  private func leadingEigenvalue(_ sector: OperatorSector) throws(RenormalizationError) -> Double {
    guard let first = try Self.eigenvalues(of: fluctuating(sector)).first else { return 0 }
    guard first.imaginary == 0 else {
      throw .complexEigenvalue(sector: sector, real: first.real, imaginary: first.imaginary)
    }
    return first.real
  }

  private static func eigenvalues(
    of matrix: [[Double]]
  ) throws(RenormalizationError) -> [(real: Double, imaginary: Double)] {
    do throws(GSLError) { return try GSL.eigenvalues(matrix) } catch { throw .numerical(error) }
  }

  /// Three steps of inverse iteration with a shift of 1e-8 λ beside the eigenvalue gain a factor of 1e8 each
  /// (G. H. Golub, C. F. Van Loan, *Matrix Computations*, section 7.6.1).
  private static func eigenvector(
    _ matrix: [[Double]], _ eigenvalue: Double
  ) throws(RenormalizationError) -> [Double] {
    let shift = eigenvalue + 1e-8 * max(abs(eigenvalue), 1e-8)
    var shifted = matrix
    for i in shifted.indices { shifted[i][i] -= shift }
    var vector = [Double](repeating: 1, count: matrix.count)
    for _ in 0..<3 {
      do throws(GSLError) { vector = normalized(try solve(shifted, vector)) } catch { throw .numerical(error) }
    }
    return vector
  }

  /// Unit length, element of largest modulus positive.
  private static func normalized(_ vector: [Double]) -> [Double] {
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let largest = vector.reduce(0) { abs($1) > abs($0) ? $1 : $0 }
    return vector.map { $0 / (largest < 0 ? -length : length) }
  }
}
