import Foundation
import Statistics

/// How numbers look in a report.
public enum NumberText {
  /// Ten significant digits without trailing zeros; lists with commas; words as they are.
  public static func text(_ value: JSONValue) -> String {
    switch value {
    case .double(let x): String(format: "%.10g", x)
    case .int(let i): "\(i)"
    case .bool(let flag): flag ? "yes" : "no"
    case .string(let text): text
    case .array(let items): items.map(text).joined(separator: ", ")
    case .null: ""
    case .object(let members): members.sorted { $0.key < $1.key }.map(predicate).joined(separator: ", ")
    }
  }

  /// One condition of a property: `< 1e-13`.
  private static func predicate(_ name: String, _ limit: JSONValue) -> String {
    switch (name, limit) {
    case ("lessThan", _): "< \(text(limit))"
    case ("greaterThan", _): "> \(text(limit))"
    case ("equals", _): text(limit)
    case ("between", .array(let ends)) where ends.count == 2: "\(text(ends[0])) … \(text(ends[1]))"
    default: "\(name) \(text(limit))"
    }
  }

  /// A number with so many significant digits; everything else as above.
  static func text(_ value: JSONValue, digits: Int) -> String {
    guard case .double(let x) = value else { return text(value) }
    return String(format: "%.\(digits)g", x)
  }

  /// `0.31498(72)`, or ten digits without an error.
  public static func text(_ value: JSONValue, standardError: Double?) -> String {
    guard let number = value.number, let standardError, standardError > 0 else { return text(value) }
    return Estimate(number, standardError).description
  }
}

extension Quantity {
  /// Value and error as a report shows them.
  public var shown: String { NumberText.text(value, standardError: stderr) }
}

extension Golden {
  /// Reference value and error, or the condition of a property, as a report shows them.
  public var shown: String {
    if let value {
      let systematic = rule.systematic.map { " ± \($0.value) (systematic)" } ?? ""
      return NumberText.text(value, standardError: stderr) + systematic
    }
    return rule.predicate.map { NumberText.text($0.tree) } ?? "unavailable"
  }
}
