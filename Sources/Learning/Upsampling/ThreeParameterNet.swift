import Elementary

/// The three-parameter upsampling net of Rançon, Rançon, Ivek and Balog (arXiv 2506.04016): nearest-neighbour
/// upsampling by 2 and one 3 × 3 convolution of 0/1 spins with the kernel [[a, b, a], [b, c, b], [a, b, a]],
/// a bias of minus half its sum, and a sigmoid; fine spins are drawn independently.
///
/// A fine spin sees four coarse spins: its own block o, the neighbours h and v and the diagonal d on its
/// side,
///
///     P(s = +1) = 1 / (1 + e^{-z}),  z = [W0 o + W1 (h + v) + W2 d] / 2,  ⟨s⟩ = tanh(z / 2)
///     W0 = a + 2 b + c,  W1 = a + b,  W2 = a.
public struct ThreeParameterNet: Sendable, Hashable, Codable {
  public let w0: Double
  public let w1: Double
  public let w2: Double

  /// From the weights of the coarse spins.
  ///
  /// - Throws: `UpsamplingError.notFinite`.
  public init(w0: Double, w1: Double, w2: Double) throws(UpsamplingError) {
    for (name, value) in [("W0", w0), ("W1", w1), ("W2", w2)] where !value.isFinite {
      throw .notFinite(what: "the weight \(name) of the three-parameter net", value: value)
    }
    self.w0 = w0
    self.w1 = w1
    self.w2 = w2
  }

  /// From the kernel: corner a, edge b, centre c.
  ///
  /// - Throws: `UpsamplingError.notFinite`.
  public init(a: Double, b: Double, c: Double) throws(UpsamplingError) {
    for (name, value) in [("a", a), ("b", b), ("c", c)] where !value.isFinite {
      throw .notFinite(what: "the kernel entry \(name) of the three-parameter net", value: value)
    }
    try self.init(w0: a + 2 * b + c, w1: a + b, w2: a)
  }

  /// From a fit of one, two or three weights; those that were not fitted are zero.
  ///
  /// - Throws: `UpsamplingError.wrongCount` or `.notFinite`.
  public init(_ fit: LogisticFit) throws(UpsamplingError) {
    let w = fit.weights
    guard (1...3).contains(w.count) else { throw .wrongCount(what: "weights", expected: 3, found: w.count) }
    try self.init(w0: w[0], w1: w.count > 1 ? w[1] : 0, w2: w.count > 2 ? w[2] : 0)
  }

  /// Corner of the kernel.
  public var a: Double { w2 }
  /// Edge of the kernel.
  public var b: Double { w1 - w2 }
  /// Centre of the kernel.
  public var c: Double { w0 - 2 * w1 + w2 }

  /// (W0, W1, W2).
  public var weights: [Double] { [w0, w1, w2] }

  /// Rows that turn (W0, W1, W2) into (a, b, c), for `LogisticFit.transformed(by:)`.
  public static let kernelRows: [[Double]] = [[0, 0, 1], [0, 1, -1], [1, -2, 1]]

  /// z of the 16 patches own | h << 1 | v << 2 | d << 3, a set bit for +1.
  public var logits: [Double] {
    (0..<16).map { patch in
      func spin(_ bit: Int) -> Double { patch >> bit & 1 == 1 ? 1 : -1 }
      let sides = w1 * (spin(1) + spin(2))
      return 0.5 * (w0 * spin(0) + sides + w2 * spin(3))
    }
  }

  /// P(s = +1) of the 16 patches.
  public var probabilities: [Double] { logits.map { Elementary.sigmoid($0) } }

  /// ⟨s⟩ = tanh(z / 2) of the 16 patches.
  public var conditionalMagnetization: [Double] { logits.map { Elementary.tanh(0.5 * $0) } }

  /// Cross-entropy of the net, nats per spin.
  ///
  /// - Throws: `LogisticError.emptyTrainingSet`.
  public func loss(on counts: ContextCounts) throws(LogisticError) -> Double {
    try ContextCounts.problem().loss(weights, counts: counts.outcomes)
  }
}
