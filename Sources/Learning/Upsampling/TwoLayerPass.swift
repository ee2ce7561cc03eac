import Elementary

/// One evaluation of a two-layer net on all 512 patches, eight channels to a SIMD vector.
///
/// A hidden unit on the upsampled lattice sees two rows and two columns of blocks: on an odd fine row the
/// kernel rows 0, 1 lie in the lower block and 2 in the upper, on an even one 0 lies in the lower and 1, 2 in
/// the upper. Its state is 16 (2 (y mod 2) + (x mod 2)) + the four spins, bit 2 · upper row + upper column.
struct TwoLayerPass {
  private let channels: Int
  /// SIMD vectors of a set of channels.
  private let vectors: Int
  /// Kernel entry k of channel block v at 9 v + k.
  private let first: [SIMD8<Double>]
  private let second: [SIMD8<Double>]
  /// ReLU activations of state s, channel block v at 64 v + s.
  private let hidden: [SIMD8<Double>]
  let logits: [Double]

  init(channels: Int, _ parameters: [Double]) {
    let vectors = (channels + 7) / 8
    func lanes(_ offset: Int, _ count: Int) -> [SIMD8<Double>] {
      var result = [SIMD8<Double>](repeating: SIMD8(), count: vectors * count)
      for channel in 0..<channels {
        for k in 0..<count {
          result[channel / 8 * count + k][channel % 8] = parameters[offset + channel * count + k]
        }
      }
      return result
    }
    self.channels = channels
    self.vectors = vectors
    first = lanes(0, 9)
    second = lanes(10 * channels, 9)
    hidden = Self.hidden(first, lanes(9 * channels, 1))
    logits = Self.logits(hidden, second, bias: parameters[19 * channels])
  }

  private static func hidden(_ first: [SIMD8<Double>], _ biases: [SIMD8<Double>]) -> [SIMD8<Double>] {
    var result: [SIMD8<Double>] = []
    result.reserveCapacity(64 * biases.count)
    for (v, bias) in biases.enumerated() {
      for state in 0..<64 {
        var sum = bias
        for k in 0..<9 where Geometry.sees(state, k) { sum += first[9 * v + k] }
        result.append(pointwiseMax(sum, SIMD8()))
      }
    }
    return result
  }

  private static func logits(_ hidden: [SIMD8<Double>], _ second: [SIMD8<Double>], bias: Double) -> [Double] {
    var contributions = [Double](repeating: 0, count: 9 * 64)
    for k in 0..<9 {
      for state in 0..<64 {
        var sum = SIMD8<Double>()
        for v in 0..<hidden.count / 64 { sum += second[9 * v + k] * hidden[64 * v + state] }
        contributions[64 * k + state] = sum.sum()
      }
    }
    return (0..<2048).map { index in
      var sum = bias
      for k in 0..<9 { sum += contributions[Geometry.terms[9 * index + k]] }
      return sum
    }
  }

  /// Loss in nats per spin, and its gradient.
  ///
  /// - Parameter shares: (down, up) of each quadrant and patch, divided by their sum.
  /// - Returns: the loss and one number for each parameter.
  func lossGradient(_ shares: [SIMD2<Double>]) -> (Double, [Double]) {
    var sensitivities = [Double](repeating: 0, count: 9 * 64)
    var bias = 0.0
    for index in 0..<2048 where shares[index].sum() > 0 {
      let (down, up) = (shares[index][0], shares[index][1])
      let p = Elementary.sigmoid(logits[index])
      let residual = down * p - up * (1 - p)
      bias += residual
      for k in 0..<9 { sensitivities[Geometry.terms[9 * index + k]] += residual }
    }
    var gradient = [Double](repeating: 0, count: 19 * channels + 1)
    gradient[19 * channels] = bias
    for v in 0..<vectors { addGradient(v, sensitivities, &gradient) }
    return (Self.loss(logits, shares), gradient)
  }

