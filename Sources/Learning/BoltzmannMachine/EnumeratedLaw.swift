import Elementary

/// A probability law on the states of a few spins.
///
/// Bit i of a state number is spin i; a set bit is +1.
///
/// ```swift
/// let data = try EnumeratedLaw(units: 6, states: [0, 5, 21, 42, 63])   // five states, 1/5 each
/// ```
public struct EnumeratedLaw: Sendable, Hashable, Codable {
  /// Number of spins.
  public let units: Int
  /// The states with positive probability, ascending.
  public let states: [Int]
  /// Their probabilities; the sum is 1.
  public let probabilities: [Double]

  /// States with weights, which are divided by their sum; a state that is listed twice has the sum of its weights.
  ///
  /// - Parameters:
  ///   - units: number of spins, 1...62.
  ///   - states: state numbers.
  ///   - weights: a weight for every state, not negative; `nil` gives each entry the same.
  /// - Throws: `EnumeratedMachineError`.
  public init(units: Int, states: [Int], weights: [Double]? = nil) throws(EnumeratedMachineError) {
    try Self.check(units: units)
    let weights = weights ?? [Double](repeating: 1, count: states.count)
    guard weights.count == states.count else {
      throw .wrongCount(what: "weights", found: weights.count, expected: states.count, rule: "one for every state")
    }
    for (index, state) in states.enumerated() where state < 0 || state >> units != 0 {
      throw .badState(index: index, state: state, units: units)
    }
    let total = try Self.total(weights)
    var merged: [(state: Int, weight: Double)] = []
    for k in states.indices.sorted(by: { (states[$0], $0) < (states[$1], $1) }) where weights[k] > 0 {
      if let last = merged.last, last.state == states[k] {
        merged[merged.count - 1].weight += weights[k]
      } else {
        merged.append((states[k], weights[k]))
      }
    }
    self.units = units
    self.states = merged.map(\.state)
    probabilities = merged.map { $0.weight / total }
  }

  /// A weight for every state in the order of the state numbers; the weights are divided by their sum.
  ///
  /// - Throws: `EnumeratedMachineError`.
  public init(units: Int, weights: [Double]) throws(EnumeratedMachineError) {
    try Self.check(units: units)
    guard units <= EnumeratedMachine.largestLayer else {
      throw .tooManyStates(operation: "law of spins", units: units, allowed: EnumeratedMachine.largestLayer)
    }
    guard weights.count == 1 << units else {
      throw .wrongCount(what: "weights", found: weights.count, expected: 1 << units, rule: "2 to the number of spins")
    }
    let total = try Self.total(weights)
    let present = weights.indices.filter { weights[$0] > 0 }
    self.units = units
    states = present
    probabilities = present.map { weights[$0] / total }
  }

  /// Whether every state has a positive probability.
  public var isComplete: Bool { units <= EnumeratedMachine.largestLayer && states.count == 1 << units }

  /// The average of a function of the state number.
  public func mean(of function: (Int) -> Double) -> Double {
    Self.sum(states.indices) { probabilities[$0] * function(states[$0]) }
  }

  /// ⟨s_i s_j⟩.
  public func correlation(_ i: Int, _ j: Int) -> Double {
    mean { ($0 >> i ^ $0 >> j) & 1 == 0 ? 1 : -1 }
  }

  /// ⟨B B′⟩ of the majorities of two disjoint blocks of spins, a tie being decided by a fair coin.
  public func majorityCorrelation(_ first: [Int], _ second: [Int]) -> Double {
    let masks = [first, second].map { $0.reduce(0) { $0 | 1 << $1 } }
    return mean { state in
      let excess = masks.map { 2 * (state & $0).nonzeroBitCount - $0.nonzeroBitCount }
      return Double(excess[0].signum() * excess[1].signum())
    }
  }

  /// −Σ p ln p, in nats.
  public var entropy: Double { -Self.sum(probabilities) { $0 * Elementary.log($0) } }

  /// The probabilities of all 2^units states.
  var dense: [Double] {
    var result = [Double](repeating: 0, count: 1 << units)
    for (state, probability) in zip(states, probabilities) { result[state] = probability }
    return result
  }

  /// A sum of many numbers with the rounding errors added up as well (W. Kahan, Commun. ACM 8, 40 (1965)).
  private static func sum<C: Collection>(_ items: C, _ term: (C.Element) -> Double) -> Double {
    var (sum, rest) = (0.0, 0.0)
    for item in items {
      let next = term(item) - rest
      let total = sum + next
      rest = (total - sum) - next
      sum = total
    }
    return sum
  }

  private static func check(units: Int) throws(EnumeratedMachineError) {
    guard (1...62).contains(units) else {
      throw .setting(name: "the number of spins of a law", value: Double(units), allowed: "1 to 62")
    }
  }

  private static func total(_ weights: [Double]) throws(EnumeratedMachineError) -> Double {
    for (index, weight) in weights.enumerated() where !(weight >= 0 && weight.isFinite) {
      throw .badWeight(index: index, value: weight)
    }
    let total = sum(weights) { $0 }
    guard total > 0 && total.isFinite else { throw .emptyLaw }
    return total
  }
}
