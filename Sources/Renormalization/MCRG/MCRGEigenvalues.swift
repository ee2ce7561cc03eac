import Elementary
import Statistics

/// Leading eigenvalues of a Monte Carlo renormalization-group matrix with jackknife errors over bins, all
/// from the same resampled data.
public struct MCRGEigenvalues: Sendable, Codable, Hashable {
  /// Eigenvalues of the odd sector, the first is λ_h. Of sub-leading complex pairs the real part.
  public let odd: [Estimate]
  /// Eigenvalues of the even sector, the first is λ_t.
  public let even: [Estimate]
  /// log₂ of the odd eigenvalues that are positive in every resampling, otherwise nothing; the first is y_h.
  public let oddExponents: [Estimate?]
  /// log₂ of the even eigenvalues, as for the odd ones; the first is y_t.
  public let evenExponents: [Estimate?]

  /// - Parameters:
  ///   - bins: at least two bins of about equally many samples; a bin must be long compared with the
  ///     autocorrelation time.
  ///   - count: how many eigenvalues of each sector, largest modulus first; limited to the number of
  ///     operators.
  ///   - subtractingOddMeans: as for `MCRGMatrix`.
  /// - Throws: `RenormalizationError`: those of `MCRGMatrix`, `complexEigenvalue` where a leading eigenvalue is
  ///   not real, `statistics` for fewer than two bins.
  public init(
    bins: [MCRGSums], count: Int = 2, subtractingOddMeans: Bool = false
  ) throws(RenormalizationError) {
    try self.init(of: bins, count: count, subtractingOddMeans: subtractingOddMeans)
  }

  /// The same from lattice sums of the operators of a square lattice.
  ///
  /// - Throws: `RenormalizationError`, as above.
  public init(
    bins: [OperatorSums], count: Int = 1, subtractingOddMeans: Bool = false
  ) throws(RenormalizationError) {
    try self.init(of: bins, count: count, subtractingOddMeans: subtractingOddMeans)
  }

  init<Sums: TwoLevelSums>(
    of bins: [Sums], count: Int, subtractingOddMeans: Bool
  ) throws(RenormalizationError) {
    let total = try Sums.merged(bins)
    let sizes = [min(count, total[.odd].size), min(count, total[.even].size)]
    func leading(_ sums: Sums) throws(RenormalizationError) -> [Double] {
      let matrix = try MCRGMatrix(of: sums, subtractingOddMeans: subtractingOddMeans)
      let sectors = [(OperatorSector.odd, matrix.oddEigenvalues), (.even, matrix.evenEigenvalues)]
      var values: [Double] = []
      for (k, (sector, eigenvalues)) in sectors.enumerated() {
        if let first = eigenvalues.first, first.imaginary != 0 {
          throw .complexEigenvalue(sector: sector, real: first.real, imaginary: first.imaginary)
        }
        values += eigenvalues.prefix(sizes[k]).map(\.real)
      }
      return values
    }
    let values = try leading(total)
    var replicates: [[Double]] = []
    for bin in bins { replicates.append(try leading(try total.removing(bin))) }
    let estimates = try Self.estimates(values, replicates)
    let exponents = try Self.exponents(values, replicates)
    odd = Array(estimates[..<sizes[0]])
    even = Array(estimates[sizes[0]...])
    oddExponents = Array(exponents[..<sizes[0]])
    evenExponents = Array(exponents[sizes[0]...])
  }

  private static func estimates(
    _ values: [Double], _ replicates: [[Double]]
  ) throws(RenormalizationError) -> [Estimate] {
    do throws(StatisticsError) {
      return try Jackknife(values: values, replicates: replicates).estimates
    } catch {
      throw .statistics(error)
    }
  }

  private static func exponents(
    _ values: [Double], _ replicates: [[Double]]
  ) throws(RenormalizationError) -> [Estimate?] {
    var exponents: [Estimate?] = []
    for k in values.indices {
      let column = replicates.map { $0[k] }
      guard values[k] > 0, column.allSatisfy({ $0 > 0 }) else {
        exponents.append(nil)
        continue
      }
      let logarithms = column.map { [binaryLogarithm($0)] }
      exponents.append(try estimates([binaryLogarithm(values[k])], logarithms).first)
    }
    return exponents
  }
}

/// log₂ x.
func binaryLogarithm(_ x: Double) -> Double { Elementary.log(x) / Elementary.log(2) }
