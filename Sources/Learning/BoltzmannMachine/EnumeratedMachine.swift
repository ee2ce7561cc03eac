import Elementary

/// A restricted Boltzmann machine that is small enough to be summed exactly.
///
/// P(v, h) ∝ exp(v·W h + a·v + b·h) with units ±1. One layer is summed in closed form, the states of the smaller one
/// are enumerated; bit i of a state number is unit i, a set bit is +1. Double precision.
///
/// ```swift
/// let machine = try EnumeratedMachine(weights: [[0.5, 0.1], [0.2, 0.3], [0, 0.4]])   // three visible, two hidden
/// let correlation = machine.moments().visiblePairs[1]                                // ⟨v₀ v₁⟩
/// ```
public struct EnumeratedMachine: Sendable, Hashable, Codable {
  /// Number of visible units.
  public let visible: Int
  /// Number of hidden units.
  public let hidden: Int
  /// W, visible × hidden, row by row.
  public let weights: [Double]
  /// a, one for each visible unit.
  public let visibleBias: [Double]
  /// b, one for each hidden unit.
  public let hiddenBias: [Double]
  /// ln Z = ln Σ_{v,h} exp(v·W h + a·v + b·h).
  public let logPartitionFunction: Double

  /// The largest layer whose states are enumerated, 2²⁰ of them.
  public static let largestLayer = 20

  /// A machine from a list of weights, row by row: first all weights of visible unit 0.
  ///
  /// - Parameters:
  ///   - visible: number of visible units.
  ///   - hidden: number of hidden units; one of the layers has at most `largestLayer`.
  ///   - weights: visible · hidden numbers.
  ///   - visibleBias: one number for each visible unit; none means 0.
  ///   - hiddenBias: one number for each hidden unit; none means 0.
  /// - Throws: `EnumeratedMachineError`.
  public init(
    visible: Int, hidden: Int, weights: [Double], visibleBias: [Double] = [], hiddenBias: [Double] = []
  ) throws(EnumeratedMachineError) {
    guard visible > 0 && hidden > 0 else { throw .emptyLayer(visible: visible, hidden: hidden) }
    try Self.check(
      weights, "weights", visible.multipliedReportingOverflow(by: hidden).partialValue,
      "\(visible) visible times \(hidden) hidden units")
    self.weights = weights
    self.visibleBias = try Self.bias(visibleBias, "visible biases", visible)
    self.hiddenBias = try Self.bias(hiddenBias, "hidden biases", hidden)
    guard min(visible, hidden) <= Self.largestLayer else {
      throw .tooManyStates(operation: "machine", units: min(visible, hidden), allowed: Self.largestLayer)
    }
    self.visible = visible
    self.hidden = hidden
    let layer =
      visible <= hidden
      ? EnumeratedLayer(
        units: visible, others: hidden, couplings: weights, bias: self.visibleBias, otherBias: self.hiddenBias)
      : EnumeratedLayer(
        units: hidden, others: visible, couplings: Self.transposed(weights, rows: visible), bias: self.hiddenBias,
        otherBias: self.visibleBias)
    logPartitionFunction = EnumeratedStates.normalized(layer.logWeights()).logSum
  }

  /// A machine from the rows of W, one for each visible unit.
  ///
  /// - Throws: `EnumeratedMachineError`.
  public init(
    weights rows: [[Double]], visibleBias: [Double] = [], hiddenBias: [Double] = []
  ) throws(EnumeratedMachineError) {
    let hidden = rows.first?.count ?? 0
    for (i, row) in rows.enumerated() where row.count != hidden {
      throw .wrongCount(
        what: "weights in row \(i)", found: row.count, expected: hidden, rule: "as many as in row 0")
    }
    try self.init(
      visible: rows.count, hidden: hidden, weights: rows.flatMap(\.self), visibleBias: visibleBias,
      hiddenBias: hiddenBias)
  }

  /// The averages of the machine's own law. O(states of the smaller layer × visible × hidden).
  public func moments() -> EnumeratedMoments {
    let layer = visible <= hidden ? visibleLayer : hiddenLayer
    let law = EnumeratedStates.normalized(layer.logWeights()).shares
    let sums = layer.sums(law, pairs: true)
    let correlations = EnumeratedStates.walshTransform(EnumeratedStates.values(law, count: layer.stateCount))
    let ownPairs = (0..<layer.units * layer.units).map { index in
      let (i, k) = (index / layer.units, index % layer.units)
      return i == k ? 1 : correlations[1 << i | 1 << k]
    }
    return visible <= hidden
      ? EnumeratedMoments(
        visible: sums.own, hidden: sums.other, visibleHidden: sums.cross, visiblePairs: ownPairs,
        hiddenPairs: sums.otherPairs)
      : EnumeratedMoments(
        visible: sums.other, hidden: sums.own, visibleHidden: Self.transposed(sums.cross, rows: hidden),
        visiblePairs: sums.otherPairs, hiddenPairs: ownPairs)
  }

  /// P(v) of every visible state.
  ///
  /// - Throws: `EnumeratedMachineError.tooManyStates`.
  public func visibleLaw() throws(EnumeratedMachineError) -> EnumeratedLaw {
    try require(visible, "law of the visible units")
    return try Self.law(visibleLayer)
  }

  /// P(h) of every hidden state.
  ///
  /// - Throws: `EnumeratedMachineError.tooManyStates`.
  public func hiddenLaw() throws(EnumeratedMachineError) -> EnumeratedLaw {
    try require(hidden, "law of the hidden units")
    return try Self.law(hiddenLayer)
  }

  /// The states of the visible layer.
  var visibleLayer: EnumeratedLayer {
    EnumeratedLayer(
      units: visible, others: hidden, couplings: weights, bias: visibleBias, otherBias: hiddenBias)
  }

  /// The states of the hidden layer.
  var hiddenLayer: EnumeratedLayer {
    EnumeratedLayer(
      units: hidden, others: visible, couplings: Self.transposed(weights, rows: visible), bias: hiddenBias,
      otherBias: visibleBias)
  }

  func require(_ units: Int, _ operation: String) throws(EnumeratedMachineError) {
    guard units <= Self.largestLayer else {
      throw .tooManyStates(operation: operation, units: units, allowed: Self.largestLayer)
    }
  }

  private static func law(_ layer: EnumeratedLayer) throws(EnumeratedMachineError) -> EnumeratedLaw {
    let shares = EnumeratedStates.normalized(layer.logWeights()).shares
    return try EnumeratedLaw(units: layer.units, weights: EnumeratedStates.values(shares, count: layer.stateCount))
  }

  private static func transposed(_ matrix: [Double], rows: Int) -> [Double] {
    let columns = matrix.count / rows
    return (0..<matrix.count).map { matrix[$0 % rows * columns + $0 / rows] }
  }

  private static func bias(
    _ values: [Double], _ name: String, _ count: Int
  ) throws(EnumeratedMachineError) -> [Double] {
    guard !values.isEmpty else { return [Double](repeating: 0, count: count) }
    try check(values, name, count, "one for each unit, or none")
    return values
  }

  private static func check(
    _ values: [Double], _ name: String, _ count: Int, _ rule: String
  ) throws(EnumeratedMachineError) {
    guard values.count == count else {
      throw .wrongCount(what: name, found: values.count, expected: count, rule: rule)
    }
    for (index, value) in values.enumerated() where !(value.magnitude <= 1e6) {
      throw .badNumber(what: name, index: index, value: value)
    }
  }
}
