import Renormalization
import Statistics

/// Eigenvalues of the renormalization matrix of one step from `fine` to `coarse` = `fine`/2, with jackknife errors.
struct RenormalizationSummary: Codable, Sendable {
  let fine: Int
  /// `nil` where the matrix has no real leading eigenvalue or the covariance of the operators is singular.
  let lambdaT: Estimate?
  let lambdaH: Estimate?
  /// Second eigenvalues of the even (after the constant) and the odd sector; `nil` with one operator.
  let secondEven: Estimate?
  let secondOdd: Estimate?
  /// Why there are no eigenvalues, with the names of the operators that are to blame.
  let failure: String?
}

extension RenormalizationSummary {
  /// - Parameters:
  ///   - bins: sums of independent blocks of about equally many samples.
  ///   - operators: those to use of the accumulated ones.
  /// - Throws: `RenormalizationError` for operators that were not accumulated.
  init(fine: Int, bins: [MCRGSums], operators: OperatorSet) throws {
    self.fine = fine
    let selected = try bins.map { try $0.selecting(operators) }
    let values: MCRGEigenvalues?
    do throws(RenormalizationError) {
      values = try MCRGEigenvalues(bins: selected)
      failure = nil
    } catch {
      values = nil
      failure = error.description
    }
    lambdaT = values?.even.first
    lambdaH = values?.odd.first
    secondEven = values?.even.dropFirst().first
    secondOdd = values?.odd.dropFirst().first
  }
}
