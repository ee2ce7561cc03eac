import CSimd
import Crypto
import Elementary
import Foundation

/// A stream of random numbers that is found by its name.
///
/// Seed, name and index are hashed to the key and the upper half of the counter of Philox4x32-10; the lower
/// half counts blocks. Streams of different names or indices are independent, each gives the same numbers
/// wherever and in whichever order the work is done, and 2⁶⁵ words are available.
///
/// ```swift
/// var stream = RandomStream(seed: 1, name: "mlrg/instances", index: 7)
/// let x = stream.normal()
/// ```
@frozen
public struct RandomStream: RandomNumberGenerator, Sendable {
  @usableFromInline let key: UInt64
  @usableFromInline let family: UInt64
  @usableFromInline var position: UInt64 = 0
  @usableFromInline var spare: UInt64 = 0
  @usableFromInline var hasSpare: Bool = false

  /// The stream of SHA-256("kadanoff/1" NUL seed NUL name NUL index), numbers in decimal.
  public init(seed: UInt64, name: String, index: Int = 0) {
    self.init(identity: "kadanoff/1\0\(seed)\0\(name)\0\(index)")
  }

  /// A stream derived from this one's identity, not from its position: asking twice gives the same stream.
  public func child(_ name: String, _ index: Int = 0) -> RandomStream {
    RandomStream(identity: "kadanoff/1/child\0\(key)\0\(family)\0\(name)\0\(index)")
  }

  init(identity: String) {
    let digest = Array(SHA256.hash(data: Data(identity.utf8)))
    func word(_ range: Range<Int>) -> UInt64 { digest[range].reversed().reduce(0) { $0 << 8 | UInt64($1) } }
    key = word(0..<8)
    family = word(8..<16)
  }

  /// 64 random bits.
  @inlinable @inline(__always)
  public mutating func next() -> UInt64 {
    if hasSpare {
      hasSpare = false
      return spare
    }
    let (first, second) = Philox4x32.block(low: position, high: family, key: key)
    position &+= 1
    spare = second
    hasSpare = true
    return first
  }

  /// A uniform number in [0, 1), a multiple of 2⁻⁵².
  @inlinable @inline(__always)
  public mutating func uniform() -> Double {
    Double(bitPattern: next() &>> 12 | 0x3FF0_0000_0000_0000) - 1
  }

  /// A normal number of mean 0 and variance 1: Box and Muller's cosine branch, two uniform numbers each.
  @inlinable
  public mutating func normal() -> Double {
    let radius = (-2 * Elementary.log(1 - uniform())).squareRoot()
    return radius * Elementary.sinCosTurns(uniform()).cos
  }

  /// Eight normal numbers, bit for bit those of eight calls of `normal()`.
  @inlinable
  public mutating func normals() -> SIMD8<Double> {
    var first = SIMD8<Double>()
    var second = SIMD8<Double>()
    for lane in 0..<8 {
      first[lane] = uniform()
      second[lane] = uniform()
    }
    let square = -2 * Elementary.log(1 - first)
    return cv_sqrt(square) * Elementary.sinCosTurns(second).cos
  }

  /// A uniform integer in 0..<n without bias (D. Lemire, ACM Trans. Model. Comput. Simul. 29 (2019) 3).
  @inlinable
  public mutating func below(_ n: Int) -> Int {
    precondition(n > 0, "an integer below \(n) cannot be drawn: n must be positive")
    let bound = UInt64(n)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let rejected = (0 &- bound) % bound
      while product.low < rejected { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(product.high)
  }
}
