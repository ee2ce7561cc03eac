import Random
import Testing

@testable import Lattice

@Suite("Wolff")
struct WolffTests {
  @Test(
    "a step flips one connected cluster of satisfied bonds",
    arguments: [2, 6, 8, 40, 64, 66], [0.44, -0.44, 0, 0.15])
  func clusters(side: Int, coupling: Double) throws {
    var random = RandomStream(seed: 1, name: "wolff/clusters", index: side)
    var chain = try Wolff(side: side, coupling: coupling, startUp: side % 4 == 0, random: &random)
    for _ in 0..<40 {
      let before = chain.lattice
      let size = chain.step()
      let after = chain.lattice
      var flipped = Set<Int>()
      for y in 0..<side {
        for x in 0..<side where before[y, x] != after[y, x] { flipped.insert(y * side + x) }
      }
      #expect(flipped.count == size)
      #expect(Self.reachable(in: flipped, before, antiferromagnetic: coupling < 0) == size)
    }
  }

  /// How many of the sites can be reached from one of them over satisfied bonds between them.
  private static func reachable(in sites: Set<Int>, _ lattice: SpinLattice, antiferromagnetic: Bool) -> Int {
    let side = lattice.side
    guard let start = sites.min() else { return 0 }
    var (seen, open): (Set<Int>, [Int]) = ([start], [start])
    while let site = open.popLast() {
      let (y, x) = (site / side, site % side)
      let (up, left) = ((y + side - 1) % side, (x + side - 1) % side)
      for (v, h) in [(y, (x + 1) % side), (y, left), ((y + 1) % side, x), (up, x)] {
        let equal = lattice[y, x] == lattice[v, h]
        if equal != antiferromagnetic, sites.contains(v * side + h), seen.insert(v * side + h).inserted {
          open.append(v * side + h)
        }
      }
    }
    return seen.count
  }

  @Test("at K = 0 clusters are single random sites, at K = 20 all of the lattice")
  func limits() throws {
    var random = RandomStream(seed: 1, name: "wolff/limits")
    var hot = try Wolff(side: 10, coupling: 0, random: &random)
    var hits = [Int](repeating: 0, count: 100)
    for _ in 0..<10_000 {
      let before = hot.lattice
      #expect(hot.step() == 1)
      let after = hot.lattice
      for site in 0..<100 {
        let (y, x) = (site / 10, site % 10)
        if before[y, x] != after[y, x] { hits[site] += 1 }
      }
    }
    // χ² of 99 degrees of freedom, standard deviation √198.
    let chiSquare = hits.reduce(0.0) { $0 + (Double($1) - 100) * (Double($1) - 100) / 100 }
    #expect(abs(chiSquare - 99) < 4 * 198.0.squareRoot(), "χ² \(chiSquare)")
    var cold = try Wolff(side: 10, coupling: 20, random: &random)
    for _ in 0..<10 { #expect(cold.step() == 100) }
  }

  /// The mean cluster size of Wolff's algorithm is χ = ⟨M²⟩/N (U. Wolff, Phys. Lett. B 228, 379 (1989)),
  /// here that of the critical 4 × 4 torus by enumeration.
  @Test("the mean cluster size is the susceptibility")
  func clusterSize() throws {
    let exact = EnumeratedTorus(side: 4, coupling: Ising2D.criticalCoupling).susceptibility
    var pulls = ChainPulls()
    for seed in 0..<60 {
      var random = RandomStream(seed: 1, name: "wolff/size", index: seed)
      var chain = try Wolff(side: 4, coupling: Ising2D.criticalCoupling, random: &random)
      for _ in 0..<100 { _ = chain.step() }
      try pulls.add((0..<4000).map { _ in Double(chain.step()) }, exact: exact)
    }
    pulls.expectStandard("cluster size")
  }

  /// Stopping when L² sites were visited prefers to stop after large clusters: the reason to measure only
  /// after a fixed number of steps.
  @Test("sweeps end in configurations that are not Boltzmann distributed")
  func stoppingRule() throws {
    let exact = EnumeratedTorus(side: 4, coupling: Ising2D.criticalCoupling).energy
    var pulls: [Double] = []
    for seed in 0..<20 {
      var random = RandomStream(seed: 1, name: "wolff/stopping", index: seed)
      var chain = try Wolff(side: 4, coupling: Ising2D.criticalCoupling, random: &random)
      chain.sweep(100)
      var chainPulls = ChainPulls()
      let energies = (0..<4000).map { _ in
        chain.sweep(1)
        return Double(chain.lattice.satisfiedBonds) / 8 - 2
      }
      try chainPulls.add(energies, exact: exact)
      pulls += chainPulls.values
    }
    let mean = pulls.reduce(0, +) / 20
    #expect(mean * 20.0.squareRoot() > 10, "mean pull \(mean)")
  }

  @Test("a chain is a value")
  func values() throws {
    var random = RandomStream(seed: 1, name: "wolff/values")
    var one = try Wolff(side: 40, coupling: 0.44, startUp: false, random: &random)
    #expect(one.lattice == SpinLattice(side: 40, up: false))
    one.sweep(3)
    var other = one
    let kept = one.lattice
    one.sweep(4)
    #expect(other.lattice == kept)
    other.sweep(4)
    #expect(other.lattice == one.lattice)
    let series = other.series(5, every: 2)
    #expect(series.count == 5 && series.magnetization.last == other.lattice.magnetization)
  }

  /// Configurations after 500 steps from seed 2026; they may never change.
  @Test(
    "a seed gives the same configurations for ever",
    arguments: [
      (2, 0.5, 13_268_570_390_602_789_509), (8, 0.44, 1_689_273_107_679_138_469),
      (40, 0.44, 6_662_547_347_957_535_075), (64, -0.44, 12_238_960_636_293_875_720),
      (130, 0.44, 15_580_986_973_959_907_578),
    ] as [(Int, Double, UInt64)])
  func pins(side: Int, coupling: Double, digest: UInt64) throws {
    var random = RandomStream(seed: 2026, name: "wolff/pin", index: side)
    var chain = try Wolff(side: side, coupling: coupling, random: &random)
    for _ in 0..<500 { _ = chain.step() }
    #expect(chain.lattice.digest == digest)
  }
}
