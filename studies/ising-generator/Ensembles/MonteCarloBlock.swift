import Lattice
import Random
import Renormalization

/// One Swendsen–Wang chain: sums of everything that any chapter needs of it.
struct MonteCarloBlock: Codable, Sendable {
  /// The lattice and its successive blockings, down to side 4.
  private(set) var levels: [LevelSums]
  /// Renormalization matrix of each blocking step whose coarse side is at least 4.
  private(set) var steps: [MCRGSums]
  /// Training counts of (lattice, blocked lattice), n[k][g] at 2k + g.
  private(set) var contexts = [Int](repeating: 0, count: 12)
  /// The same of (blocked once, blocked twice).
  private(set) var secondContexts = [Int](repeating: 0, count: 12)
  /// Training counts weighted by 2^(−ties), with Σw and Σw².
  private(set) var weightedContexts = [Double](repeating: 0, count: 12)
  private(set) var weightSum = 0.0
  private(set) var weightSquares = 0.0
  /// u and m² of every configuration of the first chain, nothing of the others.
  private(set) var energies: [Double] = []
  private(set) var squaredMagnetizations: [Double] = []

  /// Runs the chain.
  ///
  /// - Throws: `IsingError`, `RenormalizationError`.
  init(_ parameters: EnsembleParameters, blocking rule: BlockRule, chain: Int, random: RandomStream) throws {
    var sides: [Int] = []
    var side = parameters.size
    while side >= 4 {
      sides.append(side)
      side /= 2
    }
    levels = sides.enumerated().map { LevelSums(side: $1, correlations: $0 == 0) }
    steps = sides.dropFirst().map { _ in MCRGSums() }
    var moves = random.child("sweeps")
    var coins = random.child("ties")
    var chainState = try SwendsenWang(side: parameters.size, coupling: parameters.coupling, random: &moves)
    chainState.sweep(parameters.thermalisation)
    for _ in 0..<parameters.configurations(ofChain: chain) {
      chainState.sweep(parameters.sweepsBetween)
      let lattice = chainState.lattice
      try add(lattice, rule, &coins)
      guard chain == 0 else { continue }
      energies.append(2 * Double(lattice.satisfiedBonds) / Double(lattice.sites) - 2)
      let m = Double(lattice.magnetization) / Double(lattice.sites)
      squaredMagnetizations.append(m * m)
    }
  }

  private mutating func add(_ lattice: SpinLattice, _ rule: BlockRule, _ coins: inout RandomStream) throws {
    var fine = lattice
    var fineAverages = try WindowHistogram(fine).averages
    for k in levels.indices {
      levels[k].add(fine)
      let (coarse, ties) = try rule.block(fine, random: &coins)
      levels[k].add(ties: ties, majority: coarse, parent: nil)
      if k < 2 { addCounts(fine: fine, coarse: coarse, ties: ties, step: k) }
      if k < steps.count {
        let coarseAverages = try WindowHistogram(coarse).averages
        steps[k].add(coarse: coarseAverages, fine: fineAverages)
        fineAverages = coarseAverages
      }
      fine = coarse
    }
  }

  private mutating func addCounts(fine: SpinLattice, coarse: SpinLattice, ties: Int, step: Int) {
    let counts = TrainingCounts.contextCounts(fine: fine, coarse: coarse)
    if step == 1 {
      for index in counts.indices { secondContexts[index] += counts[index] }
      return
    }
    // 2^(−ties) for the whole configuration; it underflows to 0 only where it is negligible.
    let weight = Double(sign: .plus, exponent: -ties, significand: 1)
    weightSum += weight
    weightSquares += weight * weight
    for index in counts.indices {
      contexts[index] += counts[index]
      weightedContexts[index] += weight * Double(counts[index])
    }
  }
}
