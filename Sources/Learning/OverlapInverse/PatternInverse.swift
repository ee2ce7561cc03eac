import CSimd
import Elementary
import Random

/// An inverse transformation by a softmax over the 256 patterns of the eight fine spins of a cell: a network
/// 27 - H - 256 that sees the correlations inside a cell, but none between cells.
///
/// The other 26 coarse spins and the fine spins are multiplied by the central coarse spin before the network
/// (tanh, with biases) sees them: hence P(-s | -σ) = P(s | σ). A majority-constrained model has no outputs for
/// the patterns whose majority contradicts the coarse spin; balanced ones are allowed. The symmetry of the
/// cube is learned from turned cells, not built in.
public struct PatternInverse: CubicInverse, Hashable, Codable {
  let network: PatchNetwork
  private let task: PatchTask
  /// Whether every drawn pattern agrees with the coarse spin or is balanced.
  public let isConstrained: Bool

  /// Number of hidden units H.
  public var hidden: Int { network.shape.width }
  /// W [H][26], biases [H], V [patterns][H], biases [patterns]. Inputs in the order of `NeuralInverse` without
  /// the centre; patterns in rising order, bit c_x + 2 c_y + 4 c_z set where the corner differs from the
  /// central coarse spin: 256 of them, or the 163 with at most four bits.
  public var parameters: [Double] { network.parameters }

  private static func patterns(_ isConstrained: Bool) -> [Int] {
    (0..<256).filter { !isConstrained || $0.nonzeroBitCount <= 4 }
  }

  /// - Throws: `PatchError.setting`, `.wrongCount` or `.notFinite`.
  public init(hidden: Int, isConstrained: Bool, parameters: [Double]) throws(PatchError) {
    task = .pattern(Self.patterns(isConstrained))
    network = try PatchNetwork(task, hidden: hidden, isOdd: false, parameters: parameters)
    self.isConstrained = isConstrained
  }

  /// Random weights, uniform in ±1/√(fan in).
  ///
  /// - Throws: `PatchError.setting` without hidden units.
  public init(
    hidden: Int = 48, isConstrained: Bool = false, random: inout RandomStream
  ) throws(PatchError) {
    task = .pattern(Self.patterns(isConstrained))
    network = try PatchNetwork(task, hidden: hidden, isOdd: false, random: &random)
    self.isConstrained = isConstrained
  }

  private init(_ model: PatternInverse, _ network: PatchNetwork) {
    self.network = network
    task = model.task
    isConstrained = model.isConstrained
  }

  /// Decodes and checks a model.
  ///
  /// - Throws: `PatchError`, or what the decoder throws.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      hidden: values.decode(Int.self, forKey: .hidden),
      isConstrained: values.decode(Bool.self, forKey: .isConstrained),
      parameters: values.decode([Double].self, forKey: .parameters))
  }

  /// Encodes hidden units, constraint and parameters.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(hidden, forKey: .hidden)
    try values.encode(isConstrained, forKey: .isConstrained)
    try values.encode(parameters, forKey: .parameters)
  }

  private enum CodingKeys: String, CodingKey { case hidden, isConstrained, parameters }

  /// The model after training from its parameters.
  ///
  /// - Parameters:
  ///   - random: orders and turns the cells.
  /// - Throws: `PatchError.tooFewCells`, `.diverged` or, for a constrained model, `.contradiction`.
  public func trained(
    on pairs: PatchPairs, with training: PatchTraining, random: inout RandomStream
  ) throws(PatchError) -> PatchTraining.Result<PatternInverse> {
    try checkConstraint(pairs)
    let result = try training.train(network, task, on: pairs, random: &random)
    return PatchTraining.Result(model: PatternInverse(self, result.model), losses: result.losses)
  }

  /// Cross entropy of the patterns, nats per fine spin; not a number for an empty set.
  ///
  /// - Throws: `PatchError.contradiction` for a constrained model.
  public func crossEntropy(on pairs: PatchPairs) throws(PatchError) -> Double {
    try checkConstraint(pairs)
    var loss = PatchLoss(task, network)
    return loss.mean(network, pairs)
  }

  private func checkConstraint(_ pairs: PatchPairs) throws(PatchError) {
    guard isConstrained else { return }
    for cell in 0..<pairs.count where pairs.opposite(cell) > 4 { throw .contradiction(cell: cell) }
  }

  public func refined(_ coarse: [UInt64], side: Int, random: inout RandomStream) -> [UInt64] {
    let patterns = Self.patterns(isConstrained)
    var lattice = PatchLattice(coarse, side: side)
    var forward = PatchForward(task, network, lattice)
    var generator = Xoshiro512(&random)
    for first in stride(from: 0, to: lattice.vectors, by: PatchTile.columns) {
      let columns = min(PatchTile.columns, lattice.vectors - first)
      forward.evaluate(lattice, first: first, columns: columns)
      for column in 0..<columns {
        let weights = forward.logits + column
        let total = PatchSoftmax.weights(weights, stride: columns, count: patterns.count, to: weights).total
        let choice = PatchSoftmax.pattern(
          at: generator.uniform(), weights, stride: columns, count: patterns.count, total: total)
        var chosen = SIMD8<UInt64>()
        for lane in 0..<8 { chosen[lane] = UInt64(patterns[Int(choice[lane])]) }
        Self.store(chosen, forward.places[column], &lattice)
      }
    }
    return lattice.packed()
  }

  /// Sets the corners of eight cells, corner c where bit c is set to the opposite of the coarse spin.
  @inline(__always)
  private static func store(_ patterns: SIMD8<UInt64>, _ place: Int, _ lattice: inout PatchLattice) {
    let centre = unsafeBitCast(lattice.vector(at: place), to: SIMD8<UInt64>.self)
    let sign = SIMD8<UInt64>(repeating: 1 << 63)
    for corner in 0..<8 {
      let flips = cv_and(cv_shl(patterns, UInt64(63 &- corner)), sign)
      let spins = unsafeBitCast(cv_xor(centre, flips), to: SIMD8<Double>.self)
      lattice.store(spins, corner: corner, at: place)
    }
  }
}
