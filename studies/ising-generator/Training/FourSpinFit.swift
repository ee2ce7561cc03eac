import Elementary
import Learning

/// A network of one, two or three weights, or the saturated table of six probabilities, of greatest likelihood.
struct FourSpinFit {
  /// a, b, c; nothing for the saturated table.
  let kernel: [Double]
  /// Cross-entropy on the training counts, nats a spin.
  let loss: Double
  /// P(s = +1) of the 16 contexts of `FourSpinRule`.
  let table: [Double]

  /// - Throws: `LogisticError`.
  init(_ model: UpsamplingModel, _ counts: ContextCounts) throws {
    let fit = try counts.fit(parameters: [UpsamplingModel.one: 1, .two: 2][model] ?? 3)
    guard model == .saturated2 else {
      let net = try ThreeParameterNet(fit)
      (kernel, loss, table) = ([net.a, net.b, net.c], fit.loss, net.probabilities)
      return
    }
    // A context that never occurred tells nothing.
    let agree = counts.outcomes.map { $0.sum() > 0 ? $0[1] / $0.sum() : 0.5 }
    kernel = []
    loss = fit.saturatedLoss
    table = (0..<16).map { patch in
      let p = agree[ContextCounts.context(ofPatch: patch)]
      return patch & 1 == 1 ? p : 1 - p
    }
  }

  /// Cross-entropy on other counts.
  func loss(on counts: ContextCounts) -> Double {
    var sum = 0.0
    // Own block up (bit 0) and the neighbours that make up context k.
    let patches = [0b0001, 0b1001, 0b0011, 0b1011, 0b0111, 0b1111]
    for (patch, n) in zip(patches, counts.outcomes) {
      let p = table[patch]
      if n[0] > 0 { sum -= n[0] * Elementary.log(1 - p) }
      if n[1] > 0 { sum -= n[1] * Elementary.log(p) }
    }
    return sum / Double(counts.total)
  }
}
