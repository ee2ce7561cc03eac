import GSL

/// The data of a fit, checked: what GSL does not refuse but nobody can fit.
struct FitData {
  let operation: String
  let y: [Double]
  let weights: [Double]
  private let errorsAreKnown: Bool

  /// Errors that are `nil` are taken from the scatter of the data, which needs one more point.
  init(
    points: Int, y: [Double], errors: [Double]?, parameters: Int, _ operation: String
  ) throws(StatisticsError) {
    guard y.count == points else {
      throw .mismatchedCounts(
        operation: operation, first: "x", firstCount: points, second: "y", secondCount: y.count)
    }
    if let errors, errors.count != points {
      throw .mismatchedCounts(
        operation: operation, first: "y", firstCount: points, second: "errors", secondCount: errors.count)
    }
    guard parameters > 0 else {
      throw .tooFew(operation: operation, items: "parameters", count: parameters, minimum: 1)
    }
    let minimum = errors == nil ? parameters + 1 : parameters
    guard points >= minimum else {
      let kind = errors == nil ? "without errors" : "with errors"
      throw .tooFew(
        operation: operation, items: "points \(kind) for \(parameters) parameters", count: points,
        minimum: minimum)
    }
    try StatisticsError.requireFinite(y, "y", operation)
    for (i, error) in (errors ?? []).enumerated() where !(error > 0 && error.isFinite) {
      throw .badError(operation: operation, index: i, value: error)
    }
    self.operation = operation
    self.y = y
    weights = errors?.map { 1 / ($0 * $0) } ?? y.map { _ in 1 }
    errorsAreKnown = errors != nil
  }

  /// Refuses abscissae that are not finite or all equal; one parameter needs only one place to be measured
  /// at.
  static func checkAbscissae(_ x: [Double], parameters: Int, _ operation: String) throws(StatisticsError) {
    try StatisticsError.requireFinite(x, "x", operation)
    if parameters > 1, let first = x.first, x.count > 1, x.allSatisfy({ $0 == first }) {
      throw .identicalAbscissae(operation: operation, x: first)
    }
  }

  /// Scales the covariance by the residual variance where the errors are not known.
  func result(_ solution: LeastSquaresSolution) -> FitResult {
    let dof = y.count - solution.parameters.count
    let scale = errorsAreKnown ? 1 : solution.chiSquared / Double(dof)
    let covariance = solution.covariance.map { $0.map { $0 * scale } }
    let parameters = solution.parameters.indices.map {
      Estimate(
        solution.parameters[$0], max(0, covariance[$0][$0]).squareRoot(),
        degreesOfFreedom: errorsAreKnown ? nil : Double(dof))
    }
    let pValue = errorsAreKnown && dof > 0 ? chiSquaredUpperTail(solution.chiSquared, Double(dof)) : nil
    return FitResult(
      parameters: parameters, covariance: covariance, chiSquared: solution.chiSquared, degreesOfFreedom: dof,
      pValue: pValue)
  }
}
