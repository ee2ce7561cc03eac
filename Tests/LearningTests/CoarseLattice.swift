import Random

/// A small coarse torus and what its fine spins see, straight from the definitions.
struct CoarseLattice {
  let side: Int
  let spins: [Bool]

  init(side: Int, up: Double = 0.5, random: inout RandomStream) {
    self.side = side
    spins = (0..<side * side).map { _ in random.uniform() < up }
  }

  func spin(_ y: Int, _ x: Int) -> Bool {
    spins[(y % side + side) % side * side + (x % side + side) % side]
  }

  /// The oriented patch of the fine spin (y, x): block rows own, nearest other, opposite, second nearest.
  func oriented(_ y: Int, _ x: Int, size: Int) -> Int {
    func blocks(_ fine: Int) -> [Int] {
      let (block, direction) = (fine / 2, fine % 2 == 0 ? -1 : 1)
      return [block, block + direction, block - direction, block + 2 * direction]
    }
    var patch = 0
    for i in 0..<size {
      for j in 0..<size where spin(blocks(y)[i], blocks(x)[j]) { patch |= 1 << (size * i + j) }
    }
    return patch
  }

  /// The 3 × 3 blocks around block (y, x).
  func unoriented(_ y: Int, _ x: Int) -> Int {
    var patch = 0
    for dy in -1...1 { for dx in -1...1 where spin(y + dy, x + dx) { patch |= 1 << (3 * (dy + 1) + dx + 1) } }
    return patch
  }

  /// Nearest-neighbour upsampling to 0/1.
  var upsampled: [[Double]] {
    (0..<2 * side).map { y in (0..<2 * side).map { x in spin(y / 2, x / 2) ? 1 : 0 } }
  }

  /// A circular cross-correlation with a square kernel.
  static func convolved(_ image: [[Double]], _ kernel: [[Double]]) -> [[Double]] {
    let (n, half) = (image.count, kernel.count / 2)
    return (0..<n).map { y in
      (0..<n).map { x in
        var sum = 0.0
        for i in kernel.indices {
          let row = image[(y + i - half + n) % n]
          for j in kernel.indices { sum += kernel[i][j] * row[(x + j - half + n) % n] }
        }
        return sum
      }
    }
  }
}
