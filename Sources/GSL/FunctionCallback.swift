internal import CGSL

/// The Swift function behind a `gsl_function`, and the first error it threw.
///
/// C has no way to pass an error on: the callback answers NaN, GSL stops, and the caller rethrows `failure`.
final class FunctionCallback {
  private let operation: String
  private let body: (Double) throws -> Double
  private(set) var failure: (any Error)?

  init(operation: String, _ body: @escaping (Double) throws -> Double) {
    self.operation = operation
    self.body = body
  }

  func callAsFunction(_ x: Double) -> Double {
    guard failure == nil else { return .nan }
    do {
      let value = try body(x)
      if value.isFinite { return value }
      failure = GSLError.notFinite(operation: operation, what: "f(\(x)) = \(value)")
    } catch {
      failure = error
    }
    return .nan
  }

  /// Throws the error of the Swift function if there was one, else that of GSL.
  func check(_ status: Int32) throws {
    if let failure { throw failure }
    try GSLLibrary.check(status, operation)
  }

  /// Runs `body` with a C function that calls `f`; both live exactly as long as this call.
  static func with<Result>(
    operation: String, _ f: (Double) throws -> Double,
    _ body: (UnsafeMutablePointer<gsl_function>, FunctionCallback) throws -> Result
  ) throws -> Result {
    try withoutActuallyEscaping(f) { f in
      let callback = FunctionCallback(operation: operation, f)
      return try withExtendedLifetime(callback) {
        var function = gsl_function(
          function: { x, context in
            guard let context else { return .nan }
            return Unmanaged<FunctionCallback>.fromOpaque(context).takeUnretainedValue()(x)
          },
          params: Unmanaged.passUnretained(callback).toOpaque())
        return try withUnsafeMutablePointer(to: &function) { try body($0, callback) }
      }
    }
  }
}
