import Notebook
import Renormalization

/// The blocking that is inverted.
struct RuleParameters: Codable, Sendable, Hashable {
  let rule: FieldBlockRule

  init(_ read: ParameterReader) throws {
    rule = try read.choice("rule", default: .majorityMean, "how a block of 2 × 2 fields becomes one")
  }
}
