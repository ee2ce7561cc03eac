import CSimd
import Elementary
import Random

/// Swendsen–Wang's update of the Ising model embedded in a scalar field (R. C. Brower, P. Tamayo, Phys. Rev.
/// Lett. 62 (1989) 1087): the signs σ of the field are Ising spins with couplings J_ij = κ |φ_i| |φ_j|.
///
/// A bond opens with probability 1 − e^{−2 κ φ_i φ_j} if the signs agree; every cluster flips with
/// probability ½. The random number of a bond has 32 bits.
struct EmbeddedBonds {
  let clusters: BondClusters
  let kappa: Double

  /// A number in [1, 2) from the high and one from the low 32 bits of each lane, the middles of 2³² intervals
  /// of equal length.
  @inline(__always)
  private static func uniforms(_ word: SIMD8<UInt64>) -> (SIMD8<Double>, SIMD8<Double>) {
    let middle = SIMD8<UInt64>(repeating: 0x3FF0_0000_0008_0000)
    let keep = SIMD8<UInt64>(repeating: 0x000F_FFFF_FFF0_0000)
    let high = cv_or(cv_and(cv_shr(word, 12), keep), middle)
    let low = cv_or(cv_and(cv_shl(word, 20), keep), middle)
    return (unsafeBitCast(high, to: SIMD8<Double>.self), unsafeBitCast(low, to: SIMD8<Double>.self))
  }

  /// `bit` in the lanes where the bond is open: e^{−2 κ φ φ'} < v with v uniform in (0, 1). `factor` is
  /// −2 κ φ, and `shifted` v + 1.
  @inline(__always)
  private static func open(
    _ factor: SIMD8<Double>, _ other: SIMD8<Double>, _ shifted: SIMD8<Double>, _ bit: SIMD8<UInt64>
  ) -> SIMD8<UInt64> {
    let closed = Elementary.exp(factor * other)
    let bits = cv_select_less(closed, shifted - 1, unsafeBitCast(bit, to: SIMD8<Double>.self), .zero)
    return unsafeBitCast(bits, to: SIMD8<UInt64>.self)
  }
}

// MARK: - The striped layout

extension EmbeddedBonds {
  /// One update of a striped field.
  func update(_ kernel: StripedKernel, _ random: inout Xoshiro512) {
    for j in 0..<kernel.side &* clusters.words &+ 1 {
      clusters.right[j] = 0
      clusters.down[j] = 0
    }
    open(kernel, &random)
    clusters.toss(&random)
    flip(kernel)
  }

  /// The rows of the sites with even and odd x in line y.
  @inline(__always)
  private func pair(
    _ kernel: StripedKernel, _ y: Int
  ) -> (even: UnsafeMutablePointer<SIMD8<Double>>, odd: UnsafeMutablePointer<SIMD8<Double>>) {
    (kernel.row(y & 1, y), kernel.row(1 &- y & 1, y))
  }

  /// Draws the bonds of every site to the right and down. A lane of the layout holds consecutive sites, whose
  /// bits are collected in the lane, at most 64 at a time.
  private func open(_ kernel: StripedKernel, _ random: inout Xoshiro512) {
    var generator = random
    let scale = SIMD8<Double>(repeating: -2 * kappa)
    for y in 0..<kernel.side {
      let here = pair(kernel, y)
      let below = pair(kernel, y &+ 1 == kernel.side ? 0 : y &+ 1)
      for first in stride(from: 0, to: kernel.count, by: 32) {
        let count = min(32, kernel.count &- first)
        var right = SIMD8<UInt64>()
        var down = SIMD8<UInt64>()
        for k in 0..<count {
          let i = first &+ k
          let evenBit = SIMD8<UInt64>(repeating: 1 &<< UInt64(2 &* k))
          let oddBit = SIMD8<UInt64>(repeating: 2 &<< UInt64(2 &* k))
          let even = here.even[i]
          let odd = here.odd[i]
          let evenFactor = even * scale
          let oddFactor = odd * scale
          let (a, b) = Self.uniforms(generator.next())
          let (c, d) = Self.uniforms(generator.next())
          right = cv_or(right, Self.open(evenFactor, odd, a, evenBit))
          right = cv_or(right, Self.open(oddFactor, here.even[i &+ 1], b, oddBit))
          down = cv_or(down, Self.open(evenFactor, below.even[i], c, evenBit))
          down = cv_or(down, Self.open(oddFactor, below.odd[i], d, oddBit))
        }
        let offset = (y &* clusters.words, 2 &* first, 2 &* kernel.count)
        Self.scatter(right, clusters.right + offset.0, offset.1, offset.2)
        Self.scatter(down, clusters.down + offset.0, offset.1, offset.2)
      }
    }
    random = generator
  }

