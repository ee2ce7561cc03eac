import Elementary
import Random

/// The two-layer upsampling net: nearest-neighbour upsampling by 2 of 0/1 spins, a 3 × 3 convolution to some
/// channels, ReLU, a 3 × 3 convolution to one logit, a sigmoid; both convolutions circular and with biases.
///
/// 19 parameters a channel and one more, 609 for 32 channels. Their order is PyTorch's: first kernels
/// [channel][3][3], first biases [channel], second kernels [channel][3][3], second bias. Because of the
/// upsampling the four fine spins of a block depend on the 3 × 3 coarse spins around it only, and a hidden
/// unit on four of them, so that the net is a table of 512 × 4 probabilities made of 64 hidden states.
public struct TwoLayerNet: Sendable, Equatable, Codable {
  /// Hidden channels.
  public let channels: Int
  /// 19 · channels + 1 numbers.
  public let parameters: [Double]

  /// - Throws: `UpsamplingError.channels`, `.wrongCount` or `.notFinite`.
  public init(channels: Int = 32, parameters: [Double]) throws(UpsamplingError) {
    guard channels >= 1 else { throw .channels(channels) }
    guard parameters.count == 19 * channels + 1 else {
      throw .wrongCount(what: "parameters", expected: 19 * channels + 1, found: parameters.count)
    }
    for value in parameters where !value.isFinite {
      throw .notFinite(what: "a parameter of the two-layer net", value: value)
    }
    self.channels = channels
    self.parameters = parameters
  }

  /// Decodes and checks a net.
  ///
  /// - Throws: `UpsamplingError`, or what the decoder throws.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      channels: values.decode(Int.self, forKey: .channels),
      parameters: values.decode([Double].self, forKey: .parameters))
  }

  private enum CodingKeys: String, CodingKey { case channels, parameters }

  /// PyTorch's default initialisation: every layer uniform in ±1/√(fan in), fan in 9 and 9 · channels.
  ///
  /// - Throws: `UpsamplingError.channels`.
  public init(channels: Int = 32, random: inout RandomStream) throws(UpsamplingError) {
    guard channels >= 1 else { throw .channels(channels) }
    let first = 1.0 / 3
    let second = 1 / Double(9 * channels).squareRoot()
    var parameters: [Double] = []
    for _ in 0..<10 * channels { parameters.append((2 * random.uniform() - 1) * first) }
    for _ in 0...9 * channels { parameters.append((2 * random.uniform() - 1) * second) }
    try self.init(channels: channels, parameters: parameters)
  }

  /// The logit of the fine spin in quadrant q under unoriented patch t at 4 t + q: 2048 numbers.
  public var logits: [Double] { TwoLayerPass(channels: channels, parameters).logits }

  /// P(s = +1), in the order of `logits`.
  public var probabilities: [Double] { logits.map { Elementary.sigmoid($0) } }

  /// The mean over the two signs of the spins, (P(t) + 1 - P(-t))/2: the probabilities of the nearest net
  /// that respects the flip of all spins.
  public var symmetrizedProbabilities: [Double] {
    let p = probabilities
    return p.indices.map { 0.5 * (p[$0] + 1 - p[4 * (511 - $0 / 4) + $0 % 4]) }
  }

  /// How far the net breaks the flip of all spins: |P(t) + P(-t) - 1|, its largest value and its mean over
  /// the spins of the data.
  ///
  /// - Parameter counts: (down, up) of every quadrant of every patch, as of `JointCounts.quadrantCounts`.
  /// - Returns: both numbers.
  /// - Throws: `UpsamplingError`.
  public func flipViolation(
    on counts: [SIMD2<Double>]
  ) throws(UpsamplingError) -> (largest: Double, mean: Double) {
    let total = try TwoLayerPass.total(counts)
    let p = probabilities
    let violations = p.indices.map { abs(p[$0] + p[4 * (511 - $0 / 4) + $0 % 4] - 1) }
    let mean = zip(violations, counts).reduce(0) { $0 + $1.0 * $1.1.sum() } / total
    return (violations.max() ?? 0, mean)
  }

  /// Cross-entropy, nats per spin.
  ///
  /// - Parameter counts: as above.
  /// - Returns: the loss.
  /// - Throws: `UpsamplingError`.
  public func loss(on counts: [SIMD2<Double>]) throws(UpsamplingError) -> Double {
    let total = try TwoLayerPass.total(counts)
    return TwoLayerPass.loss(logits, counts.map { $0 / total })
  }

  /// Loss and its gradient with respect to the parameters.
  ///
  /// - Parameter counts: as above.
  /// - Returns: both.
  /// - Throws: `UpsamplingError`.
  public func lossGradient(
    on counts: [SIMD2<Double>]
  ) throws(UpsamplingError) -> (loss: Double, gradient: [Double]) {
    let total = try TwoLayerPass.total(counts)
    let pass = TwoLayerPass(channels: channels, parameters)
    return pass.lossGradient(counts.map { $0 / total })
  }
}
