/// Why an inverse transformation, its window, its data or its training are refused.
public enum InverseMapError: Error, CustomStringConvertible, Sendable, Equatable {
  /// No window has this name.
  case window(String)
  /// The window would meet a site of the lattice twice.
  case windowTooLarge(window: String, rows: Int, side: Int)
  /// Correlations were accumulated for a smaller window.
  case windowNotCovered(window: String, rows: Int, available: Int)
  /// A list has the wrong length.
  case wrongCount(what: String, expected: Int, found: Int)
  /// A number is not finite.
  case notFinite(what: String, value: Double)
  /// A setting is out of its range.
  case setting(name: String, value: Double, allowed: String)
  /// A parameter that this kind of network does not have is not zero.
  case unusedParameter(index: Int, network: String)
  /// A training set needs a configuration.
  case noConfigurations
  /// The data do not determine the kernel; `reason` is what the linear solver says.
  case undetermined(window: String, reason: String)
  /// The loss of training is not a number, or far above that of predicting zero.
  case diverged(epoch: Int, loss: Double, limit: Double)

  /// One line: what is wrong and what is allowed.
  public var description: String {
    switch self {
    case .window(let name):
      "there is no window \"\(name)\"; allowed: the even kernels 2, 4, 6, 8, 10, 14, and \"plus\""
    case .windowTooLarge(let window, let rows, let side):
      "window \(window) spans \(rows) coarse sites, but the lattice has side \(side); "
        + "the side must be at least \(rows)"
    case .windowNotCovered(let window, let rows, let available):
      "window \(window) spans \(rows) coarse sites, but correlations were accumulated for \(available); "
        + "accumulate them for the larger window"
    case .wrongCount(let what, let expected, let found):
      "\(what): \(found) numbers were given, but \(expected) are needed"
    case .notFinite(let what, let value): "\(what) is \(value), but must be finite"
    case .setting(let name, let value, let allowed): "\(name) is \(value); allowed: \(allowed)"
    case .unusedParameter(let index, let network):
      "parameter \(index) is not zero, but a \(network) network does not have it"
    case .noConfigurations: "the training set is empty; at least one configuration is needed"
    case .undetermined(let window, let reason):
      "the data do not determine the kernel of window \(window) (\(reason)); give more configurations"
    case .diverged(let epoch, let loss, let limit):
      "training diverged: the loss of epoch \(epoch) is \(loss), allowed: at most \(limit); "
        + "lower the learning rate"
    }
  }
}
