import Lattice
import Random
import Testing

@testable import Renormalization

@Suite struct BlockRuleTests {
  private static let sides = [2, 4, 6, 62, 64, 66, 128, 130, 256]

  /// The block sums of a lattice, row after row.
  private func blockSums(_ fine: PlainLattice) -> [[Int]] {
    (0..<fine.side / 2).map { y in
      (0..<fine.side / 2).map { x in
        fine[2 * y, 2 * x] + fine[2 * y, 2 * x + 1] + fine[2 * y + 1, 2 * x] + fine[2 * y + 1, 2 * x + 1]
      }
    }
  }

  @Test("blocks are the sign of their sum, ties what the rule says", arguments: sides)
  func agreesWithLoops(side: Int) throws {
    var random = RandomStream(seed: 1, name: "block-rule/loops", index: side)
    let fine = PlainLattice(side: side, up: 0.6, &random)
    let sums = blockSums(fine)
    let tieCount = sums.joined().count { $0 == 0 }
    for rule in BlockRule.allCases {
      let (coarse, ties) = try rule.block(fine.packed, random: &random)
      #expect(coarse.side == side / 2)
      #expect(ties == tieCount, "\(rule)")
      var tied: [Int] = []
      for y in 0..<side / 2 {
        for x in 0..<side / 2 {
          let spin = coarse[y, x] ? 1 : -1
          let corner = fine[2 * y, 2 * x]
          if rule == .decimation {
            #expect(spin == corner)
          } else if sums[y][x] != 0 {
            #expect(spin == sums[y][x].signum(), "\(rule) at \(y), \(x)")
          } else {
            tied.append(rule == .corner ? spin * corner : spin)
          }
        }
      }
      switch rule {
      case .up, .corner: #expect(tied.allSatisfy { $0 == 1 })
      case .down: #expect(tied.allSatisfy { $0 == -1 })
      case .sharedCoin: #expect(Set(tied).count <= 1)
      case .coin, .decimation: break
      }
    }
  }

  @Test("of random spins 6/16 of the blocks tie, and half of the coins give +1")
  func tieFrequency() throws {
    var ties: [Double] = []
    var coins: [Double] = []
    var shared = 0.0
    for seed in 0..<40 {
      var random = RandomStream(seed: 2, name: "block-rule/ties", index: seed)
      let fine = PlainLattice(side: 64, up: 0.5, &random)
      let (coarse, count) = try BlockRule.coin.block(fine.packed, random: &random)
      let blocks = 1024.0
      ties.append((Double(count) - 0.375 * blocks) / (blocks * 0.375 * 0.625).squareRoot())
      let sums = blockSums(fine)
      var up = 0.0
      for y in 0..<32 {
        for x in 0..<32 where sums[y][x] == 0 && coarse[y, x] { up += 1 }
      }
      coins.append((up - Double(count) / 2) / (Double(count) / 4).squareRoot())
      let down = PlainLattice([[1, -1], [-1, 1]])
      if try BlockRule.sharedCoin.block(down.packed, random: &random).coarse[0, 0] { shared += 1 }
    }
    for pulls in [Pulls(values: ties), Pulls(values: coins)] {
      #expect(abs(pulls.mean) < pulls.meanLimit())
      #expect(abs(pulls.variance - 1) < pulls.varianceLimit())
    }
    #expect(abs(shared - 20) < 5 * 10.0.squareRoot())
  }

  @Test("a global flip flips the block spins; up and down are exchanged; a coin keeps its side")
  func flipSymmetry() throws {
    var random = RandomStream(seed: 3, name: "block-rule/flip")
    let fine = PlainLattice(side: 66, up: 0.5, &random)
    func coarse(_ rule: BlockRule, _ lattice: PlainLattice) throws -> (spins: [[Int]], ties: Int) {
      var coins = RandomStream(seed: 4, name: "block-rule/coins")
      let (coarse, ties) = try rule.block(lattice.packed, random: &coins)
      return (PlainLattice(coarse).spins, ties)
    }
    for rule in [BlockRule.corner, .decimation] {
      #expect(try coarse(rule, fine.flipped).spins == PlainLattice(coarse(rule, fine).spins).flipped.spins)
    }
    #expect(try coarse(.up, fine.flipped).spins == PlainLattice(coarse(.down, fine).spins).flipped.spins)
    let (here, ties) = try coarse(.coin, fine)
    let there = try coarse(.coin, fine.flipped).spins
    let unchanged = zip(here.joined(), there.joined()).count { $0 == $1 }
    #expect(unchanged == ties)
  }

  @Test("a lattice of odd side has no blocks", arguments: [1, 3, 65])
  func oddSide(side: Int) throws {
    var random = RandomStream(seed: 5, name: "block-rule/odd")
    #expect(throws: RenormalizationError.oddSide(side)) {
      try BlockRule.coin.block(SpinLattice(side: side), random: &random)
    }
    #expect(RenormalizationError.oddSide(3).description.contains("side must be even"))
  }

  @Test("rules are written by name") func names() {
    let names = ["coin", "shared-coin", "up", "down", "corner", "decimation"]
    #expect(BlockRule.allCases.map(\.rawValue) == names)
  }
}
