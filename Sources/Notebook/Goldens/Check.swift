/// One line of a check report.
public struct Check: Codable, Sendable, Hashable {
  public var id: String
  /// `nil` for a quantity without a golden.
  public var kind: Golden.Kind?
  public var verdict: Verdict
  /// The measured value; `nil` if it is missing.
  public var value: JSONValue?
  /// The golden's value, or the predicate of a property.
  public var reference: JSONValue?
  /// Deviation in standard errors, as a normal deviate, for statistical and published checks.
  public var z: Double?
  /// The largest |z| that passes.
  public var limit: Double?
  /// Why it did not pass, or what a reader should know.
  public var message: String?
  /// The golden's explanation of a published value that does not agree.
  public var knownDifference: String?

  public init(
    id: String, kind: Golden.Kind?, verdict: Verdict, value: JSONValue?, reference: JSONValue?,
    z: Double? = nil, limit: Double? = nil, message: String? = nil, knownDifference: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.verdict = verdict
    self.value = value
    self.reference = reference
    self.z = z
    self.limit = limit
    self.message = message
    self.knownDifference = knownDifference
  }

  enum CodingKeys: String, CodingKey {
    case id, kind, verdict, value, reference, z, limit, message
    case knownDifference = "known_difference"
  }

  /// FAIL, MISSING, or DISAGREES without a known difference.
  public var isFailure: Bool {
    verdict.isFailure || (verdict == .disagrees && knownDifference == nil)
  }
}

extension Check: CustomStringConvertible {
  /// One line: verdict, identifier, measured and reference value, z, message.
  public var description: String {
    var line = "\(verdict.rawValue) \(id)"
    if let value { line += ": \(value.compact)" }
    if let reference { line += " against \(reference.compact)" }
    if let z { line += ", z = \((z * 100).rounded() / 100)" }
    if let message { line += " (\(message))" }
    return line
  }
}
