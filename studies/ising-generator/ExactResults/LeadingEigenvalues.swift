import Renormalization

extension WindowOperator {
  /// λ_h and λ_t: the odd eigenvalue of largest modulus and the even one after the trivial 4. Of a complex pair, as nets
  /// trained on antiferromagnets have, the real part.
  func leadingEigenvalues() throws(RenormalizationError) -> (magnetic: Double, thermal: Double) {
    (try eigenvalues(.odd)[0].real, try eigenvalues(.even)[1].real)
  }
}
