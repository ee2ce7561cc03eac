import CSimd
import Elementary
import Random

/// Metropolis, over-relaxation and the averages on the striped layout of `FieldLayout`: one colour of the
/// checkerboard after the other, eight sites at a time, no branch.
struct StripedKernel {
  let side: Int
  let count: Int
  let stride: Int
  /// The first data vector of row 0.
  let rows: UnsafeMutablePointer<SIMD8<Double>>

  init(_ layout: FieldLayout, _ field: UnsafeMutablePointer<SIMD8<Double>>) {
    side = layout.side
    count = layout.vectorsPerRow
    stride = layout.rowStride
    rows = field + 1
  }

  /// The rows that touch row y of a colour: the other colour above, below, in the same line, and the same
  /// line one site to the side where the second neighbour is.
  struct Neighbours {
    let above: UnsafeMutablePointer<SIMD8<Double>>
    let below: UnsafeMutablePointer<SIMD8<Double>>
    let same: UnsafeMutablePointer<SIMD8<Double>>
    let beside: UnsafeMutablePointer<SIMD8<Double>>

    @inline(__always)
    func sum(_ i: Int) -> SIMD8<Double> { (above[i] + below[i]) + (same[i] + beside[i]) }
  }

  @inline(__always)
  func row(_ colour: Int, _ y: Int) -> UnsafeMutablePointer<SIMD8<Double>> {
    let index: Int = colour &* side &+ y
    return rows + index &* stride
  }

  @inline(__always)
  func neighbours(_ colour: Int, _ y: Int) -> Neighbours {
    let other = 1 &- colour
    let same = row(other, y)
    return Neighbours(
      above: row(other, y == 0 ? side &- 1 : y &- 1), below: row(other, y &+ 1 == side ? 0 : y &+ 1),
      same: same, beside: (y &+ colour) & 1 == 0 ? same - 1 : same + 1)
  }

  /// Repeats the ends of a row beyond its other ends.
  @inline(__always)
  func close(_ row: UnsafeMutablePointer<SIMD8<Double>>) {
    row[-1] = FieldLayout.rotatedUp(row[count &- 1])
    row[count] = FieldLayout.rotatedDown(row[0])
  }

  func closeAll() {
    for index in 0..<2 &* side { close(rows + index &* stride) }
  }
}

// MARK: - Updates

extension StripedKernel {
  /// One Metropolis pass, φ' = φ + step · (2u − 1); returns the number of accepted changes.
  ///
  /// The 64 random bits of a site are 24 for the proposal, whose law is exactly symmetric, and 40 for the
  /// acceptance.
  func metropolis(_ move: LocalMove, step: Double, _ random: inout Xoshiro512) -> Int {
    var generator = random
    var accepted = SIMD8<Double>()
    let width = SIMD8<Double>(repeating: 2 * step)
    // The middle of the 2²⁴ proposals in [1, 2).
    let middle = SIMD8<Double>(repeating: 1.5 - 0x1p-25)
    for colour in 0..<2 {
      for y in 0..<side {
        let near = neighbours(colour, y)
        let own = row(colour, y)
        for i in 0..<count {
          let (first, second) = Self.uniforms(generator.next())
          let change = (first - middle) * width
          accepted += decide(move, own + i, change, near.sum(i), second - 1)
        }
        close(own)
      }
    }
    random = generator
    return Self.total(accepted)
  }

  /// One pass of over-relaxation; returns the number of accepted changes.
  func overrelaxation(_ move: LocalMove, _ random: inout Xoshiro512) -> Int {
    var generator = random
    var accepted = SIMD8<Double>()
    for colour in 0..<2 {
      for y in 0..<side {
        let near = neighbours(colour, y)
        let own = row(colour, y)
        for i in 0..<count {
          let sum = near.sum(i)
          let change = move.reflected(own[i], neighbours: sum)
          accepted += decide(move, own + i, change, sum, generator.uniform())
        }
        close(own)
      }
    }
    random = generator
    return Self.total(accepted)
  }

  /// Two numbers in [1, 2): multiples of 2⁻²⁴ from the low bits and of 2⁻⁴⁰ from the high bits of each lane.
  @inline(__always)
  static func uniforms(_ word: SIMD8<UInt64>) -> (SIMD8<Double>, SIMD8<Double>) {
    let one = SIMD8<UInt64>(repeating: 0x3FF0_0000_0000_0000)
    let low = cv_or(cv_and(cv_shl(word, 28), SIMD8(repeating: 0x000F_FFFF_F000_0000)), one)
    let high = cv_or(cv_and(cv_shr(word, 12), SIMD8(repeating: 0x000F_FFFF_FFFF_F000)), one)
    return (unsafeBitCast(low, to: SIMD8<Double>.self), unsafeBitCast(high, to: SIMD8<Double>.self))
  }

  /// Changes the lanes whose uniform number is below e^{−ΔS}; returns 1 in them, 0 in the others.
  @inline(__always)
  private func decide(
    _ move: LocalMove, _ site: UnsafeMutablePointer<SIMD8<Double>>, _ change: SIMD8<Double>,
    _ neighbours: SIMD8<Double>, _ uniform: SIMD8<Double>
  ) -> SIMD8<Double> {
    let old = site.pointee
    let weight = Elementary.exp(move.exponent(old, change: change, neighbours: neighbours))
    site.pointee = cv_select_less(uniform, weight, old + change, old)
    return cv_select_less(uniform, weight, SIMD8(repeating: 1), .zero)
  }

  private static func total(_ counts: SIMD8<Double>) -> Int {
    var total = 0
    for lane in 0..<8 { total += Int(counts[lane]) }
    return total
  }
}

// MARK: - Measurement

extension StripedKernel {
  /// The averages, every lane summed over the vectors in their order, then the lanes in theirs. Each bond
  /// belongs to one site of colour 0.
  func moments() -> FieldMoments {
    var m = SIMD8<Double>()
    var p2 = m
    var p4 = m
    var nn = m
    for colour in 0..<2 {
      for y in 0..<side {
        let near = neighbours(colour, y)
        let own = row(colour, y)
        for i in 0..<count {
          let value = own[i]
          let square = value * value
          m += value
          p2 += square
          p4 = cv_fma(square, square, p4)
          if colour == 0 { nn = cv_fma(value, near.sum(i), nn) }
        }
      }
    }
    let sites = Double(side * side)
    return FieldMoments(
      side: side, m: Self.sum(m) / sites, p2: Self.sum(p2) / sites, p4: Self.sum(p4) / sites,
      nn: Self.sum(nn) / sites)
  }

  private static func sum(_ lanes: SIMD8<Double>) -> Double {
    var sum = 0.0
    for lane in 0..<8 { sum += lanes[lane] }
    return sum
  }
}
