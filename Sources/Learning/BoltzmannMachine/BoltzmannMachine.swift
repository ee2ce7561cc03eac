import Random

/// A restricted Boltzmann machine of units ±1: P(v, h) ∝ exp(v·W h + a·v + b·h).
///
/// The units of one layer are independent given the other: ⟨h_j | v⟩ = tanh(b_j + Σ_i v_i W_ij) and
/// ⟨v_i | h⟩ = tanh(a_i + Σ_j W_ij h_j). For units 0 and 1 in place of ±1 weights are four times as large
/// (P. Mehta, D. J. Schwab, arXiv 1410.3831, use those).
public struct BoltzmannMachine: Sendable, Hashable, Codable {
  /// Number of visible units.
  public let visible: Int
  /// Number of hidden units.
  public let hidden: Int
  /// W, `visible` rows of `hidden` numbers.
  public let weights: [Float]
  /// a, one number a visible unit, or empty for none.
  public let visibleBias: [Float]
  /// b, one number a hidden unit, or empty for none.
  public let hiddenBias: [Float]

  /// A machine with given parameters.
  ///
  /// - Throws: `BoltzmannError.setting` for a layer without units, `.wrongCount` for a list of another length,
  ///   `.notFinite`.
  public init(
    visible: Int, hidden: Int, weights: [Float], visibleBias: [Float] = [], hiddenBias: [Float] = []
  ) throws(BoltzmannError) {
    try Self.check(visible: visible, hidden: hidden)
    guard weights.count == visible * hidden else {
      throw .wrongCount(what: "the weights", expected: visible * hidden, found: weights.count)
    }
    for (what, bias, units) in [("visible", visibleBias, visible), ("hidden", hiddenBias, hidden)]
    where !bias.isEmpty && bias.count != units {
      throw .wrongCount(what: "the \(what) biases", expected: units, found: bias.count)
    }
    for (what, values) in [("a weight", weights), ("a visible bias", visibleBias), ("a hidden bias", hiddenBias)] {
      if let value = values.first(where: { !$0.isFinite }) { throw .notFinite(what: what, value: value) }
    }
    self.init(
      visible: visible, hidden: hidden, checkedWeights: weights, visibleBias: visibleBias, hiddenBias: hiddenBias)
  }

  /// A machine without biases whose weights are normal numbers of mean 0.
  ///
  /// - Throws: `BoltzmannError.setting` for a layer without units or a negative or infinite standard deviation.
  public init(
    visible: Int, hidden: Int, standardDeviation: Double = 0.01, random: inout RandomStream
  ) throws(BoltzmannError) {
    try Self.check(visible: visible, hidden: hidden)
    guard standardDeviation >= 0, standardDeviation.isFinite else {
      throw .setting(name: "the standard deviation", value: standardDeviation, allowed: "0 or more, finite")
    }
    let weights = (0..<visible * hidden).map { _ in Float(standardDeviation * random.normal()) }
    self.init(visible: visible, hidden: hidden, checkedWeights: weights, visibleBias: [], hiddenBias: [])
  }

  /// A machine whose parameters have the right numbers.
  init(visible: Int, hidden: Int, checkedWeights: [Float], visibleBias: [Float], hiddenBias: [Float]) {
    self.visible = visible
    self.hidden = hidden
    weights = checkedWeights
    self.visibleBias = visibleBias
    self.hiddenBias = hiddenBias
  }

  private static func check(visible: Int, hidden: Int) throws(BoltzmannError) {
    for (name, units) in [("visible", visible), ("hidden", hidden)] where units < 1 {
      throw .setting(name: "the number of \(name) units", value: Double(units), allowed: "1 or more")
    }
  }

  /// Decodes and checks a machine.
  ///
  /// - Throws: `BoltzmannError`, or what the decoder throws.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      visible: values.decode(Int.self, forKey: .visible), hidden: values.decode(Int.self, forKey: .hidden),
      weights: values.decode([Float].self, forKey: .weights),
      visibleBias: values.decode([Float].self, forKey: .visibleBias),
      hiddenBias: values.decode([Float].self, forKey: .hiddenBias))
  }

  private enum CodingKeys: String, CodingKey { case visible, hidden, weights, visibleBias, hiddenBias }

  /// W₁ W₂ … W_n of the layers of a deep belief network, the fields of the units of its last layer on the visible
  /// units of its first; row-major, visible units of the first · hidden units of the last.
  ///
  /// - Throws: `BoltzmannError.wrongCount` without layers, or if the hidden units of a layer are not as many as the
  ///   visible units of the next.
  public static func effectiveWeights(of layers: [BoltzmannMachine]) throws(BoltzmannError) -> [Float] {
    guard let first = layers.first else { throw .wrongCount(what: "the layers", expected: 1, found: 0) }
    var product = first.weights
    for (layer, next) in zip(layers, layers.dropFirst()) {
      guard next.visible == layer.hidden else {
        throw .wrongCount(what: "the visible units of the next layer", expected: layer.hidden, found: next.visible)
      }
      product = try SingleMatrixProduct.multiply(
        product, next.weights, rows: first.visible, inner: next.visible, columns: next.hidden)
    }
    return product
  }
}
