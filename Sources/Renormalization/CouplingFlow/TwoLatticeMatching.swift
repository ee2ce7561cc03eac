import Statistics

/// Two-lattice matching at one coupling: ⟨ss′⟩ of nearest neighbours of a lattice of side L blocked n times minus that
/// of one of side L/2 blocked n − 1 times. Both have the side L/2ⁿ; at the critical coupling the difference dies with
/// the irrelevant couplings (K. G. Wilson; R. H. Swendsen, Phys. Rev. Lett. 42 (1979) 859).
public struct TwoLatticeMatching: Sendable, Codable, Hashable {
  /// The difference after n steps of the larger lattice.
  public struct Gap: Sendable, Codable, Hashable {
    /// n.
    public let steps: Int
    /// The common side L/2ⁿ.
    public let side: Int
    /// ⟨ss′⟩ of the larger minus that of the smaller lattice.
    public let difference: Estimate
  }

  /// The differences for n = 1, 2, … as far as both lattices were blocked.
  public let gaps: [Gap]

  /// - Parameters:
  ///   - large: side L.
  ///   - small: side L/2 at the same coupling with the same block rule, from independent chains.
  /// - Throws: `CouplingFlowError.badInput`.
  public init(large: IsingFlowEnsemble, small: IsingFlowEnsemble) throws(CouplingFlowError) {
    let (first, second) = (large.settings, small.settings)
    guard first.side == 2 * second.side, first.coupling == second.coupling, first.tieRule == second.tieRule else {
      throw .badInput(
        operation: "two-lattice matching",
        why: "sides \(first.side) and \(second.side) at K = \(first.coupling) and \(second.coupling) with rules "
          + "\(first.tieRule.rawValue) and \(second.tieRule.rawValue); the first side must be twice the second, and "
          + "the rest equal")
    }
    gaps = try (1...min(first.levels, second.levels + 1)).map { (n) throws(CouplingFlowError) in
      Gap(
        steps: n, side: first.side(level: n),
        difference: .difference(try large.bondEnergy(level: n), try small.bondEnergy(level: n - 1)))
    }
  }
}
