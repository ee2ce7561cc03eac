import Foundation
import Random
import Testing

@testable import Lattice

@Suite("Swendsen–Wang")
struct SwendsenWangTests {
  /// A sweep from its own bond bits by a union-find of sites: what the configuration after it must be.
  private struct Sweep {
    let side: Int
    let chain: SwendsenWang
    let before: SpinLattice

    init(_ chain: SwendsenWang, before: SpinLattice) {
      side = before.side
      self.chain = chain
      self.before = before
    }

    private func bit(_ plane: Int, _ y: Int, _ x: Int) -> Bool {
      chain.planes[plane + y * BondClusters.wordsPerRow(side) + x / 64] >> UInt64(x % 64) & 1 == 1
    }
    func opensRight(_ y: Int, _ x: Int) -> Bool { bit(0, y, x) }
    func opensDown(_ y: Int, _ x: Int) -> Bool { bit(BondClusters.plane(side), y, x) }

    /// Whether every open bond is satisfied: its spins equal for K > 0, different for K < 0.
    func opensOnlySatisfied(antiferromagnetic: Bool) -> Bool {
      var fine = true
      for y in 0..<side {
        for x in 0..<side {
          let right = before[y, x] == before[y, (x + 1) % side]
          let down = before[y, x] == before[(y + 1) % side, x]
          if opensRight(y, x) && right == antiferromagnetic { fine = false }
          if opensDown(y, x) && down == antiferromagnetic { fine = false }
        }
      }
      return fine
    }

    /// The smallest site of the cluster of every site.
    private func clusters() -> [Int] {
      var parent = Array(0..<side * side)
      func root(_ site: Int) -> Int {
        var site = site
        while parent[site] != site { site = parent[site] }
        return site
      }
      func unite(_ a: Int, _ b: Int) {
        let (a, b) = (root(a), root(b))
        parent[max(a, b)] = min(a, b)
      }
      for y in 0..<side {
        for x in 0..<side {
          if opensRight(y, x) { unite(y * side + x, y * side + (x + 1) % side) }
          if opensDown(y, x) { unite(y * side + x, (y + 1) % side * side + x) }
        }
      }
      return parent.indices.map(root)
    }

    /// The number of the run of every site, runs being counted along the rows.
    private func runs() -> [Int] {
      var count = 0
      var runs: [Int] = []
      for y in 0..<side {
        for x in 0..<side {
          if x == 0 || !opensRight(y, x - 1) { count += 1 }
          runs.append(count - 1)
        }
      }
      return runs
    }

    /// Every cluster takes the coin of its first run. The smallest site of a cluster lies in it.
    var after: SpinLattice {
      let (clusters, runs) = (clusters(), runs())
      var lattice = before
      for (site, cluster) in clusters.enumerated() {
        let run = runs[cluster]
        let coin = chain.planes[BondClusters.coinOffset(side) + run / 64] >> UInt64(run % 64) & 1 == 1
        if coin { lattice[site / side, site % side].toggle() }
      }
      return lattice
    }
  }

  @Test(
    "flips the clusters of a union-find of sites, each by one coin",
    arguments: [2, 4, 6, 8, 32, 34, 40, 64, 66, 96, 128, 130],
    [0.4406867935097715, -0.4406867935097715, 0, 0.15, 0.9])
  func clusters(side: Int, coupling: Double) throws {
    var random = RandomStream(seed: 1, name: "swendsen-wang/clusters", index: side)
    var chain = try SwendsenWang(side: side, coupling: coupling, startUp: side % 4 == 0, random: &random)
    for _ in 0..<12 {
      let before = chain.lattice
      chain.sweep()
      let sweep = Sweep(chain, before: before)
      #expect(sweep.opensOnlySatisfied(antiferromagnetic: coupling < 0))
      #expect(chain.lattice == sweep.after)
    }
  }

