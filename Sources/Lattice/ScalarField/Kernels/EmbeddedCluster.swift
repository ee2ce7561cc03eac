import CSimd
import Elementary
import Random

/// Wolff's single cluster of the Ising model embedded in a scalar field (U. Wolff, Phys. Rev. Lett. 62 (1989)
/// 361; R. C. Brower, P. Tamayo, Phys. Rev. Lett. 62 (1989) 1087), grown from a random site and flipped.
///
/// A bond opens with probability 1 − e^{−2 κ φ_i φ_j}: where 2 κ φ_i φ_j exceeds an exponentially distributed
/// number. Sites change their sign when they join; a site of the cluster that has been flipped already then
/// has the opposite sign of the others' original values and cannot join again. The cluster is a queue, and a
/// neighbour is always written behind it, so that nothing branches but the end of the loop.
struct EmbeddedCluster {
  static let draws = 1024

  let layout: FieldLayout
  let kappa: Double
  let field: UnsafeMutablePointer<Double>
  /// Sites of the cluster, a row in the high and a place in the low half; one more than there are sites.
  let queue: UnsafeMutablePointer<UInt32>
  /// Exponentially distributed numbers, four for a site.
  let draws: UnsafeMutablePointer<Double>

  /// Sites of a row of the layout, rows, numbers from row to row, and before the first site.
  private var width: Int { layout.isStriped ? layout.side / 2 : layout.side }
  private var rows: Int { layout.isStriped ? 2 * layout.side : layout.side }
  private var pitch: Int { layout.isStriped ? 8 * layout.rowStride : layout.side }
  private var margin: Int { layout.isStriped ? 8 : 0 }

  /// Flips a cluster and returns the number of its sites. `used` counts the draws that are spent.
  func flip(_ random: inout RandomWords, _ used: inout Int) -> Int {
    let row = random.below(rows)
    let place = random.below(width)
    return flip(row, place, &random, &used)
  }

  @inline(__always)
  private func flip(_ row: Int, _ place: Int, _ random: inout RandomWords, _ used: inout Int) -> Int {
    let (pitch, margin, striped) = (pitch, margin, layout.isStriped)
    let base = field + margin
    queue[0] = UInt32(truncatingIfNeeded: row &<< 16 | place)
    base[row &* pitch &+ place] = -base[row &* pitch &+ place]
    var head = 0
    var tail = 1
    var position = used
    while head < tail {
      if position == Self.draws {
        refill(&random.generator)
        position = 0
      }
      let site = Int(queue[head])
      let (row, place) = (site &>> 16, site & 0xffff)
      let factor = base[row &* pitch &+ place] * (-2 * kappa)
      let near = striped ? stripedNeighbours(row, place) : plainNeighbours(row, place)
      let limits = draws + position
      tail = offer(near.0, base, pitch, factor, limits[0], tail)
      tail = offer(near.1, base, pitch, factor, limits[1], tail)
      tail = offer(near.2, base, pitch, factor, limits[2], tail)
      tail = offer(near.3, base, pitch, factor, limits[3], tail)
      position &+= 4
      head &+= 1
    }
    used = position
    return tail
  }

  /// Lets a site join if the draw is below `factor` times its value; returns the new length of the queue.
  @inline(__always)
  private func offer(
    _ site: (Int, Int), _ base: UnsafeMutablePointer<Double>, _ pitch: Int, _ factor: Double, _ draw: Double,
    _ tail: Int
  ) -> Int {
    let value = base + (site.0 &* pitch &+ site.1)
    let joins: UInt64 = draw < factor * value.pointee ? 1 : 0
    value.pointee = Double(bitPattern: value.pointee.bitPattern ^ (joins &<< 63))
    queue[tail] = UInt32(truncatingIfNeeded: site.0 &<< 16 | site.1)
    return tail &+ Int(truncatingIfNeeded: joins)
  }

  private typealias Sites = ((Int, Int), (Int, Int), (Int, Int), (Int, Int))

  /// All four are of the other colour: in the same line at the same place and one to the side, above, below.
  @inline(__always)
  private func stripedNeighbours(_ row: Int, _ place: Int) -> Sites {
    let (side, width) = (layout.side, width)
    let y = row < side ? row : row &- side
    let colour = row < side ? 0 : 1
    let same = row < side ? row &+ side : row &- side
    let above = y == 0 ? same &+ side &- 1 : same &- 1
    let below = y &+ 1 == side ? same &- y : same &+ 1
    let left = place < 8 ? width &- 8 &+ ((place &- 1) & 7) : place &- 8
    let right = place >= width &- 8 ? (place &+ 1) & 7 : place &+ 8
    let beside = (y &+ colour) & 1 == 0 ? left : right
    return ((same, place), (same, beside), (above, place), (below, place))
  }

  @inline(__always)
  private func plainNeighbours(_ y: Int, _ x: Int) -> Sites {
    let last = layout.side &- 1
    let left = x == 0 ? last : x &- 1
    let right = x == last ? 0 : x &+ 1
    let above = y == 0 ? last : y &- 1
    let below = y == last ? 0 : y &+ 1
    return ((y, left), (y, right), (above, x), (below, x))
  }

  @inline(never)
  private func refill(_ random: inout Xoshiro512) {
    var generator = random
    for j in stride(from: 0, to: Self.draws, by: 8) {
      let draw = SIMD8<Double>.zero - Elementary.log(1 - generator.uniform())
      UnsafeMutableRawPointer(draws + j).storeBytes(of: draw, as: SIMD8<Double>.self)
    }
    random = generator
  }
}
