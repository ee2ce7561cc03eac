import Statistics

/// A reference number: what it is, how a measured number is compared with it, and where it comes from.
public struct Golden: Codable, Sendable, Hashable {
  /// The identifier of the quantity that it judges.
  public var id: String
  /// What the number is, in words.
  public var quantity: String
  public var symbol: String
  public var kind: Kind
  /// A number, a truth value, a word (`"none"`), or an array of numbers; absent for kind `property`.
  public var value: JSONValue?
  /// Standard error of `value` (kinds `statistical` and `published`).
  public var stderr: Double?
  /// Degrees of freedom behind `stderr`; `nil` for a normal law.
  public var degreesOfFreedom: Double?
  public var rule: Rule
  public var source: Source
  /// Why nothing can be compared with this published value. It is then listed as UNAVAILABLE.
  public var unavailable: String?
  /// Why a published value is expected not to agree. Without it DISAGREES is a failure.
  public var knownDifference: String?
  /// The profiles that produce the quantity; `nil` means all.
  public var profiles: [String]?
  /// Run parameters, by dotted path, that the value was made for; a run with others makes it STALE.
  public var parameters: [String: JSONValue]?
  /// Earlier values, oldest first.
  public var history: [Change]?

  public init(
    id: String, quantity: String, symbol: String, kind: Kind, value: JSONValue? = nil,
    stderr: Double? = nil, degreesOfFreedom: Double? = nil, rule: Rule = Rule(), source: Source,
    unavailable: String? = nil, knownDifference: String? = nil, profiles: [String]? = nil,
    parameters: [String: JSONValue]? = nil, history: [Change]? = nil
  ) {
    self.id = id
    self.quantity = quantity
    self.symbol = symbol
    self.kind = kind
    self.value = value
    self.stderr = stderr
    self.degreesOfFreedom = degreesOfFreedom
    self.rule = rule
    self.source = source
    self.unavailable = unavailable
    self.knownDifference = knownDifference
    self.profiles = profiles
    self.parameters = parameters
    self.history = history
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case id, quantity, symbol, kind, value, stderr, degreesOfFreedom, rule, source, unavailable
    case knownDifference = "known_difference"
    case profiles, parameters, history
  }
}

extension Golden {
  /// Which comparison decides.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// The same JSON value: integers, words, truth values.
    case exact
    /// A number without randomness: |x − r| ≤ max(absolute, relative·|r|), element by element.
    case numeric
    /// A number with an error bar: z within the Šidák limit of its family.
    case statistical
    /// What a paper or a repository printed: AGREES, TENSION or DISAGREES.
    case published
    /// A predicate on the measured value alone.
    case property
  }

  /// Where a value comes from.
  public struct Source: Codable, Sendable, Hashable {
    public enum Origin: String, Codable, Sendable, CaseIterable {
      case theory, derivation, paper, repository, run
    }

    /// The statistics behind a measured reference; what is not known is left out.
    public struct Run: Codable, Sendable, Hashable {
      public var profile: String?
      public var seed: UInt64?
      public var effectiveSamples: Double?

      public init(profile: String? = nil, seed: UInt64? = nil, effectiveSamples: Double? = nil) {
        self.profile = profile
        self.seed = seed
        self.effectiveSamples = effectiveSamples
      }
    }

    public var type: Origin
    /// Paper and equation, formula, or file and commit.
    public var `where`: String
    public var run: Run?

    public init(type: Origin, where place: String, run: Run? = nil) {
      self.type = type
      self.where = place
      self.run = run
    }
  }

  /// One replaced value, with who replaced it, when and why.
  public struct Change: Codable, Sendable, Hashable {
    /// Calendar date, `"2025-01-31"`.
    public var date: String
    public var reason: String
    public var author: String?
    public var old: JSONValue
    public var oldStderr: Double?
    public var oldSource: Source
    public var new: JSONValue
    public var newStderr: Double?
  }
}

extension Golden {
  /// Leaves out what is empty, so that a file holds only what was stated.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(quantity, forKey: .quantity)
    try container.encode(symbol, forKey: .symbol)
    try container.encode(kind, forKey: .kind)
    try container.encodeIfPresent(value, forKey: .value)
    try container.encodeIfPresent(stderr, forKey: .stderr)
    try container.encodeIfPresent(degreesOfFreedom, forKey: .degreesOfFreedom)
    if rule != Rule() { try container.encode(rule, forKey: .rule) }
    try container.encode(source, forKey: .source)
    try container.encodeIfPresent(unavailable, forKey: .unavailable)
    try container.encodeIfPresent(knownDifference, forKey: .knownDifference)
    try container.encodeIfPresent(profiles, forKey: .profiles)
    try container.encodeIfPresent(parameters, forKey: .parameters)
    try container.encodeIfPresent(history, forKey: .history)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try container.decode(String.self, forKey: .id),
      quantity: try container.decode(String.self, forKey: .quantity),
      symbol: try container.decode(String.self, forKey: .symbol),
      kind: try container.decode(Kind.self, forKey: .kind),
      value: try container.decodeIfPresent(JSONValue.self, forKey: .value),
      stderr: try container.decodeIfPresent(Double.self, forKey: .stderr),
      degreesOfFreedom: try container.decodeIfPresent(Double.self, forKey: .degreesOfFreedom),
      rule: try container.decodeIfPresent(Rule.self, forKey: .rule) ?? Rule(),
      source: try container.decode(Source.self, forKey: .source),
      unavailable: try container.decodeIfPresent(String.self, forKey: .unavailable),
      knownDifference: try container.decodeIfPresent(String.self, forKey: .knownDifference),
      profiles: try container.decodeIfPresent([String].self, forKey: .profiles),
      parameters: try container.decodeIfPresent([String: JSONValue].self, forKey: .parameters),
      history: try container.decodeIfPresent([Change].self, forKey: .history))
  }
}
