internal import CGSL

/// The library behind this module.
public enum GSLLibrary {
  /// Version of the GSL headers that this program was built with, such as `2.7.1`.
  public static var version: String { String(cString: cgsl_version()) }

  /// GSL aborts the process on an error unless its handler is off; a global constant runs this once.
  private static let handlerIsOff: Bool = {
    _ = gsl_set_error_handler_off()
    return true
  }()

  /// Switches GSL's aborting error handler off. Called before every first use of the library.
  static func silenceErrorHandler() {
    precondition(handlerIsOff)
  }

  /// Throws the typed form of a GSL status code other than success.
  static func check(_ status: Int32, _ operation: String) throws(GSLError) {
    guard status != 0 else { return }
    throw GSLError.library(
      operation: operation, code: Int(status), reason: String(cString: gsl_strerror(status)))
  }

  /// Unwraps what a GSL allocator returned.
  static func allocated<T>(
    _ pointer: UnsafeMutablePointer<T>?, _ operation: String
  ) throws(GSLError) -> UnsafeMutablePointer<T> {
    guard let pointer else {
      throw .library(operation: operation, code: 8, reason: "out of memory")
    }
    return pointer
  }
}
