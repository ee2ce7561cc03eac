internal import CGSL

// The functions below answer NaN for arguments outside their domain (NaN, probabilities outside 0...1,
// degrees of freedom that are not positive), as the functions of libm do.

/// Φ(z), the probability that a standard normal number lies below `z`.
public func normalCDF(_ z: Double) -> Double { gsl_cdf_ugaussian_P(z) }

/// 1 − Φ(z) without cancellation, so that far tails keep their digits.
public func normalUpperTail(_ z: Double) -> Double { gsl_cdf_ugaussian_Q(z) }

/// Φ⁻¹(p) for `p` in 0...1, infinite at the ends (Wichura, Appl. Stat. 37, 477 (1988)).
public func inverseNormalCDF(_ p: Double) -> Double {
  p >= 0 && p <= 1 ? gsl_cdf_ugaussian_Pinv(p) : .nan
}

/// The z whose upper tail 1 − Φ(z) is `q`, for `q` in 0...1; accurate for tiny `q`.
public func inverseNormalUpperTail(_ q: Double) -> Double {
  q >= 0 && q <= 1 ? gsl_cdf_ugaussian_Qinv(q) : .nan
}

/// The probability that a Student-t number with `dof` > 0 degrees of freedom, not necessarily an integer,
/// lies below `t` (Abramowitz and Stegun 26.7.1). GSL answers from the incomplete beta function or, beyond 30
/// degrees of freedom, a Cornish-Fisher expansion; the far tail (below 1e-10) is good to about 1e-6 of its
/// value.
public func studentCDF(_ t: Double, _ dof: Double) -> Double {
  dof > 0 ? gsl_cdf_tdist_P(t, dof) : .nan
}

/// The probability that a Student-t number with `dof` > 0 degrees of freedom exceeds `t`, without
/// cancellation.
public func studentUpperTail(_ t: Double, _ dof: Double) -> Double {
  dof > 0 ? gsl_cdf_tdist_Q(t, dof) : .nan
}

/// The t below which a Student-t number with `dof` > 0 degrees of freedom lies with probability `p` in 0...1.
public func inverseStudentCDF(_ p: Double, _ dof: Double) -> Double {
  p >= 0 && p <= 1 && dof > 0 ? gsl_cdf_tdist_Pinv(p, dof) : .nan
}

/// The probability that χ² with `dof` > 0 degrees of freedom exceeds `x`: Q(dof/2, x/2), the p-value of a
/// fit.
public func chiSquaredUpperTail(_ x: Double, _ dof: Double) -> Double {
  dof > 0 ? gsl_cdf_chisq_Q(x, dof) : .nan
}

/// The probability that χ² with `dof` > 0 degrees of freedom lies below `x`.
public func chiSquaredLowerTail(_ x: Double, _ dof: Double) -> Double {
  dof > 0 ? gsl_cdf_chisq_P(x, dof) : .nan
}
