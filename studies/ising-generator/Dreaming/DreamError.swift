/// Why a rule or a dream cannot be made.
enum DreamError: Error, CustomStringConvertible, Sendable, Equatable {
  /// A table has `count` probabilities instead of one of the allowed numbers.
  case tableSize(rule: String, count: Int, allowed: [Int])
  /// Entry `index` of a table is not in [0, 1].
  case probability(rule: String, index: Int, value: Double)
  /// The outcomes of a context do not have probability 1 together.
  case outcomes(context: Int, sum: Double)
  /// The largest side is not a power of two times the side of the start, or smaller than it.
  case side(Int, start: Int)

  var description: String {
    switch self {
    case .tableSize(let rule, let count, let allowed):
      let list = allowed.map(String.init).joined(separator: " or ")
      return "\(rule): the table has \(count) probabilities, but must have \(list)"
    case .probability(let rule, let index, let value):
      return "\(rule): probability \(index) of the table is \(value), but must lie in 0...1"
    case .outcomes(let context, let sum):
      return "JointRule: the 16 outcomes of context \(context) have probability \(sum), but must have 1"
    case .side(let side, let start):
      return "the side of the last level is \(side), but must be \(start), \(2 * start), \(4 * start), ..."
    }
  }

  /// Checks the size of a table and that its entries are probabilities.
  static func check(_ probabilities: [Double], allowed: [Int], rule: String) throws(DreamError) {
    guard allowed.contains(probabilities.count) else {
      throw .tableSize(rule: rule, count: probabilities.count, allowed: allowed)
    }
    for (index, value) in probabilities.enumerated() where !(value >= 0 && value <= 1) {
      throw .probability(rule: rule, index: index, value: value)
    }
  }
}
