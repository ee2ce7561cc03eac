import Foundation

extension Golden {
  /// The numbers that a comparison needs; each kind uses its own (see `Golden.Kind`).
  public struct Rule: Codable, Sendable, Hashable {
    /// An error that averaging does not reduce, with the reason for its size.
    public struct Systematic: Codable, Sendable, Hashable {
      /// One standard deviation, in the unit of the quantity.
      public var value: Double
      public var reason: String

      public init(value: Double, reason: String) {
        self.value = value
        self.reason = reason
      }
    }

    /// Largest allowed |x − r|.
    public var absolute: Double?
    /// Largest allowed |x − r| / |r|.
    public var relative: Double?
    /// Largest combined standard error with which a statistical check still says something.
    public var resolution: Double?
    public var systematic: Systematic?
    public var predicate: Predicate?

    public init(
      absolute: Double? = nil, relative: Double? = nil, resolution: Double? = nil,
      systematic: Systematic? = nil, predicate: Predicate? = nil
    ) {
      self.absolute = absolute
      self.relative = relative
      self.resolution = resolution
      self.systematic = systematic
      self.predicate = predicate
    }

    /// max(absolute, relative·|r|), with 0 for what is not stated.
    func halfRange(at reference: Double) -> Double {
      max(absolute ?? 0, (relative ?? 0) * abs(reference))
    }
  }

  /// A statement about a measured value alone. Order relations hold for an array if they hold for every
  /// element; NaN satisfies none.
  public enum Predicate: Sendable, Hashable {
    case equals(JSONValue)
    /// x < bound.
    case lessThan(Double)
    /// x > bound.
    case greaterThan(Double)
    /// lower ≤ x ≤ upper.
    case between(Double, Double)
  }
}

extension Golden.Predicate {
  /// Whether `value` satisfies it.
  public func holds(for value: JSONValue) -> Bool {
    switch self {
    case .equals(let wanted): value.isSame(as: wanted)
    case .lessThan(let bound): value.everyNumber { $0 < bound }
    case .greaterThan(let bound): value.everyNumber { $0 > bound }
    case .between(let lower, let upper): value.everyNumber { lower <= $0 && $0 <= upper }
    }
  }

  /// As it stands in a golden file: `{"lessThan": 1e-13}`.
  public var tree: JSONValue {
    switch self {
    case .equals(let wanted): .object(["equals": wanted])
    case .lessThan(let bound): .object(["lessThan": .double(bound)])
    case .greaterThan(let bound): .object(["greaterThan": .double(bound)])
    case .between(let lower, let upper): .object(["between": .array([.double(lower), .double(upper)])])
    }
  }
}

extension Golden.Predicate: Codable {
  public init(from decoder: any Decoder) throws {
    let tree = try JSONValue(from: decoder)
    guard case .object(let members) = tree, members.count == 1, let (name, value) = members.first else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "must be an object with one member"))
    }
    let bounds = value.array?.compactMap(\.number) ?? []
    switch (name, value.number) {
    case ("equals", _): self = .equals(value)
    case ("lessThan", .some(let bound)): self = .lessThan(bound)
    case ("greaterThan", .some(let bound)): self = .greaterThan(bound)
    case ("between", _) where bounds.count == 2 && bounds[0] <= bounds[1]:
      self = .between(bounds[0], bounds[1])
    default:
      let allowed = "{equals: value}, {lessThan: x}, {greaterThan: x} or {between: [a, b]} with a ≤ b"
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "'\(name)': allowed are \(allowed)"))
    }
  }

  public func encode(to encoder: any Encoder) throws { try tree.encode(to: encoder) }
}

extension JSONValue {
  /// The same JSON value, where 1 and 1.0 are the same number. NaN is not the same as itself.
  func isSame(as other: JSONValue) -> Bool {
    if let a = number, let b = other.number { return a == b }
    if let a = array, let b = other.array {
      return a.count == b.count && zip(a, b).allSatisfy { $0.isSame(as: $1) }
    }
    return self == other
  }

  /// A number, or a non-empty array of numbers, as an array.
  var numbers: [Double]? {
    if let number { return [number] }
    guard let array, !array.isEmpty else { return nil }
    let numbers = array.compactMap(\.number)
    return numbers.count == array.count ? numbers : nil
  }

  func everyNumber(_ condition: (Double) -> Bool) -> Bool {
    numbers?.allSatisfy(condition) ?? false
  }

  /// The value on one line, as JSON.
  var compact: String {
    (try? CanonicalJSON.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "?"
  }
}
