/// Covariances of the coarse operators of one sector among themselves and with the fine ones, and the solution
/// of the chain-rule equations ⟨c′c′⟩_c T = ⟨c′(4c)⟩_c.
struct OperatorCovariance {
  /// Relative variance left after the others are taken out, below which an operator depends on them.
  static let cutoff = 1e-10

  let sector: OperatorSector
  let names: [String]
  /// Standard deviations of the coarse operators.
  private let deviations: [Double]
  /// Lower Cholesky factor of the correlation matrix of the coarse operators.
  private let factor: [[Double]]
  /// ⟨c′_i (4c)_j⟩_c divided by the standard deviations of both coarse operators.
  private let mixed: [[Double]]

  /// From the sums of `count` samples; `connected` says whether the product of the means is subtracted. Throws
  /// `RenormalizationError.constantOperator` or `singularCovariance`.
  init(
    _ sums: SectorSums, count: Int, sector: OperatorSector, names: [String], connected: Bool
  ) throws(RenormalizationError) {
    let n = sums.size
    let samples = Double(count)
    let means = sums.coarse.map { connected ? $0 / samples : 0 }
    let fineMeans = sums.fine.map { connected ? $0 / samples : 0 }
    func covariance(_ i: Int, _ j: Int) -> Double {
      sums.coarseCoarse[i * (i + 1) / 2 + j] / samples - means[i] * means[j]
    }
    var deviations: [Double] = []
    for i in 0..<n {
      let square = sums.coarseCoarse[i * (i + 1) / 2 + i] / samples
      // The rounding of the difference of two equal squares leaves about 1e-16 of them.
      guard covariance(i, i) > 1e-13 * square else {
        throw .constantOperator(sector: sector, name: names[i])
      }
      deviations.append(covariance(i, i).squareRoot())
    }
    self.sector = sector
    self.names = names
    self.deviations = deviations
    let correlation = (0..<n).map { i in
      (0...i).map { j in covariance(i, j) / (deviations[i] * deviations[j]) }
    }
    factor = try Self.cholesky(correlation, sector, names)
    mixed = (0..<n).map { i in
      (0..<n).map { j in
        let covariance = sums.coarseFine[i * n + j] / samples - means[i] * fineMeans[j]
        return covariance / (deviations[i] * deviations[j])
      }
    }
  }

  /// T for operators in units of their standard deviations: similar to T, but well scaled.
  var scaledMatrix: [[Double]] {
    let n = names.count
    var result = mixed
    for j in 0..<n {
      let column = Self.backward(factor, Self.forward(factor, mixed.map { $0[j] }))
      for i in 0..<n { result[i][j] = column[i] }
    }
    return result
  }

  /// T itself.
  func matrix(scaled: [[Double]]) -> [[Double]] {
    scaled.enumerated().map { i, row in
      row.enumerated().map { j, value in value * deviations[j] / deviations[i] }
    }
  }

  /// G. H. Golub, C. F. Van Loan, *Matrix Computations*, section 4.2. `matrix` has the rows of the lower
  /// triangle, ones on the diagonal.
  private static func cholesky(
    _ matrix: [[Double]], _ sector: OperatorSector, _ names: [String]
  ) throws(RenormalizationError) -> [[Double]] {
    var factor: [[Double]] = []
    for i in matrix.indices {
      var row = forward(factor, Array(matrix[i][..<i]))
      let pivot = matrix[i][i] - row.reduce(0) { $0 + $1 * $1 }
      guard pivot > cutoff else {
        let weights = backward(factor, row)
        let involved = weights.indices.filter { abs(weights[$0]) > 1e-3 }
        throw .singularCovariance(
          sector: sector, name: names[i], dependsOn: involved.map { names[$0] })
      }
      row.append(pivot.squareRoot())
      factor.append(row)
    }
    return factor
  }

  /// Solves L y = b.
  private static func forward(_ factor: [[Double]], _ b: [Double]) -> [Double] {
    var y: [Double] = []
    for i in b.indices {
      var sum = b[i]
      for k in 0..<i { sum -= factor[i][k] * y[k] }
      y.append(sum / factor[i][i])
    }
    return y
  }

  /// Solves Lᵀ x = y.
  private static func backward(_ factor: [[Double]], _ y: [Double]) -> [Double] {
    var x = y
    for i in y.indices.reversed() {
      for k in (i + 1)..<max(i + 1, y.count) { x[i] -= factor[k][i] * x[k] }
      x[i] /= factor[i][i]
    }
    return x
  }
}
