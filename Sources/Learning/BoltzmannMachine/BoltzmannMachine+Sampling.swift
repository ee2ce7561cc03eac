import Elementary
import Random

extension BoltzmannMachine {
  /// ⟨h | v⟩ = tanh(b + Wᵀ v) of every sample.
  ///
  /// - Returns: `hidden` numbers a sample, one sample after the other.
  /// - Throws: `BoltzmannError.wrongCount` unless the samples have `visible` units.
  public func hiddenMeans(of samples: SpinSamples) throws(BoltzmannError) -> [Float] {
    try check(samples, visible, "the visible units of the samples")
    return LayerPass(hiddenLayer).means(of: samples)
  }

  /// ⟨v | h⟩ = tanh(a + W h) of every sample of the hidden units.
  ///
  /// - Returns: `visible` numbers a sample, one sample after the other.
  /// - Throws: `BoltzmannError.wrongCount` unless the samples have `hidden` units.
  public func visibleMeans(of samples: SpinSamples) throws(BoltzmannError) -> [Float] {
    try check(samples, hidden, "the hidden units of the samples")
    return LayerPass(visibleLayer).means(of: samples)
  }

  /// Hidden units drawn given every sample, which are the data of the next layer of a deep belief network.
  ///
  /// - Throws: `BoltzmannError.wrongCount` unless the samples have `visible` units.
  public func sampledHidden(
    of samples: SpinSamples, random: inout RandomStream
  ) throws(BoltzmannError) -> SpinSamples {
    try check(samples, visible, "the visible units of the samples")
    var generator = Xoshiro512(&random)
    return LayerPass(hiddenLayer).draw(samples, &generator)
  }

  /// Visible units drawn given every sample of the hidden units.
  ///
  /// - Throws: `BoltzmannError.wrongCount` unless the samples have `hidden` units.
  public func sampledVisible(
    of samples: SpinSamples, random: inout RandomStream
  ) throws(BoltzmannError) -> SpinSamples {
    try check(samples, hidden, "the hidden units of the samples")
    var generator = Xoshiro512(&random)
    return LayerPass(visibleLayer).draw(samples, &generator)
  }

  /// The chain v → h → v → … of all samples: the RBM flow (S. Iso, S. Shiba, S. Yokoo, arXiv 1801.07172).
  ///
  /// - Parameter steps: length of the chain, 0 or more.
  /// - Returns: the visible samples after 1, 2, … `steps` steps.
  /// - Throws: `BoltzmannError.wrongCount` unless the samples have `visible` units; `.setting` for negative steps.
  public func reconstructions(
    of samples: SpinSamples, steps: Int, random: inout RandomStream
  ) throws(BoltzmannError) -> [SpinSamples] {
    try check(samples, visible, "the visible units of the samples")
    guard steps >= 0 else {
      throw .setting(name: "the number of steps", value: Double(steps), allowed: "0 or more")
    }
    let up = LayerPass(hiddenLayer)
    let down = LayerPass(visibleLayer)
    var generator = Xoshiro512(&random)
    var chain: [SpinSamples] = []
    for _ in 0..<steps {
      let hidden = up.draw(chain.last ?? samples, &generator)
      chain.append(down.draw(hidden, &generator))
    }
    return chain
  }

  /// The free energy F(v) = -a·v - Σ_j ln 2 cosh(b_j + Σ_i v_i W_ij) of every sample; P(v) ∝ e^{-F(v)}.
  ///
  /// The fields are sums in single precision, everything after them is in double precision.
  ///
  /// - Throws: `BoltzmannError.wrongCount` unless the samples have `visible` units.
  public func freeEnergy(of samples: SpinSamples) throws(BoltzmannError) -> [Double] {
    try check(samples, visible, "the visible units of the samples")
    let fields = LayerPass(hiddenLayer).fields(of: samples)
    return (0..<samples.count).map { sample in
      var energy = 0.0
      for (unit, bias) in visibleBias.enumerated() { energy -= samples[sample, unit] ? Double(bias) : -Double(bias) }
      for unit in 0..<hidden { energy -= Elementary.log2cosh(Double(fields[sample * hidden + unit])) }
      return energy
    }
  }

  private func check(_ samples: SpinSamples, _ units: Int, _ what: String) throws(BoltzmannError) {
    guard samples.units == units else { throw .wrongCount(what: what, expected: units, found: samples.units) }
  }

  private var hiddenLayer: SignLayer {
    SignLayer(PanelMatrix(rows: visible, columns: hidden, rowMajor: weights), bias: hiddenBias)
  }

  private var visibleLayer: SignLayer {
    let weights = PanelMatrix(rows: visible, columns: hidden, rowMajor: weights)
    let transposed = PanelMatrix(rows: hidden, columns: visible)
    for panel in 0..<weights.panels { weights.transpose(panel: panel, into: transposed) }
    return SignLayer(transposed, bias: visibleBias)
  }
}
