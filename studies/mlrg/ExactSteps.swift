import Notebook
import Random

/// What is computed without chance, by closed forms and enumeration.
extension MLRG {
  var exactFlow: Step<ExactFlow> {
    Step("exact-flow", parameters: "A1") { try ExactFlow() }
  }

  var finiteChains: Step<ChainFixedPoints> {
    let sweeps = p.exact.fineSweeps
    return Step("finite-chains", parameters: sweeps) { try ChainFixedPoints(fineSweeps: sweeps) }
  }

  /// Contrastive divergence of A₁ at random couplings and chain lengths.
  var contrastiveIdentity: Step<ContrastiveIdentity> {
    let draws = 200
    return .random("contrastive-identity", parameters: draws) { random in
      try ContrastiveIdentity(draws: draws, &random)
    }
  }

  /// Shen's five couplings: the same matrix on all bonds.
  var sharedBondMatrix: Step<FiveCouplingFlow> {
    Step("shared-bond-matrix", parameters: "A1+E") { try FiveCouplingFlow(.sameOnAllBonds()) }
  }

  /// Hou and You's five couplings: the matrix turns with the bond.
  var equivariantBondMatrix: Step<FiveCouplingFlow> {
    Step("equivariant-bond-matrix", parameters: "A1+E") { try FiveCouplingFlow(.equivariant()) }
  }

  var otherBlocks: Step<OtherBlocks> {
    let (sizes, polygons) = (p.exact.torusSizes, p.exact.polygons)
    return Step("other-blocks", parameters: [sizes, polygons]) {
      try OtherBlocks(torusSizes: sizes, polygons: polygons)
    }
  }

  var pottsBlocks: Step<[PottsPoint]> {
    let states = p.exact.pottsStates
    return Step("potts-blocks", parameters: states) { () -> [PottsPoint] in
      try states.map { try PottsPoint(states: $0) }
    }
  }

  var severalCoarseUnits: Step<SeveralCoarseUnits> {
    Step("several-coarse-units", parameters: "3 x 3") { try SeveralCoarseUnits() }
  }

  var otherObjectives: Step<[OtherObjective]> {
    Step("other-objectives", parameters: "A1") { try OtherObjective.all() }
  }
}