  /// Sets the bits of lane l in a row from bit first + l · spacing on.
  @inline(__always)
  private static func scatter(
    _ bits: SIMD8<UInt64>, _ row: UnsafeMutablePointer<UInt64>, _ first: Int, _ spacing: Int
  ) {
    var position = first
    for lane in 0..<8 {
      let shift = UInt64(truncatingIfNeeded: position & 63)
      let word = row + position &>> 6
      word[0] |= bits[lane] &<< shift
      // The bits that do not fit; twice, since a shift by 64 is none.
      if shift != 0 { word[1] |= bits[lane] &>> (64 &- shift) }
      position &+= spacing
    }
  }

  /// Lane l holds the bits of a row from first + l · spacing on.
  @inline(__always)
  private static func gather(_ row: UnsafePointer<UInt64>, _ first: Int, _ spacing: Int) -> SIMD8<UInt64> {
    var bits = SIMD8<UInt64>()
    var position = first
    for lane in 0..<8 {
      let shift = UInt64(truncatingIfNeeded: position & 63)
      let word = row + position &>> 6
      bits[lane] = word[0] &>> shift | (word[1] &<< 1) &<< (63 &- shift)
      position &+= spacing
    }
    return bits
  }

  /// Changes the signs of the marked sites.
  private func flip(_ kernel: StripedKernel) {
    for y in 0..<kernel.side {
      let here = pair(kernel, y)
      let row = UnsafePointer(clusters.flips + y &* clusters.words)
      for first in stride(from: 0, to: kernel.count, by: 32) {
        var flips = Self.gather(row, 2 &* first, 2 &* kernel.count)
        for i in first..<min(first &+ 32, kernel.count) {
          Self.flip(here.even + i, flips)
          Self.flip(here.odd + i, cv_shr(flips, 1))
          flips = cv_shr(flips, 2)
        }
      }
      kernel.close(here.even)
      kernel.close(here.odd)
    }
  }

  /// Changes the sign of the lanes whose lowest bit is set.
  @inline(__always)
  private static func flip(_ site: UnsafeMutablePointer<SIMD8<Double>>, _ bits: SIMD8<UInt64>) {
    let value = unsafeBitCast(site.pointee, to: SIMD8<UInt64>.self)
    site.pointee = unsafeBitCast(cv_xor(value, cv_shl(bits, 63)), to: SIMD8<Double>.self)
  }
}

// MARK: - Row-major fields

extension EmbeddedBonds {
  /// One update of a row-major field.
  func update(_ field: UnsafeMutablePointer<Double>, _ random: inout RandomWords) {
    let side = clusters.side
    let words = clusters.words
    for j in 0..<side &* words {
      clusters.right[j] = 0
      clusters.down[j] = 0
    }
    for y in 0..<side {
      let row = field + y &* side
      let below = field + (y &+ 1 == side ? 0 : y &+ 1) &* side
      for x in 0..<side {
        let factor = row[x] * (-2 * kappa)
        let word = y &* words &+ x &>> 6
        let bit = UInt64(truncatingIfNeeded: x & 63)
        clusters.right[word] |= Self.open(factor * row[x &+ 1 == side ? 0 : x &+ 1], &random) &<< bit
        clusters.down[word] |= Self.open(factor * below[x], &random) &<< bit
      }
    }
    clusters.toss(&random.generator)
    for y in 0..<side {
      for x in 0..<side {
        let flip = (clusters.flips[y &* words &+ x &>> 6] &>> UInt64(truncatingIfNeeded: x & 63)) &<< 63
        let site = y &* side &+ x
        field[site] = Double(bitPattern: field[site].bitPattern ^ flip)
      }
    }
  }

  /// 1 with probability 1 − e^{exponent}, otherwise 0.
  @inline(__always)
  private static func open(_ exponent: Double, _ random: inout RandomWords) -> UInt64 {
    Elementary.exp(exponent) < random.uniform() + 0x1p-53 ? 1 : 0
  }
}
