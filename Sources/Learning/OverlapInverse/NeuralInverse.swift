import CSimd
import Elementary
import Random

/// An inverse transformation by a network 27 - H - 8: from the coarse spins around a cell to the logits of its
/// eight fine spins, which are drawn independently of each other.
///
/// z = V tanh(W σ) without biases, hence exactly odd: P(-s | -σ) = P(s | σ). The symmetry of the cube is
/// learned from turned cells, not built in.
public struct NeuralInverse: CubicInverse, Hashable, Codable {
  /// How logits become spins.
  public enum Binarisation: String, Sendable, Codable, CaseIterable {
    /// +1 with probability 1 / (1 + e⁻ᶻ).
    case bernoulli
    /// The sign of z; the central coarse spin where z = 0.
    case sign
  }

  let network: PatchNetwork
  public let binarisation: Binarisation

  /// Number of hidden units H.
  public var hidden: Int { network.shape.width }
  /// W [H][27], then V [8][H]: 35 H numbers. Coarse offset (a, b, c) is input (a + 1) + 3 (b + 1) + 9 (c + 1),
  /// corner (c_x, c_y, c_z) is output c_x + 2 c_y + 4 c_z.
  public var parameters: [Double] { network.parameters }

  /// - Throws: `PatchError.setting`, `.wrongCount` or `.notFinite`.
  public init(
    hidden: Int, parameters: [Double], binarisation: Binarisation = .bernoulli
  ) throws(PatchError) {
    network = try PatchNetwork(.neural, hidden: hidden, isOdd: true, parameters: parameters)
    self.binarisation = binarisation
  }

  /// Random weights, uniform in ±1/√(fan in).
  ///
  /// - Throws: `PatchError.setting` without hidden units.
  public init(
    hidden: Int = 48, binarisation: Binarisation = .bernoulli, random: inout RandomStream
  ) throws(PatchError) {
    network = try PatchNetwork(.neural, hidden: hidden, isOdd: true, random: &random)
    self.binarisation = binarisation
  }

  private init(_ network: PatchNetwork, _ binarisation: Binarisation) {
    self.network = network
    self.binarisation = binarisation
  }

  /// Decodes and checks a model.
  ///
  /// - Throws: `PatchError`, or what the decoder throws.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      hidden: values.decode(Int.self, forKey: .hidden),
      parameters: values.decode([Double].self, forKey: .parameters),
      binarisation: values.decode(Binarisation.self, forKey: .binarisation))
  }

  /// Encodes hidden units, parameters and binarisation.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(hidden, forKey: .hidden)
    try values.encode(parameters, forKey: .parameters)
    try values.encode(binarisation, forKey: .binarisation)
  }

  private enum CodingKeys: String, CodingKey { case hidden, parameters, binarisation }

  /// The same network with another binarisation.
  public func binarised(by binarisation: Binarisation) -> NeuralInverse { NeuralInverse(network, binarisation) }

  /// The model after training from its parameters.
  ///
  /// - Parameters:
  ///   - random: orders and turns the cells.
  /// - Throws: `PatchError.tooFewCells` or `.diverged`.
  public func trained(
    on pairs: PatchPairs, with training: PatchTraining, random: inout RandomStream
  ) throws(PatchError) -> PatchTraining.Result<NeuralInverse> {
    let result = try training.train(network, .neural, on: pairs, random: &random)
    return PatchTraining.Result(model: NeuralInverse(result.model, binarisation), losses: result.losses)
  }

  /// Cross entropy of the fine spins, nats per fine spin; not a number for an empty set.
  public func crossEntropy(on pairs: PatchPairs) -> Double {
    var loss = PatchLoss(.neural, network)
    return loss.mean(network, pairs)
  }

  public func refined(_ coarse: [UInt64], side: Int, random: inout RandomStream) -> [UInt64] {
    var lattice = PatchLattice(coarse, side: side)
    var forward = PatchForward(.neural, network, lattice)
    var generator = Xoshiro512(&random)
    let one = SIMD8<Double>(repeating: 1)
    for first in stride(from: 0, to: lattice.vectors, by: PatchTile.columns) {
      let columns = min(PatchTile.columns, lattice.vectors - first)
      forward.evaluate(lattice, first: first, columns: columns)
      for column in 0..<columns {
        let place = forward.places[column]
        let centre = lattice.vector(at: place)
        for corner in 0..<8 {
          let z = forward.logits[columns &* corner &+ column]
          let spins: SIMD8<Double>
          switch binarisation {
          case .bernoulli: spins = cv_select_less(generator.uniform(), Elementary.sigmoid(z), one, -one)
          case .sign: spins = cv_select_less(z, SIMD8(), -one, cv_select_less(SIMD8(), z, one, centre))
          }
          lattice.store(spins, corner: corner, at: place)
        }
      }
    }
    return lattice.packed()
  }
}
