/// Why a dream cannot be enumerated.
enum DreamEnumerationError: Error, CustomStringConvertible, Sendable, Equatable {
  /// A rule with `count` conditional magnetisations or probabilities instead of 16.
  case tableSize(Int)
  /// Entry `index` of a rule is outside `allowed`.
  case entry(index: Int, value: Double, allowed: String)
  /// A largest side that is not enumerated.
  case side(Int)

  /// One line: what is wrong and what is allowed.
  var description: String {
    switch self {
    case .tableSize(let count): "the rule of an exact dream has \(count) entries, but must have 16"
    case .entry(let index, let value, let allowed):
      "entry \(index) of the rule of an exact dream is \(value), but must lie in \(allowed)"
    case .side(let side): "the largest side of an exact dream is \(side), but must be 2, 4 or 8"
    }
  }
}
