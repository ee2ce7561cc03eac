import Elementary
import Learning
import Random

/// A loss between the fine block at J and the coarse block at J′, differentiated with respect to J′.
protocol BlockDivergence {
  /// Number of couplings.
  var couplings: Int { get }

  /// Writes dloss/dJ′ of every model of the batch into `gradient`, for each model by itself.
  func differentiate(_ fine: Batch, _ coarse: Batch, into gradient: inout Batch, random: inout Xoshiro512)
}

/// The two losses of the paper (Eqs. 10 and 11) for the one coupling of the A₁ model.
///
/// The gradient of one model is E[S]_coarse − E[S]_fine with S = M tanh(J′M), the expectation being exact for the
/// Kullback–Leibler divergence and over samples for the contrastive one.
struct Divergence: BlockDivergence {
  let loss: Loss
  let sampler: Sampler
  /// Samples a model (contrastive divergence only).
  let batch: Int
  let fineSweeps: Int
  let coarseSweeps: Int

  var couplings: Int { 1 }

  init(_ parameters: TrainingParameters) {
    loss = parameters.loss
    sampler = parameters.sampler
    batch = parameters.batch
    fineSweeps = parameters.fineSweeps
    coarseSweeps = parameters.coarseSweeps
  }

  func differentiate(_ fine: Batch, _ coarse: Batch, into gradient: inout Batch, random: inout Xoshiro512) {
    for vector in 0..<fine.vectors {
      let used = min(8, fine.count - 8 * vector)
      var difference = difference(fine.lanes[vector], coarse.lanes[vector], used: used, &random)
      for lane in used..<8 { difference[lane] = 0 }
      gradient.lanes[vector] = difference
    }
  }

  /// The gradient for eight models, of which the first `used` are wanted.
  func difference(
    _ j: SIMD8<Double>, _ jPrime: SIMD8<Double>, used: Int, _ random: inout Xoshiro512
  ) -> SIMD8<Double> {
    let four = 4 * Elementary.tanh(4 * jPrime)
    let two = 2 * Elementary.tanh(2 * jPrime)
    switch loss {
    case .kl:
      let law = ClassLaw.equilibrium(j)
      return 4 * Elementary.tanh(jPrime) - (law.aligned * four + law.oneFlipped * two)
    case .cd:
      let counts =
        sampler == .law
        ? drawn(j, jPrime, used: used, &random) : GibbsBlocks.drawn(self, j, jPrime, used: used, &random)
      let aligned = (counts.coarse.aligned - counts.fine.aligned) * four
      return aligned + (counts.coarse.oneFlipped - counts.fine.oneFlipped) * two
    }
  }

  /// Frequencies of |M| = 4 and |M| = 2 in a batch.
  struct Frequencies {
    var aligned = SIMD8<Double>()
    var oneFlipped = SIMD8<Double>()
  }

  /// Draws the class frequencies of the fine and the coarse batch from their exact laws.
  ///
  /// The coarse chain starts from a second draw of the same fine chain, but the law of |M| after a coarse sweep does
  /// not depend on its start, so both batches are independent.
  private func drawn(
    _ j: SIMD8<Double>, _ jPrime: SIMD8<Double>, used: Int, _ random: inout Xoshiro512
  ) -> (fine: Frequencies, coarse: Frequencies) {
    let fineLaw = ClassLaw.afterSweeps(fineSweeps, j)
    let coarseLaw = ClassLaw.coarse(jPrime)
    var fine = Frequencies()
    var coarse = Frequencies()
    let scale = 1 / Double(batch)
    for lane in 0..<used {
      let a = random.binomial(batch, fineLaw.aligned[lane])
      let b = random.binomial(batch - a, fineLaw.oneFlipped[lane] / (1 - fineLaw.aligned[lane]))
      let c = random.binomial(batch, coarseLaw.aligned[lane])
      let d = random.binomial(batch - c, coarseLaw.oneFlipped[lane] / (1 - coarseLaw.aligned[lane]))
      fine.aligned[lane] = Double(a) * scale
      fine.oneFlipped[lane] = Double(b) * scale
      coarse.aligned[lane] = Double(c) * scale
      coarse.oneFlipped[lane] = Double(d) * scale
    }
    return (fine, coarse)
  }
}
