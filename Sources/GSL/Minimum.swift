internal import CGSL

/// A local minimum of `f` inside a bracket, by Brent's method (R. P. Brent, *Algorithms for Minimization
/// without Derivatives*, 1973, chapter 5): golden sections made fast by parabolic interpolation.
///
/// A minimum is flat: its place can be had to about the square root of the machine precision (1.5e-8,
/// relative) and no better, its value to full precision.
///
/// - Parameters:
///   - bracket: finite interval.
///   - start: where to begin; `f(start)` must lie below `f` at both ends. `nil` is the middle.
///   - absoluteTolerance: the search ends when the bracket is shorter than this plus the relative part.
///   - relativeTolerance: as above, times the end of the bracket that is nearer to zero.
///   - maximumIterations: more than this many steps throw `GSLError.noConvergence`.
///   - f: the function; an error it throws is rethrown.
/// - Returns: the place and the value of the minimum.
/// - Throws: `GSLError` for a bad bracket, tolerance or non-finite value, or the error of `f`.
public func minimize(
  in bracket: ClosedRange<Double>, start: Double? = nil, absoluteTolerance: Double = 1e-9,
  relativeTolerance: Double = 1e-7, maximumIterations: Int = 200, _ f: (Double) throws -> Double
) throws -> (x: Double, value: Double) {
  let operation = "minimize"
  GSLLibrary.silenceErrorHandler()
  try checkBracket(bracket, absoluteTolerance, relativeTolerance, maximumIterations, operation)
  let (lower, upper) = (bracket.lowerBound, bracket.upperBound)
  let start = start ?? (lower + (upper - lower) / 2)
  guard lower < start, start < upper else {
    throw GSLError.invalidArgument(
      operation: operation, why: "the start \(start) must lie inside the bracket \(lower)...\(upper)")
  }
  return try FunctionCallback.with(operation: operation, f) { function, callback in
    let (atLower, atStart, atUpper) = (callback(lower), callback(start), callback(upper))
    try callback.check(0)
    guard atStart < atLower, atStart < atUpper else {
      throw GSLError.minimumNotBracketed(lower: lower, start: start, upper: upper)
    }
    let solver = try Minimizer()
    try callback.check(
      gsl_min_fminimizer_set_with_values(
        solver.pointer, function, start, atStart, lower, atLower, upper, atUpper))
    for _ in 0..<maximumIterations {
      try callback.check(gsl_min_fminimizer_iterate(solver.pointer))
      let low = gsl_min_fminimizer_x_lower(solver.pointer)
      let high = gsl_min_fminimizer_x_upper(solver.pointer)
      if gsl_min_test_interval(low, high, absoluteTolerance, relativeTolerance) == 0 {
        let x = gsl_min_fminimizer_x_minimum(solver.pointer)
        return (x, gsl_min_fminimizer_f_minimum(solver.pointer))
      }
    }
    throw GSLError.noConvergence(operation: operation, iterations: maximumIterations)
  }
}

/// Owner of a `gsl_min_fminimizer`.
private struct Minimizer: ~Copyable {
  let pointer: UnsafeMutablePointer<gsl_min_fminimizer>

  init() throws(GSLError) {
    pointer = try GSLLibrary.allocated(gsl_min_fminimizer_alloc(cgsl_minimum_brent()), "minimize")
  }

  deinit { gsl_min_fminimizer_free(pointer) }
}
