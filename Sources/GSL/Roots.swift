internal import CGSL

/// A root of `f` inside a bracket with a sign change, by Brent's method (R. P. Brent, *Algorithms for
/// Minimization without Derivatives*, 1973, chapter 4): bisection made fast by inverse interpolation.
///
/// ```swift
/// let coupling = try findRoot(in: 0.1...1) { k in sinh(2 * k) - 1 }   // ln(1 + √2) / 2
/// ```
///
/// - Parameters:
///   - bracket: finite interval at whose ends `f` has opposite signs, or is zero at one of them.
///   - absoluteTolerance: the search ends when the bracket is shorter than this plus the relative part.
///     Give one when the root may be zero.
///   - relativeTolerance: as above, times the end of the bracket that is nearer to zero.
///   - maximumIterations: more than this many steps throw `GSLError.noConvergence`.
///   - f: the function; an error it throws is rethrown.
/// - Returns: the root; exactly the end of the bracket where `f` vanishes there.
/// - Throws: `GSLError` for a bad bracket, tolerance or non-finite value, or the error of `f`.
public func findRoot(
  in bracket: ClosedRange<Double>, absoluteTolerance: Double = 0, relativeTolerance: Double = 1e-15,
  maximumIterations: Int = 200, _ f: (Double) throws -> Double
) throws -> Double {
  let operation = "findRoot"
  GSLLibrary.silenceErrorHandler()
  try checkBracket(bracket, absoluteTolerance, relativeTolerance, maximumIterations, operation)
  return try FunctionCallback.with(operation: operation, f) { function, callback in
    let (lower, upper) = (bracket.lowerBound, bracket.upperBound)
    let (atLower, atUpper) = (callback(lower), callback(upper))
    try callback.check(0)
    if atLower == 0 { return lower }
    if atUpper == 0 { return upper }
    guard (atLower < 0) != (atUpper < 0) else {
      throw GSLError.noSignChange(
        lower: lower, upper: upper, valueAtLower: atLower, valueAtUpper: atUpper)
    }
    let solver = try RootSolver()
    try callback.check(gsl_root_fsolver_set(solver.pointer, function, lower, upper))
    for _ in 0..<maximumIterations {
      try callback.check(gsl_root_fsolver_iterate(solver.pointer))
      let low = gsl_root_fsolver_x_lower(solver.pointer)
      let high = gsl_root_fsolver_x_upper(solver.pointer)
      // Brent collapses the bracket on an exact zero, also on one at x = 0 where no tolerance is left.
      let isExact = low == high || low.nextUp >= high
      if isExact || gsl_root_test_interval(low, high, absoluteTolerance, relativeTolerance) == 0 {
        return gsl_root_fsolver_root(solver.pointer)
      }
    }
    throw GSLError.noConvergence(operation: operation, iterations: maximumIterations)
  }
}

/// Refuses brackets and tolerances that Brent's methods cannot work with.
func checkBracket(
  _ bracket: ClosedRange<Double>, _ absolute: Double, _ relative: Double, _ iterations: Int,
  _ operation: String
) throws(GSLError) {
  guard bracket.lowerBound.isFinite, bracket.upperBound.isFinite else {
    throw .notFinite(operation: operation, what: "bracket \(bracket)")
  }
  guard absolute >= 0, relative >= 0, absolute.isFinite, relative.isFinite, absolute + relative > 0 else {
    throw .invalidArgument(
      operation: operation,
      why: "tolerances are \(absolute) (absolute) and \(relative) (relative); "
        + "both must be finite and >= 0, one > 0")
  }
  guard iterations > 0 else {
    throw .invalidArgument(operation: operation, why: "maximumIterations is \(iterations); it must be >= 1")
  }
}

/// Owner of a `gsl_root_fsolver`.
private struct RootSolver: ~Copyable {
  let pointer: UnsafeMutablePointer<gsl_root_fsolver>

  init() throws(GSLError) {
    pointer = try GSLLibrary.allocated(gsl_root_fsolver_alloc(cgsl_root_brent()), "findRoot")
  }

  deinit { gsl_root_fsolver_free(pointer) }
}
