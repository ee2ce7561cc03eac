import Random

@testable import Lattice

/// Heat-bath sweeps of 512 lanes with plain integers, one lane and one site after the other, from the same random
/// words as the kernels.
struct PlainSweep {
  let bonds: BondPlanes
  let thresholds: [UInt64]
  let sharing: RandomSharing
  /// Spins ±1 of lane l at site i: `spins[i][l]`.
  var spins: [[Int]]
  var random: Xoshiro512

  init(_ bonds: BondPlanes, beta: Double, sharing: RandomSharing, spins: SpinPlanes, random: Xoshiro512) {
    self.bonds = bonds
    thresholds = FlipThresholds(beta: beta).digits
    self.sharing = sharing
    self.spins = spins.words.map { word in (0..<512).map { Self.bit(word, $0) ? -1 : 1 } }
    self.random = random
  }

  static func bit(_ word: SIMD8<UInt64>, _ lane: Int) -> Bool { word[lane / 64] >> UInt64(lane % 64) & 1 == 1 }

  /// The six neighbours of a site and the words of the bonds to them.
  func neighbours(_ i: Int) -> [(site: Int, bond: Int)] {
    let side = bonds.side
    let (x, y, z) = (i % side, i / side % side, i / side / side)
    func site(_ x: Int, _ y: Int, _ z: Int) -> Int {
      (x + side) % side + side * ((y + side) % side + side * ((z + side) % side))
    }
    let back = [site(x - 1, y, z), site(x, y - 1, z), site(x, y, z - 1)]
    let forth = [site(x + 1, y, z), site(x, y + 1, z), site(x, y, z + 1)]
    return (0..<3).map { (forth[$0], 3 * i + $0) } + (0..<3).map { (back[$0], 3 * back[$0] + $0) }
  }

  func unsatisfied(_ i: Int, _ lane: Int) -> Int {
    neighbours(i).count { site, bond in
      spins[i][lane] * spins[site][lane] * (Self.bit(bonds.words[bond], lane) ? -1 : 1) < 0
    }
  }

  /// The number of unsatisfied bonds of a lane's configuration.
  func total(_ lane: Int) -> Int { spins.indices.reduce(0) { $0 + unsatisfied($1, lane) } / 2 }

  /// (half sweep, site) in the order in which the sites take their random words: waves of two sweeps, each half
  /// sweep one layer of the lattice and one step of time behind the one before.
  func order(_ sweeps: Int) -> [(half: Int, site: Int)] {
    let side = bonds.side
    var order: [(half: Int, site: Int)] = []
    for first in stride(from: 0, to: sweeps, by: 2) {
      let halves = 2 * min(2, sweeps - first)
      for time in 0..<side + 2 * halves {
        for half in 0..<halves where (0..<side).contains(time - 2 * half) {
          let z = (time - half) % side
          for y in 0..<side {
            for x in 0..<side where (x + y + z + half) % 2 == 0 {
              order.append((2 * first + half, x + side * (y + side * z)))
            }
          }
        }
      }
    }
    return order
  }

  mutating func run(_ sweeps: Int) {
    if sharing == .independent {
      for (_, site) in order(sweeps) { updateIndependently(site) }
      return
    }
    // A fixed number of words for each site: words are dealt in the order of the wave, but the updates are those of
    // one complete half sweep after the other.
    var dealt: [[(Int, [SIMD8<UInt64>])]] = Array(repeating: [], count: 2 * sweeps)
    for (half, site) in order(sweeps) {
      let words = (0..<(sharing == .groups ? 1 : 7)).map { _ in random.next() }
      dealt[half].append((site, words))
    }
    for half in dealt {
      for (site, words) in half {
        for lane in 0..<512 { update(site, lane, words) }
      }
    }
  }

  /// Whether a uniform number, given as leading digits and a rest of 64 digits, is below the threshold of n ≤ 3.
  func below(_ leading: [Bool], _ rest: UInt64, _ n: Int) -> Bool {
    let threshold = n == 3 ? 1 << 63 : thresholds[n]
    for (k, digit) in leading.enumerated() {
      let own = (threshold << UInt64(k)) >> 63 == 1
      if digit != own { return own }
    }
    return rest < threshold << UInt64(leading.count)
  }

  private mutating func flip(_ site: Int, _ lane: Int, _ n: Int, _ below: Bool) {
    if below == (n <= 3) { spins[site][lane].negate() }
  }

  private mutating func update(_ site: Int, _ lane: Int, _ words: [SIMD8<UInt64>]) {
    let n = unsatisfied(site, lane)
    let leading = words.dropFirst().reversed().map { Self.bit($0, lane) }
    flip(site, lane, n, below(leading, words[0][lane / 64], min(n, 6 - n)))
  }

  /// Eight leading digits, then a word for the lowest undecided lane of each group, and so on.
  private mutating func updateIndependently(_ site: Int) {
    let words = (0..<8).map { _ in random.next() }
    var rests = [UInt64](repeating: 0, count: 512)
    var waiting: [[Int]] = (0..<8).map { group in
      (64 * group..<64 * group + 64).filter { lane in
        let n = unsatisfied(site, lane)
        guard n != 3 else { return false }
        let threshold = thresholds[min(n, 6 - n)]
        return (0..<8).allSatisfy { Self.bit(words[$0], lane) == ((threshold << UInt64($0)) >> 63 == 1) }
      }
    }
    repeat {
      let word = random.next()
      for group in 0..<8 where !waiting[group].isEmpty { rests[waiting[group].removeFirst()] = word[group] }
    } while waiting.contains { !$0.isEmpty }
    for lane in 0..<512 {
      let n = unsatisfied(site, lane)
      flip(site, lane, n, below(words.map { Self.bit($0, lane) }, rests[lane], min(n, 6 - n)))
    }
  }
}
