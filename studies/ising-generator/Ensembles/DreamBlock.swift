import Lattice
import Random
import Renormalization

/// A block of dreams: sums of everything that any chapter needs of them.
struct DreamBlock: Codable, Sendable {
  /// Side 4, 8, … or, for other seeds than one spin, from the seed's side on.
  private(set) var levels: [LevelSums]
  /// Matrix from the lattice that side 8, 16, … was generated from.
  private(set) var parent: [MCRGSums]
  /// Matrix from the majority blocking of side 8, 16, …
  private(set) var majority: [MCRGSums]

  /// Sums over no dreams yet.
  ///
  /// - Parameters:
  ///   - start: side of the smallest lattice measured, at least 4.
  ///   - side: side of the largest, `start` times a power of two.
  init(from start: Int = 4, to side: Int) {
    var sides = [start]
    while let last = sides.last, last < side { sides.append(2 * last) }
    levels = sides.map { LevelSums(side: $0, correlations: $0 == side) }
    parent = sides.dropFirst().map { _ in MCRGSums() }
    majority = parent
  }

  /// `count` dreams from one spin; configuration `first + i` draws from the child stream of that number.
  ///
  /// - Throws: `DreamError`, `RenormalizationError`.
  init(
    rule: any UpsamplingRule, root: Dream.Root, to side: Int, first: Int, count: Int, random: RandomStream
  ) throws {
    self.init(to: side)
    for configuration in first..<first + count {
      var stream = random.child("configuration", configuration)
      var coins = random.child("ties", configuration)
      let dream = Dream(rule: rule, root: root, configuration: configuration)
      try add(try dream.levels(to: side, random: &stream).filter { $0.side >= 4 }, &coins)
    }
  }

  /// Adds one dream: its lattices in ascending size.
  mutating func add(_ lattices: [SpinLattice], _ coins: inout RandomStream) throws {
    var previous: (lattice: SpinLattice, averages: WindowAverages)?
    for (k, lattice) in lattices.enumerated() {
      let averages = try WindowHistogram(lattice).averages
      levels[k].add(lattice)
      let (blocked, ties) = try BlockRule.coin.block(lattice, random: &coins)
      levels[k].add(ties: ties, majority: blocked, parent: previous?.lattice)
      if let previous {
        parent[k - 1].add(coarse: previous.averages, fine: averages)
        majority[k - 1].add(coarse: try WindowHistogram(blocked).averages, fine: averages)
      }
      previous = (lattice, averages)
    }
  }
}
