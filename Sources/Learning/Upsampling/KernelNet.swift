import Elementary

/// An upsampling net of one k × k convolution, k = 3, 5 or 7, with the symmetry of the square:
/// nearest-neighbour upsampling by 2, the convolution of 0/1 spins, a bias of minus half the kernel's sum and
/// a sigmoid.
///
/// Seen from a fine spin on the upper side of its block, offsets along an axis fall into the blocks own =
/// {-1, 0}, near = {1, 2}, far = {-2, -3} and far2 = {3}, as far as |offset| ≤ (k - 1)/2. With W_αβ the sum
/// of the kernel over class α of rows and β of columns, the logit is half the sum over unordered pairs (α, β)
/// of W_αβ times the sum of the one or two coarse spins of that pair. Along one axis class α collects
/// |offset| = α and α + 1, so W = T K Tᵀ with a bidiagonal T and K = T⁻¹ W T⁻ᵀ: the weights and the kernel
/// determine one another.
public struct KernelNet: Sendable, Equatable, Codable {
  /// Rows of the kernel, k.
  public let size: Int
  /// Kernel entries K(|dy|, |dx|) with |dy| ≤ |dx| at |dx| (|dx| + 1)/2 + |dy|: centre, edge, corner of the
  /// 3 × 3 part, then (0, 2), (1, 2), (2, 2), (0, 3), (1, 3), (2, 3), (3, 3).
  public let kernel: [Double]
  /// W_αβ, α ≤ β, at β (β + 1)/2 + α.
  public let weights: [Double]

  private enum CodingKeys: String, CodingKey { case size, kernel, weights }

  /// From kernel entries in the order of `kernel`: 3, 6 or 10 for k = 3, 5 or 7.
  ///
  /// - Throws: `UpsamplingError`.
  public init(size: Int, kernel: [Double]) throws(UpsamplingError) {
    try Self.check(size, kernel, "a kernel entry")
    self.size = size
    self.kernel = kernel
    weights = Self.sandwiched(kernel, classes: (size + 1) / 2) { alpha, beta in
      beta == alpha || beta == alpha + 1 ? 1 : 0
    }
  }

  /// From weights of pairs of classes in the order of `weights`: 3, 6 or 10 for k = 3, 5 or 7.
  ///
  /// - Throws: `UpsamplingError`.
  public init(size: Int, weights: [Double]) throws(UpsamplingError) {
    try Self.check(size, weights, "a weight of the kernel net")
    self.size = size
    self.weights = weights
    kernel = Self.sandwiched(weights, classes: (size + 1) / 2) { alpha, beta in
      beta < alpha ? 0 : (beta - alpha).isMultiple(of: 2) ? 1 : -1
    }
  }

  /// Decodes and checks a net.
  ///
  /// - Throws: `UpsamplingError`, or what the decoder throws.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    size = try values.decode(Int.self, forKey: .size)
    kernel = try values.decode([Double].self, forKey: .kernel)
    weights = try values.decode([Double].self, forKey: .weights)
    try Self.check(size, kernel, "a kernel entry")
    try Self.check(size, weights, "a weight of the kernel net")
  }

  private static func check(_ size: Int, _ values: [Double], _ what: String) throws(UpsamplingError) {
    let patterns = try patterns(size)
    guard values.count == patterns.pairs.count else {
      throw .wrongCount(
        what: "numbers for a \(size) × \(size) kernel", expected: patterns.pairs.count, found: values.count)
    }
    for value in values where !value.isFinite { throw .notFinite(what: what, value: value) }
  }

  /// Y = T X Tᵀ of symmetric matrices that are stored by unordered pairs.
  private static func sandwiched(
    _ x: [Double], classes: Int, _ t: (Int, Int) -> Double
  ) -> [Double] {
    func element(_ i: Int, _ j: Int) -> Double {
      let (low, high) = (min(i, j), max(i, j))
      return x[high * (high + 1) / 2 + low]
    }
    var result: [Double] = []
    for beta in 0..<classes {
      for alpha in 0...beta {
        var sum = 0.0
        for i in 0..<classes {
          for j in 0..<classes where t(alpha, i) != 0 && t(beta, j) != 0 {
            sum += t(alpha, i) * t(beta, j) * element(i, j)
          }
        }
        result.append(sum)
      }
    }
    return result
  }

  static func patterns(_ size: Int) throws(UpsamplingError) -> KernelPatterns {
    guard size == 3 || size == 5 || size == 7 else { throw .kernelSize(size) }
    return KernelPatterns.all[(size - 3) / 2]
  }

  /// Rows of the patches of coarse spins that a fine spin sees: 2, 3 or 4.
  public var patchSize: Int { (size + 1) / 2 }

  /// The kernel entry at a distance of rows and columns; zero outside.
  public subscript(dy: Int, dx: Int) -> Double {
    let (low, high) = (min(abs(dy), abs(dx)), max(abs(dy), abs(dx)))
    return high < patchSize ? kernel[high * (high + 1) / 2 + low] : 0
  }

  /// The logit of each pattern of agreement with the own spin, for the outcome that agrees.
  private var patternLogits: [Double] {
    let patterns = KernelPatterns.all[(size - 3) / 2]
    return (0..<patterns.count).map { pattern in
      var sum = 0.0
      for (x, w) in zip(patterns.features(ofPattern: pattern), weights) { sum += x * w }
      return 0.5 * sum
    }
  }

  /// P(s = +1) of every oriented patch of `patchSize` rows: 16, 512 or 65536 numbers.
  /// `OrientedPatch.expanded` makes a table of larger patches of it.
  public var probabilities: [Double] {
    let patterns = KernelPatterns.all[(size - 3) / 2]
    let logits = patternLogits
    return (0..<OrientedPatch.count(size: patchSize)).map { patch in
      let context = PatchCounts.context(ofPatch: patch, size: patchSize)
      let z = logits[patterns.pattern(ofContext: context)]
      return Elementary.sigmoid(patch & 1 == 1 ? z : -z)
    }
  }
}
