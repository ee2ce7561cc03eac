import Lattice
import Renormalization

/// Integer context counts of all states of the 4 × 4 torus, for each number of satisfied bonds and of tied
/// blocks: what does not depend on the coupling.
struct ContextSpectrum: Sendable {
  /// States with equal numbers of satisfied bonds and of blocks whose spins sum to zero.
  struct Group: Sendable {
    let satisfiedBonds: Int
    let ties: Int
    /// How many states.
    var states = 0
    /// Sixteen times the mean over coins of the context counts n[k][g], index 2k + g, summed over the states.
    var sixteenths = [Int](repeating: 0, count: 12)
  }

  /// The groups that have states.
  let groups: [Group]

  init(rule: BlockRule) {
    var table: [Group] = []
    for satisfied in 0...32 {
      for ties in 0...4 { table.append(Group(satisfiedBonds: satisfied, ties: ties)) }
    }
    for state in 0..<1 << 16 {
      let blocks = FourBlocks(state: state)
      let index = 5 * SmallTorus.satisfiedBonds(of: state, side: 4) + blocks.ties.nonzeroBitCount
      table[index].states += 1
      blocks.addContexts(rule: rule, to: &table[index].sixteenths)
    }
    groups = table.filter { $0.states > 0 }
  }
}

/// The four blocks of a 4 × 4 lattice, numbered 2Y + X.
private struct FourBlocks {
  /// The lattice: the spin (y, x) is bit 4y + x.
  private let state: Int
  /// Blocks with at least three up spins, with a sum of zero, and with the top-left spin up.
  private let majority: Int
  let ties: Int
  private let corners: Int

  init(state: Int) {
    var (majority, ties, corners) = (0, 0, 0)
    for block in 0..<4 {
      let up = Self.upSpins(of: state, block: block)
      if up > 2 { majority |= 1 << block }
      if up == 2 { ties |= 1 << block }
      corners |= (state >> Self.shift(block) & 1) << block
    }
    (self.state, self.majority, self.ties, self.corners) = (state, majority, ties, corners)
  }

  /// Adds the contexts of the 16 fine spins: 16 in all for every spin, shared among the outcomes of the
  /// coins.
  func addContexts(rule: BlockRule, to sums: inout [Int]) {
    switch rule {
    case .coin:
      let share = 16 >> ties.nonzeroBitCount
      var heads = ties
      while true {
        add(coarse: majority | heads, weight: share, to: &sums)
        if heads == 0 { break }
        heads = (heads - 1) & ties
      }
    case .sharedCoin:
      add(coarse: majority | ties, weight: 8, to: &sums)
      add(coarse: majority, weight: 8, to: &sums)
    case .up: add(coarse: majority | ties, weight: 16, to: &sums)
    case .down: add(coarse: majority, weight: 16, to: &sums)
    case .corner: add(coarse: majority | ties & corners, weight: 16, to: &sums)
    case .decimation: add(coarse: corners, weight: 16, to: &sums)
    }
  }

  private func add(coarse: Int, weight: Int, to sums: inout [Int]) {
    for block in 0..<4 {
      let own = coarse >> block & 1
      // On a 2 × 2 torus both neighbours of a block in a row coincide, also in a column and on a diagonal.
      let row = coarse >> (block ^ 1) & 1 == own ? 1 : 0
      let column = coarse >> (block ^ 2) & 1 == own ? 1 : 0
      let diagonal = coarse >> (block ^ 3) & 1 == own ? 1 : 0
      let context = 2 * (row + column) + diagonal
      let up = Self.upSpins(of: state, block: block)
      let agreeing = own == 1 ? up : 4 - up
      sums[2 * context] += weight * (4 - agreeing)
      sums[2 * context + 1] += weight * agreeing
    }
  }

  /// The bit of the top-left spin of a block.
  private static func shift(_ block: Int) -> Int { block / 2 * 8 + block % 2 * 2 }

  private static func upSpins(of state: Int, block: Int) -> Int {
    (state >> shift(block) & 0b11_0011).nonzeroBitCount
  }
}
