/// Why a Boltzmann machine, its samples or its training are refused.
public enum BoltzmannError: Error, CustomStringConvertible, Sendable, Equatable {
  /// A setting is out of its range.
  case setting(name: String, value: Double, allowed: String)
  /// A list or a set of samples has the wrong size.
  case wrongCount(what: String, expected: Int, found: Int)
  /// A parameter is not finite.
  case notFinite(what: String, value: Float)
  /// The words of a set of samples do not fill whole samples.
  case partialSample(words: Int, stride: Int)
  /// A sample has bits set above its last unit.
  case unusedBits(sample: Int, units: Int)
  /// A training set is smaller than one batch.
  case tooFewSamples(needed: Int, found: Int)
  /// A weight or a bias is not finite or beyond the limit of the settings.
  case diverged(epoch: Int, largest: Float, limit: Float)
  /// Every epoch of the settings has been run.
  case finished(epochs: Int)
  /// A stored state cannot be resumed.
  case state(reason: String)

  /// One line: what is wrong and what is allowed.
  public var description: String {
    switch self {
    case .setting(let name, let value, let allowed): "\(name) is \(Self.shown(value)); allowed: \(allowed)"
    case .wrongCount(let what, let expected, let found): "\(what): \(found) were given, but \(expected) are needed"
    case .notFinite(let what, let value): "\(what) is \(value), but must be finite"
    case .partialSample(let words, let stride):
      "\(words) words do not fill whole samples; allowed: a multiple of \(stride) words"
    case .unusedBits(let sample, let units):
      "sample \(sample) has bits set above its \(units) units; allowed: zeros there"
    case .tooFewSamples(let needed, let found):
      "the training set has \(found) samples, but at least \(needed) (one batch) are needed"
    case .diverged(let epoch, let largest, let limit):
      "training diverged in epoch \(epoch): the largest weight or bias is \(largest), allowed: at most \(limit); "
        + "lower the learning rate"
    case .finished(let epochs): "all \(epochs) epochs of the training are done; no further epoch can be run"
    case .state(let reason): "the stored training cannot be resumed: \(reason)"
    }
  }

  /// Whole numbers without a fraction.
  private static func shown(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}
