/// How often a fine spin agreed with its own block, for each of the six contexts of a 2 × 2 patch of coarse
/// spins: the sufficient statistics of the three-parameter net.
///
/// The context of a fine spin is k = 2 (A + B) + D in 0..<6, where A, B and D say whether the neighbour in
/// the row, in the column and on the diagonal agree with the own block. P(agree) has the logit x_k · W / 2
/// with x_k = (1, 2 (A + B) - 2, 2 D - 1).
public struct ContextCounts: Sendable, Hashable {
  /// The count of context k with outcome g (0 disagrees, 1 agrees) at 2 k + g.
  public private(set) var values: [Int]

  /// No counts.
  public init() { values = [Int](repeating: 0, count: 12) }

  /// - Parameter values: twelve counts, context k and outcome g at 2 k + g.
  /// - Throws: `UpsamplingError.wrongCount` or `.negativeCount`.
  public init(_ values: [Int]) throws(UpsamplingError) {
    guard values.count == 12 else {
      throw .wrongCount(what: "context counts", expected: 12, found: values.count)
    }
    for value in values where value < 0 { throw .negativeCount(what: "a context", value: Double(value)) }
    self.values = values
  }

  /// The count of context k with outcome g (0 disagrees, 1 agrees).
  public subscript(context: Int, outcome: Int) -> Int {
    get { values[2 * context + outcome] }
    set { values[2 * context + outcome] = newValue }
  }

  /// Adds the counts of other configurations.
  public mutating func merge(_ other: ContextCounts) {
    for i in values.indices { values[i] += other.values[i] }
  }

  /// Number of spins counted.
  public var total: Int { values.reduce(0, +) }

  /// (disagree, agree) of the six contexts.
  public var outcomes: [SIMD2<Double>] {
    (0..<6).map { SIMD2(Double(values[2 * $0]), Double(values[2 * $0 + 1])) }
  }

  /// The context of a patch of four coarse spins.
  ///
  /// - Parameter patch: bit 0 the own block, 1 the neighbour in the row, 2 in the column, 3 the diagonal.
  /// - Returns: k.
  @inlinable
  public static func context(ofPatch patch: Int) -> Int {
    let agree = patch & 1 == 1 ? patch : ~patch
    return 2 * ((agree >> 1 & 1) + (agree >> 2 & 1)) + (agree >> 3 & 1)
  }

  /// x_k of the six contexts.
  public static let features: [[Double]] = (0..<6).map { k in
    let sides = Double(2 * (k / 2) - 2)
    let diagonal = Double(2 * (k % 2) - 1)
    return [1, sides, diagonal]
  }

  /// The regression for the first one, two or three of (W0, W1, W2); the others are zero.
  ///
  /// - Throws: `LogisticError.wrongCount` for another number.
  public static func problem(parameters: Int = 3) throws(LogisticError) -> LogisticProblem {
    guard (1...3).contains(parameters) else {
      throw .wrongCount(what: "parameters of the 3 × 3 kernel", expected: 3, found: parameters)
    }
    return try LogisticProblem(features: features.map { Array($0.prefix(parameters)) })
  }

  /// The maximum-likelihood weights (W0, W1, W2), or the first of them.
  ///
  /// - Throws: `LogisticError`.
  public func fit(parameters: Int = 3) throws(LogisticError) -> LogisticFit {
    try Self.problem(parameters: parameters).fit(outcomes)
  }
}

extension ContextCounts: Codable {
  /// Twelve integers.
  public init(from decoder: any Decoder) throws {
    try self.init(decoder.singleValueContainer().decode([Int].self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(values)
  }
}
