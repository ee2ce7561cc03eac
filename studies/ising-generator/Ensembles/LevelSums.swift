import Lattice

/// Sums of observables over configurations of one linear size L: what averages, variances and their jackknife need.
///
/// M is the sum of spins, B the number of satisfied bonds (equal neighbours, of 2 L²).
struct LevelSums: Codable, Sendable {
  /// Bins of the magnetisation per spin from −1 to 1.
  static let bins = 40

  let side: Int
  var configurations = 0
  /// Σ m², Σ m⁴, Σ |m| with m = M/L².
  var m2 = 0.0
  var m4 = 0.0
  var absm = 0.0
  /// Σ e, Σ e², Σ e|m| with e = B/L², the satisfied bonds a site.
  var e = 0.0
  var e2 = 0.0
  var eAbsm = 0.0
  /// Blocks of 2 × 2 spins that sum to zero, and blocks in all.
  var ties = 0
  /// Blocks whose majority, with a coin for ties, is the spin they were generated from.
  var parents = 0
  var blocks = 0
  /// Number of configurations by magnetisation.
  var histogram = [Int](repeating: 0, count: bins)
  /// Σ s(x) s(x + r) over sites and both axes, for r = 1, 2, 4, … L/2; empty if not asked for.
  var correlation: [Int]

  init(side: Int, correlations: Bool) {
    self.side = side
    correlation = correlations ? [Int](repeating: 0, count: Self.distances(side).count) : []
  }

  /// 1, 2, 4, … L/2 for L a power of two.
  static func distances(_ side: Int) -> [Int] {
    var r = 1
    var all: [Int] = []
    while 2 * r <= side {
      all.append(r)
      r *= 2
    }
    return all
  }

  mutating func add(_ lattice: SpinLattice) {
    let sites = Double(lattice.sites)
    let magnetization = lattice.magnetization
    let m = Double(magnetization) / sites
    let bonds = Double(lattice.satisfiedBonds) / sites
    configurations += 1
    m2 += m * m
    m4 += m * m * m * m
    absm += abs(m)
    e += bonds
    e2 += bonds * bonds
    eAbsm += bonds * abs(m)
    let bin = (magnetization + lattice.sites) * Self.bins / (2 * lattice.sites)
    histogram[min(bin, Self.bins - 1)] += 1
    for (k, r) in Self.distances(side).enumerated() where k < correlation.count {
      correlation[k] += lattice.correlation(at: r)
    }
  }

  /// Counts the blocks of a lattice: `coarse` its majority, `parent` what it was generated from, if it was.
  mutating func add(ties: Int, majority coarse: SpinLattice, parent: SpinLattice?) {
    self.ties += ties
    blocks += coarse.sites
    guard let parent else { return }
    let different = zip(coarse.words, parent.words).reduce(0) { $0 + ($1.0 ^ $1.1).nonzeroBitCount }
    parents += coarse.sites - different
  }
}
