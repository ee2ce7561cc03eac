import Foundation
import Notebook
import Random
import Renormalization

/// The one-dimensional chapter.
extension RBMvsRG {
  var chainFlow: Step<ChainFlow> {
    let chain = p.chain
    let all = Step<[ChainFlow]>.array("chain-flows", parameters: chain, count: 1) {
      (_: Int, random: inout RandomStream) in try ChainFlow(chain, random: random)
    }
    return Step("chain-flow", parameters: "first", needs: all) { $0[0] }
  }

  var exactRings: Step<[FiniteRing]> {
    let sides = p.chain.ringSides
    return Step("exact-rings", parameters: sides) {
      try sides.flatMap { side in try [1.0, 2].map { try FiniteRing(side: side, coupling: $0) } }
    }
  }

  var sampledRings: Step<[SampledRing]> {
    let chain = p.chain
    return .array("sampled-rings", parameters: chain, count: chain.sampledCouplings.count) {
      (index: Int, random: inout RandomStream) in
      try SampledRing(chain.sampledCouplings[index], side: chain.sampledSide, rings: chain.rings, random: &random)
    }
  }
}