  /// The gradient of the parameters of eight channels.
  private func addGradient(_ v: Int, _ sensitivities: [Double], _ gradient: inout [Double]) {
    var secondSlopes = [SIMD8<Double>](repeating: SIMD8(), count: 9)
    var firstSlopes = secondSlopes
    var biases = SIMD8<Double>()
    for state in 0..<64 {
      let unit = hidden[64 * v + state]
      var slope = SIMD8<Double>()
      for k in 0..<9 {
        let sensitivity = sensitivities[64 * k + state]
        secondSlopes[k] += sensitivity * unit
        slope += sensitivity * second[9 * v + k]
      }
      slope.replace(with: 0, where: unit .<= 0)
      biases += slope
      for k in 0..<9 where Geometry.sees(state, k) { firstSlopes[k] += slope }
    }
    for channel in 8 * v..<min(8 * v + 8, channels) {
      for k in 0..<9 {
        gradient[9 * channel + k] = firstSlopes[k][channel % 8]
        gradient[10 * channels + 9 * channel + k] = secondSlopes[k][channel % 8]
      }
      gradient[9 * channels + channel] = biases[channel % 8]
    }
  }

  /// Cross-entropy: n₁ softplus(-z) + n₀ softplus(z) = n ln(2 cosh(z/2)) - (n₁ - n₀) z/2.
  static func loss(_ logits: [Double], _ shares: [SIMD2<Double>]) -> Double {
    var sum = 0.0
    for (z, share) in zip(logits, shares) where share.sum() > 0 {
      sum += share.sum() * Elementary.log2cosh(0.5 * z) - 0.5 * (share[1] - share[0]) * z
    }
    return sum
  }

  /// The sum of 2048 pairs of counts, after a look at each.
  static func total(_ counts: [SIMD2<Double>]) throws(UpsamplingError) -> Double {
    guard counts.count == 2048 else {
      throw .wrongCount(what: "pairs of quadrant counts", expected: 2048, found: counts.count)
    }
    for n in counts where !(n[0] >= 0 && n[1] >= 0 && n.sum().isFinite) {
      throw .negativeCount(what: "a quadrant", value: n[0] >= 0 && n[0].isFinite ? n[1] : n[0])
    }
    let total = counts.reduce(0) { $0 + $1.sum() }
    guard total > 0 else { throw .emptyTrainingSet }
    return total
  }

  /// Which states and kernel entries meet.
  private enum Geometry {
    /// Whether kernel entry k of a hidden unit in `state` lies on a spin +1.
    static func sees(_ state: Int, _ k: Int) -> Bool { seen[9 * state + k] }

    private static let seen: [Bool] = (0..<64 * 9).map { index in
      let (state, k) = (index / 9, index % 9)
      // On an even fine row (bit 5 clear) the kernel's middle row lies in the upper block.
      let row = k / 3 == 2 || k / 3 == 1 && state & 32 == 0 ? 1 : 0
      let column = k % 3 == 2 || k % 3 == 1 && state & 16 == 0 ? 1 : 0
      return state >> (2 * row + column) & 1 == 1
    }

    /// 64 k + state of the hidden unit that entry k of the second kernel takes for the fine spin `index`.
    static let terms: [Int] = (0..<2048 * 9).map { number in
      let (index, k) = (number / 9, number % 9)
      let (patch, quadrant) = (index >> 2, index & 3)
      // In the six fine rows of a patch the block has the rows 2 and 3, its hidden units 1...4.
      let (y, x) = (1 + quadrant >> 1 + k / 3, 1 + quadrant & 1 + k % 3)
      let (row, column) = ((y - 1) / 2, (x - 1) / 2)
      var state = 32 * (y % 2) + 16 * (x % 2)
      for bit in 0..<4 {
        state |= (patch >> (3 * (row + bit >> 1) + column + bit & 1) & 1) << bit
      }
      return 64 * k + state
    }
  }
}
