/// How the coupling K′ of a blocked lattice is read off.
public enum FlowMethod: Sendable, Codable, Hashable {
  /// The coupling at which a torus of the same side has the same bond energy, by Kaufman's solution.
  case nearestNeighbourMatching
  /// K₁ of the pseudo-likelihood; only with the one-parameter fit is it a coupling of the same model.
  case pseudoLikelihood(PseudoLikelihood.Terms)

  /// The estimate from one bin, or from many merged ones.
  func coupling(of bin: IsingFlowBin, level: Int) throws(CouplingFlowError) -> Double {
    let energy = try bin.bondEnergy(level: level)
    switch self {
    case .nearestNeighbourMatching:
      return try KaufmanInversion(side: bin.settings.side(level: level)).coupling(bondEnergy: energy)
    case .pseudoLikelihood(let terms):
      guard bin.localFields.indices.contains(level) else {
        throw .badInput(operation: "pseudo-likelihood", why: "the local fields were not measured in these bins")
      }
      return try PseudoLikelihood(bin.localFields[level], terms: terms).couplings[0]
    }
  }
}
