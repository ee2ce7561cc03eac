import Elementary
import Random

/// Metropolis and over-relaxation on a row-major field of any side ≥ 2, one site at a time.
///
/// For an even side one colour of the checkerboard after the other, whose updates do not wait for each other.
/// An odd side has no checkerboard, since the boundary joins sites of one colour: there the sites follow in
/// rows, and every update sees the latest values. For L = 2 a neighbour counts twice in the sum.
struct SequentialKernel {
  let side: Int
  let field: UnsafeMutablePointer<Double>

  private var colours: Int { side % 2 == 0 ? 2 : 1 }

  @inline(__always)
  private func neighbours(_ y: Int, _ x: Int) -> Double {
    let row = y &* side
    let above = y == 0 ? row &+ side &* (side &- 1) : row &- side
    let below = y &+ 1 == side ? 0 : row &+ side
    let left = x == 0 ? side &- 1 : x &- 1
    let right = x &+ 1 == side ? 0 : x &+ 1
    return (field[above &+ x] + field[below &+ x]) + (field[row &+ left] + field[row &+ right])
  }

  /// One Metropolis pass, φ' = φ + step · (2u − 1); returns the number of accepted changes. The random bits
  /// of a site are used as in `StripedKernel`.
  func metropolis(_ move: LocalMove, step: Double, _ random: inout RandomWords) -> Int {
    var accepted = 0
    for colour in 0..<colours {
      for y in 0..<side {
        for x in stride(from: (y &+ colour) & (colours &- 1), to: side, by: colours) {
          let word = random.next()
          let first = Double(bitPattern: (word &<< 28) & 0x000F_FFFF_F000_0000 | 0x3FF0_0000_0000_0000)
          let second = Double(bitPattern: (word &>> 12) & 0x000F_FFFF_FFFF_F000 | 0x3FF0_0000_0000_0000)
          let change = (first - (1.5 - 0x1p-25)) * (2 * step)
          accepted &+= decide(move, y &* side &+ x, change, neighbours(y, x), second - 1)
        }
      }
    }
    return accepted
  }

  /// One pass of over-relaxation; returns the number of accepted changes.
  func overrelaxation(_ move: LocalMove, _ random: inout RandomWords) -> Int {
    var accepted = 0
    for colour in 0..<colours {
      for y in 0..<side {
        for x in stride(from: (y &+ colour) & (colours &- 1), to: side, by: colours) {
          let site = y &* side &+ x
          let sum = neighbours(y, x)
          let change = move.reflected(field[site], neighbours: sum)
          accepted &+= decide(move, site, change, sum, random.uniform())
        }
      }
    }
    return accepted
  }

  @inline(__always)
  private func decide(
    _ move: LocalMove, _ site: Int, _ change: Double, _ sum: Double, _ uniform: Double
  ) -> Int {
    let old = field[site]
    let weight = Elementary.exp(move.exponent(old, change: change, neighbours: sum))
    field[site] = uniform < weight ? old + change : old
    return uniform < weight ? 1 : 0
  }

  /// The averages, summed in row-major order.
  static func moments(_ side: Int, _ field: UnsafePointer<Double>) -> FieldMoments {
    var sums = (m: 0.0, p2: 0.0, p4: 0.0, nn: 0.0)
    for y in 0..<side {
      let row = y &* side
      let below = y &+ 1 == side ? 0 : row &+ side
      for x in 0..<side {
        let value = field[row &+ x]
        let square = value * value
        sums.m += value
        sums.p2 += square
        sums.p4 += square * square
        sums.nn += value * (field[x &+ 1 == side ? row : row &+ x &+ 1] + field[below &+ x])
      }
    }
    let sites = Double(side * side)
    return FieldMoments(
      side: side, m: sums.m / sites, p2: sums.p2 / sites, p4: sums.p4 / sites, nn: sums.nn / sites)
  }
}
