import Elementary
import Learning
import Random

/// The losses of the five-coupling block: components 1 and 2 together, component 3 as an A₁ model of its own.
struct FiveCouplingDivergence: BlockDivergence {
  let third: Divergence

  var couplings: Int { 5 }

  /// - Parameter third: loss and sampling constants, for all components.
  init(_ third: Divergence) { self.third = third }

  func differentiate(_ fine: Batch, _ coarse: Batch, into gradient: inout Batch, random: inout Xoshiro512) {
    let vectors = fine.vectors
    for vector in 0..<vectors {
      let used = min(8, fine.count - 8 * vector)
      func lanes(_ batch: Batch, _ k: Int) -> SIMD8<Double> { batch.lanes[k * vectors + vector] }
      func couplings(_ batch: Batch) -> FiveCouplingLaw.Couplings {
        FiveCouplingLaw.Couplings(
          j0: lanes(batch, 0), j1: lanes(batch, 1), j2: lanes(batch, 2), j3: lanes(batch, 3))
      }
      let model = FiveCouplingLaw.Coarse(couplings(coarse))
      let laws =
        third.loss == .kl
        ? (fine: FiveCouplingLaw.fine(couplings(fine)), coarse: model.probability)
        : drawn(couplings(fine), couplings(coarse), used: used, &random)
      let a = model.moments(laws.coarse)
      let b = model.moments(laws.fine)
      let rest = third.difference(lanes(fine, 4), lanes(coarse, 4), used: used, &random)
      for (k, value) in [a.m0 - b.m0, a.m1 - b.m1, a.m2 - b.m2, a.m3 - b.m3, rest].enumerated() {
        var difference = value
        for lane in used..<8 { difference[lane] = 0 }
        gradient.lanes[k * vectors + vector] = difference
      }
    }
  }

  /// Frequencies of the sums (S₁, S₂) in batches of explicit Gibbs chains.
  private func drawn(
    _ fine: FiveCouplingLaw.Couplings, _ coarse: FiveCouplingLaw.Couplings, used: Int,
    _ random: inout Xoshiro512
  ) -> (fine: [SIMD8<Double>], coarse: [SIMD8<Double>]) {
    let empty = [SIMD8<Double>](repeating: SIMD8(), count: FiveCouplingLaw.sums.count)
    var laws = (fine: empty, coarse: empty)
    let scale = 1 / Double(third.batch)
    for lane in 0..<used {
      let counts = FiveCouplingGibbs.drawn(
        FiveCouplingGibbs.Couplings(fine, lane), FiveCouplingGibbs.Couplings(coarse, lane), batch: third.batch,
        fineSweeps: third.fineSweeps, coarseSweeps: third.coarseSweeps, random: &random)
      for k in empty.indices {
        laws.fine[k][lane] = Double(counts.fine[k]) * scale
        laws.coarse[k][lane] = Double(counts.coarse[k]) * scale
      }
    }
    return laws
  }
}

extension FiveCouplingGibbs.Couplings {
  init(_ lanes: FiveCouplingLaw.Couplings, _ lane: Int) {
    self.init(j0: lanes.j0[lane], j1: lanes.j1[lane], j2: lanes.j2[lane], j3: lanes.j3[lane])
  }
}
