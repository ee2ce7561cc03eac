import Renormalization
import Statistics

/// Eigenvalues of the renormalization matrix of one step from `fine` to `coarse` = `fine`/2, with jackknife errors.
struct RenormalizationSummary: Codable, Sendable {
  let fine: Int
  /// `nil` where the samples are too few for real leading eigenvalues.
  let lambdaT: Estimate?
  let lambdaH: Estimate?
  /// Second eigenvalues of the even (after the constant) and the odd sector; `nil` with one operator.
  let secondEven: Estimate?
  let secondOdd: Estimate?
}

extension RenormalizationSummary {
  /// - Parameters:
  ///   - bins: sums of independent blocks of about equally many samples.
  ///   - operators: those to use of the accumulated ones.
  /// - Throws: `RenormalizationError`, with the names of operators whose covariance is singular.
  init(fine: Int, bins: [MCRGSums], operators: OperatorSet) throws {
    self.fine = fine
    let values: MCRGEigenvalues?
    do throws(RenormalizationError) {
      values = try MCRGEigenvalues(bins: Self.selecting(operators, bins))
    } catch .complexEigenvalue {
      values = nil
    } catch .tooFewSamples {
      values = nil
    }
    lambdaT = values?.even.first
    lambdaH = values?.odd.first
    secondEven = values?.even.dropFirst().first
    secondOdd = values?.odd.dropFirst().first
  }

  private static func selecting(
    _ operators: OperatorSet, _ bins: [MCRGSums]
  ) throws(RenormalizationError) -> [MCRGSums] {
    var selected: [MCRGSums] = []
    for bin in bins { selected.append(try bin.selecting(operators)) }
    return selected
  }
}
