import GSL

/// The linearised renormalization-group transformation between two levels of a Monte Carlo chain,
/// T = ⟨c′c′⟩_c⁻¹ ⟨c′(4c)⟩_c with c′ the operators per site of the coarse lattice and c those of the fine one,
/// so that 4c = T ᵀc′ + noise (R. H. Swendsen, Phys. Rev. Lett. 42 (1979) 859).
///
/// The caller decides what coarse and fine are: a configuration and its blocks, or a configuration and the one
/// generated from it.
public struct MCRGMatrix: Sendable {
  /// T of the odd operators, in the order of the operator set.
  public let odd: [[Double]]
  /// T of the even operators.
  public let even: [[Double]]
  /// Eigenvalues of the odd matrix, largest modulus first.
  public let oddEigenvalues: [(real: Double, imaginary: Double)]
  /// Eigenvalues of the even matrix, largest modulus first.
  public let evenEigenvalues: [(real: Double, imaginary: Double)]

  /// - Parameters:
  ///   - sums: samples of both levels.
  ///   - subtractingOddMeans: whether ⟨c⟩ of odd operators is estimated and subtracted; not needed, and by
  ///     default not done, in an ensemble that is symmetric under a global flip.
  /// - Throws: `RenormalizationError`: `tooFewSamples` with no more samples than operators of a sector plus
  ///   one, `constantOperator`, `singularCovariance` when an operator's variance not explained by earlier
  ///   ones is below 1e-10 of its variance.
  public init(_ sums: MCRGSums, subtractingOddMeans: Bool = false) throws(RenormalizationError) {
    try self.init(of: sums, subtractingOddMeans: subtractingOddMeans)
  }

  /// The same from lattice sums of the operators of a square lattice.
  ///
  /// - Throws: `RenormalizationError`, as above.
  public init(_ sums: OperatorSums, subtractingOddMeans: Bool = false) throws(RenormalizationError) {
    try self.init(of: sums, subtractingOddMeans: subtractingOddMeans)
  }

  init(of sums: some TwoLevelSums, subtractingOddMeans: Bool) throws(RenormalizationError) {
    (odd, oddEigenvalues) = try Self.solved(sums, .odd, connected: subtractingOddMeans)
    (even, evenEigenvalues) = try Self.solved(sums, .even, connected: true)
  }

  private static func solved(
    _ sums: some TwoLevelSums, _ sector: OperatorSector, connected: Bool
  ) throws(RenormalizationError) -> ([[Double]], [(real: Double, imaginary: Double)]) {
    let names = sums.names(sector)
    if names.isEmpty { return ([], []) }
    guard sums.count >= names.count + 2 else {
      throw .tooFewSamples(count: sums.count, minimum: names.count + 2)
    }
    let covariance = try OperatorCovariance(
      sums[sector], count: sums.count, sector: sector, names: names, connected: connected)
    let scaled = covariance.scaledMatrix
    do throws(GSLError) {
      return (covariance.matrix(scaled: scaled), try eigenvalues(scaled))
    } catch {
      throw .numerical(error)
    }
  }
}