  /// The number of open bonds of aligned spins is binomial: 2N bonds, p = 1 − e^{−2K}.
  @Test("opens satisfied bonds with probability 1 − e^(−2K)", arguments: [0.05, 0.4406867935097715, 1.5])
  func bondProbability(coupling: Double) throws {
    var pulls: [Double] = []
    for (index, side) in [2, 8, 30, 34, 64, 100, 128, 32, 64, 192].enumerated() {
      for repetition in 0..<20 {
        let name = "swendsen-wang/bonds/\(coupling)/\(index)"
        var random = RandomStream(seed: 1, name: name, index: repetition)
        var chain = try SwendsenWang(side: side, coupling: coupling, random: &random)
        chain.sweep()
        let sweep = Sweep(chain, before: SpinLattice(side: side))
        var (right, down) = (0, 0)
        for y in 0..<side {
          for x in 0..<side {
            right += sweep.opensRight(y, x) ? 1 : 0
            down += sweep.opensDown(y, x) ? 1 : 0
          }
        }
        let p = -expm1(-2 * coupling)
        let bonds = Double(side * side)
        for open in [right, down] {
          pulls.append((Double(open) - p * bonds) / (bonds * p * (1 - p)).squareRoot())
        }
      }
    }
    let n = Double(pulls.count)
    let mean = pulls.reduce(0, +) / n
    let variance = pulls.reduce(0) { $0 + $1 * $1 } / n
    #expect(abs(mean) < 4 / n.squareRoot(), "mean \(mean)")
    // Excess kurtosis of a binomial: (1 − 6p(1 − p))/(N p (1 − p)), here at most 5 for L = 2.
    #expect(abs(variance - 1) < 4 * (7 / n).squareRoot(), "variance \(variance)")
  }

  @Test("K = 20 keeps aligned spins aligned, K = 0 makes every spin a coin")
  func limits() throws {
    var random = RandomStream(seed: 1, name: "swendsen-wang/limits")
    var cold = try SwendsenWang(side: 66, coupling: 20, random: &random)
    for _ in 0..<50 {
      cold.sweep()
      #expect(abs(cold.lattice.magnetization) == 66 * 66)
    }
    var hot = try SwendsenWang(side: 128, coupling: 0, random: &random)
    hot.sweep()
    // M of N coins has standard deviation √N = 128.
    #expect(abs(hot.lattice.magnetization) < 4 * 128)
  }

  @Test("a chain is a value, and many sweeps are as many single ones")
  func values() throws {
    var random = RandomStream(seed: 1, name: "swendsen-wang/values")
    var one = try SwendsenWang(side: 40, coupling: 0.44, startUp: false, random: &random)
    #expect(one.lattice == SpinLattice(side: 40, up: false))
    one.sweep(3)
    var other = one
    let kept = one.lattice
    one.sweep(4)
    #expect(other.lattice == kept && one.lattice != kept)
    for _ in 0..<4 { other.sweep() }
    #expect(other.lattice == one.lattice)
    let series = other.series(5, every: 2)
    #expect(series.count == 5 && series.magnetization.last == other.lattice.magnetization)
    #expect(series.satisfiedBonds.last == other.lattice.satisfiedBonds)
  }

  /// Configurations after 20 sweeps from seed 2026; they may never change.
  @Test(
    "a seed gives the same configurations for ever",
    arguments: [
      (2, 0.5, 16_728_265_911_735_877_797), (8, 0.44, 15_963_260_581_449_589_545),
      (34, 0.44, 13_988_329_530_464_428_741), (64, 0.44, 6_708_067_051_392_838_651),
      (64, -0.3, 1_676_818_017_797_051_124), (130, 0.44, 703_258_770_765_547_389),
      (256, 0.44, 937_755_111_458_081_099),
    ] as [(Int, Double, UInt64)])
  func pins(side: Int, coupling: Double, digest: UInt64) throws {
    var random = RandomStream(seed: 2026, name: "swendsen-wang/pin", index: side)
    var chain = try SwendsenWang(side: side, coupling: coupling, random: &random)
    chain.sweep(20)
    #expect(chain.lattice.digest == digest)
  }
}
