import Lattice
import Random

/// A local random map from a lattice to one of twice its side: every coarse spin becomes a block of 2 × 2.
///
/// The coarse lattice is periodic: on side 1 all neighbours of the spin are the spin itself, on side 2 the
/// left and the right neighbour coincide.
protocol UpsamplingRule: Sendable {
  /// One refinement of `coarse`, L → 2L.
  ///
  /// - Parameter random: the source of all draws. How many words are taken from it depends on them.
  func refined(_ coarse: SpinLattice, random: inout Xoshiro512) -> SpinLattice
}
