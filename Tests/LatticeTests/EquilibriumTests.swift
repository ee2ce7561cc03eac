import Lattice
import Random
import Testing

/// Chains against exact averages: the pulls of independent chains have mean 0 and variance 1.
@Suite("Equilibrium of the cluster algorithms")
struct EquilibriumTests {
  private static let critical = Ising2D.criticalCoupling

  private func swendsenWang(
    _ side: Int, _ coupling: Double, _ seed: Int, _ samples: Int
  ) throws -> IsingSeries {
    var random = RandomStream(seed: 1, name: "equilibrium/sw/\(side)/\(coupling)", index: seed)
    var chain = try SwendsenWang(side: side, coupling: coupling, random: &random)
    chain.sweep(200)
    return chain.series(samples)
  }

  private func wolff(
    _ side: Int, _ coupling: Double, _ seed: Int, _ samples: Int, every: Int
  ) throws -> IsingSeries {
    var random = RandomStream(seed: 1, name: "equilibrium/wolff/\(side)/\(coupling)", index: seed)
    var chain = try Wolff(side: side, coupling: coupling, random: &random)
    chain.sweep(200)
    // The configuration at the end of `sweep` is not an equilibrium one; these steps forget it.
    for _ in 0..<500 { _ = chain.step() }
    return chain.series(samples, every: every)
  }

  @Test(
    "energy and susceptibility of all states of the 2 × 2 and 4 × 4 torus",
    arguments: [2, 4], [-0.44068679350977151, -0.2, 0, 0.2, 0.44068679350977151, 0.6])
  func enumeration(side: Int, coupling: Double) throws {
    let exact = EnumeratedTorus(side: side, coupling: coupling)
    var (energy, susceptibility) = (ChainPulls(), ChainPulls())
    var (wolffEnergy, wolffSusceptibility) = (ChainPulls(), ChainPulls())
    for seed in 0..<60 {
      let series = try swendsenWang(side, coupling, seed, 3000)
      try energy.add(series.u, exact: exact.energy)
      try susceptibility.add(series.squaredMagnetization, exact: exact.susceptibility)
      let steps = abs(coupling) < 0.3 ? side * side / 2 : 3
      let wolff = try wolff(side, coupling, seed, 3000, every: steps)
      try wolffEnergy.add(wolff.u, exact: exact.energy)
      try wolffSusceptibility.add(wolff.squaredMagnetization, exact: exact.susceptibility)
    }
    energy.expectStandard("u, Swendsen–Wang")
    susceptibility.expectStandard("χ, Swendsen–Wang")
    wolffEnergy.expectStandard("u, Wolff")
    wolffSusceptibility.expectStandard("χ, Wolff")
  }

  /// Critical energies of the torus from the partition function of B. Kaufman, Phys. Rev. 76, 1232 (1949),
  /// and ⟨M²⟩/N of side 8 from its transfer matrix in an imaginary field; a bipartite antiferromagnet has
  /// −u.
  @Test(
    "critical energy of larger tori",
    arguments: [
      (8, 1.0, 1.49158910743971, 41.4023407996), (16, 1.0, 1.45306485281348, nil),
      (16, -1.0, -1.45306485281348, nil), (64, 1.0, 1.42393838983301, nil),
    ] as [(Int, Double, Double, Double?)])
  func critical(side: Int, sign: Double, exact: Double, susceptibility: Double?) throws {
    var (energy, squares) = (ChainPulls(), ChainPulls())
    var (wolffEnergy, wolffSquares) = (ChainPulls(), ChainPulls())
    let seeds = side == 64 ? 20 : 40
    let samples = side == 64 ? 1500 : 3000
    for seed in 0..<seeds {
      let series = try swendsenWang(side, sign * Self.critical, seed, samples)
      try energy.add(series.u, exact: exact)
      let wolff = try wolff(side, sign * Self.critical, seed, samples, every: 3)
      try wolffEnergy.add(wolff.u, exact: exact)
      if let susceptibility {
        try squares.add(series.squaredMagnetization, exact: susceptibility)
        try wolffSquares.add(wolff.squaredMagnetization, exact: susceptibility)
      }
    }
    energy.expectStandard("u, Swendsen–Wang")
    wolffEnergy.expectStandard("u, Wolff")
    if susceptibility != nil {
      squares.expectStandard("χ, Swendsen–Wang")
      wolffSquares.expectStandard("χ, Wolff")
    }
  }

  @Test("Wolff and Swendsen–Wang agree", arguments: [(6, 0.5), (24, 0.4), (66, 0.42), (40, -0.42)])
  func agreement(side: Int, coupling: Double) throws {
    var (energy, squares) = (ChainPulls(), ChainPulls())
    for seed in 0..<30 {
      let one = try swendsenWang(side, coupling, seed, 1000)
      let other = try wolff(side, coupling, seed, 1000, every: 6)
      try energy.add(one.u, minus: other.u)
      try squares.add(one.squaredMagnetization, minus: other.squaredMagnetization)
    }
    energy.expectStandard("u")
    squares.expectStandard("χ")
  }
}
