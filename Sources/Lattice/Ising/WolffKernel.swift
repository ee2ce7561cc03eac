import CSimd
import Random

/// The growth of one cluster on borrowed storage.
///
/// The cluster is a queue, not a stack: the next sites are then known long before they are needed, and the
/// processor works on several at once. A neighbour is always written behind the queue, whose end moves only
/// if the neighbour joins: no branch but the end of the loop. Spins flip when they join, which also closes
/// their other bonds.
struct WolffKernel {
  private let side: UInt32
  /// Bytes of a row, a power of two.
  private let stride: UInt32
  private let threshold: BernoulliThreshold

  init(side: Int, stride: Int, threshold: BernoulliThreshold) {
    self.side = UInt32(side)
    self.stride = UInt32(stride)
    self.threshold = threshold
  }

  /// Flips the cluster of a random site; returns its size.
  func step(
    _ spins: UnsafeMutablePointer<UInt8>, _ queue: UnsafeMutablePointer<UInt32>,
    _ draws: UnsafeMutablePointer<UInt64>, _ used: inout Int, _ random: inout Xoshiro512
  ) -> Int {
    let root = randomSite(&random)
    queue[0] = root
    spins[Int(root)] ^= 1
    let flipped = spins[Int(root)]
    let edge = side &- 1
    let bottom = edge &* stride
    let column = stride &- 1
    var head = 0
    var tail = 1
    var position = used
    while head < tail {
      if position == 1024 {
        refill(draws, &random)
        position = 0
      }
      let i = queue[head]
      head &+= 1
      let open = draws[position &>> 4] &>> UInt64(4 &* (position & 15))
      position &+= 1
      let x = i & column
      let bits = UInt8(truncatingIfNeeded: open)
      let right = x == edge ? i &- edge : i &+ 1
      tail = offer(right, bits, flipped, spins, queue, tail)
      let left = x == 0 ? i &+ edge : i &- 1
      tail = offer(left, bits &>> 1, flipped, spins, queue, tail)
      let below = i >= bottom ? i &- bottom : i &+ stride
      tail = offer(below, bits &>> 2, flipped, spins, queue, tail)
      let above = i < stride ? i &+ bottom : i &- stride
      tail = offer(above, bits &>> 3, flipped, spins, queue, tail)
    }
    used = position
    return tail
  }

  /// Lets site j join if it is not flipped and bit 0 of `open` is set; returns the new length of the queue.
  @inline(__always)
  private func offer(
    _ j: UInt32, _ open: UInt8, _ flipped: UInt8, _ spins: UnsafeMutablePointer<UInt8>,
    _ queue: UnsafeMutablePointer<UInt32>, _ tail: Int
  ) -> Int {
    let joins = (spins[Int(j)] ^ flipped) & open & 1
    spins[Int(j)] ^= joins
    queue[tail] = j
    return tail &+ Int(joins)
  }

  /// Row and column by multiplication, each biased by less than L/2⁶⁴.
  @inline(__always)
  private func randomSite(_ random: inout Xoshiro512) -> UInt32 {
    let word = random.next()
    let y = word[0].multipliedFullWidth(by: UInt64(side)).high
    let x = word[1].multipliedFullWidth(by: UInt64(side)).high
    return UInt32(truncatingIfNeeded: y) &* stride &+ UInt32(truncatingIfNeeded: x)
  }

  @inline(never)
  private func refill(_ draws: UnsafeMutablePointer<UInt64>, _ random: inout Xoshiro512) {
    var generator = random
    for j in Swift.stride(from: 0, to: 64, by: 8) {
      let bits = generator.bernoulli(threshold)
      UnsafeMutableRawPointer(draws + j).storeBytes(of: bits, as: SIMD8<UInt64>.self)
    }
    random = generator
  }
}
