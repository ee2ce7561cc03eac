/// A = S L Lᵀ S with unit-diagonal scaling S, for a symmetric positive definite matrix of a few rows (Golub
/// and Van Loan, *Matrix Computations*, section 4.2). Only +, -, ·, / and √, so the same bits on every
/// processor.
struct CholeskyFactor {
  let size: Int
  /// Row by row; the upper triangle is not used.
  private var lower: [Double]
  /// 1/√A_ii.
  private let scale: [Double]

  /// Nil unless every pivot of the scaled matrix exceeds `smallestPivot`.
  init?(_ matrix: [Double], size: Int, smallestPivot: Double = 1e-15) {
    var scale = [Double](repeating: 0, count: size)
    for i in 0..<size {
      guard matrix[i * size + i] > 0 else { return nil }
      scale[i] = 1 / matrix[i * size + i].squareRoot()
    }
    var lower = [Double](repeating: 0, count: size * size)
    for i in 0..<size {
      for j in 0...i {
        var sum = matrix[i * size + j] * scale[i] * scale[j]
        for k in 0..<j { sum -= lower[i * size + k] * lower[j * size + k] }
        if i == j {
          guard sum > smallestPivot else { return nil }
          lower[i * size + i] = sum.squareRoot()
        } else {
          lower[i * size + j] = sum / lower[j * size + j]
        }
      }
    }
    self.size = size
    self.lower = lower
    self.scale = scale
  }

  /// x with A x = b.
  func solve(_ b: [Double]) -> [Double] {
    var x = b
    for i in 0..<size {
      x[i] *= scale[i]
      for k in 0..<i { x[i] -= lower[i * size + k] * x[k] }
      x[i] /= lower[i * size + i]
    }
    for i in (0..<size).reversed() {
      for k in (i + 1)..<max(size, i + 1) { x[i] -= lower[k * size + i] * x[k] }
      x[i] /= lower[i * size + i]
    }
    for i in 0..<size { x[i] *= scale[i] }
    return x
  }

  /// A⁻¹, row by row.
  var inverse: [[Double]] {
    let columns = (0..<size).map { j in solve((0..<size).map { $0 == j ? 1 : 0 }) }
    return (0..<size).map { i in (0..<size).map { j in 0.5 * (columns[j][i] + columns[i][j]) } }
  }

  /// The unknowns x_j that the system A x = b does not determine, for a positive semidefinite A: those with a
  /// component in its null space. Gauss-Jordan elimination with diagonal pivots on the scaled matrix.
  static func undetermined(_ matrix: [Double], size: Int, tolerance: Double = 1e-10) -> [Int] {
    let scale = (0..<size).map { i -> Double in
      let diagonal = matrix[i * size + i]
      return diagonal > 0 ? 1 / diagonal.squareRoot() : 0
    }
    var a = matrix
    for i in 0..<size { for j in 0..<size { a[i * size + j] *= scale[i] * scale[j] } }
    var free = Array(0..<size)
    var pivots: [Int] = []
    while let pivot = free.max(by: { a[$0 * size + $0] < a[$1 * size + $1] }),
      a[pivot * size + pivot] > tolerance
    {
      free.removeAll { $0 == pivot }
      pivots.append(pivot)
      let factor = 1 / a[pivot * size + pivot]
      for j in 0..<size { a[pivot * size + j] *= factor }
      for i in 0..<size where i != pivot {
        let multiple = a[i * size + pivot]
        for j in 0..<size { a[i * size + j] -= multiple * a[pivot * size + j] }
      }
    }
    let coupled = pivots.filter { p in free.contains { abs(a[p * size + $0]) > 1e-6 } }
    return (free + coupled).sorted()
  }
}
