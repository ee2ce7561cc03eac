import CSimd
import Elementary
import Random

/// An inverse transformation that draws the eight corners of all cells one after another, each from the coarse
/// spins around its cell and the neighbours that are already there.
///
/// Corner c = c_x + 2 c_y + 4 c_z has a network of its own, (27 + n) - H - 1, for the 27 coarse spins around
/// the cell and those n of the 26 fine neighbours of the site (offsets -1, 0, 1 along each axis) that belong to
/// corners below c: n = 0, 2, 6, 8, 18, 20, 24, 26. Every pair of fine neighbours thus meets in one network,
/// which gives the fine configuration its correlation at distance one; all spins of one corner are drawn at
/// once. z = v tanh(W x) without biases: P(-s | -σ) = P(s | σ) exactly. The symmetry of the cube is
/// learned from turned cells, not built in.
public struct AutoregressiveInverse: CubicInverse, Hashable, Codable {
  private let networks: [PatchNetwork]

  static let tasks = (0..<8).map { PatchTask.autoregressive($0) }

  /// Number of hidden units H of each network.
  public var hidden: Int { networks[0].shape.width }
  /// Corner by corner W [H][27 + n], then v [H]. Coarse inputs in the order of `NeuralInverse`, then the fine
  /// neighbours, their offsets in the same order.
  public var parameters: [[Double]] { networks.map(\.parameters) }

  /// - Throws: `PatchError.setting`, `.wrongCount` or `.notFinite`.
  public init(hidden: Int, parameters: [[Double]]) throws(PatchError) {
    guard parameters.count == 8 else {
      throw .wrongCount(what: "lists of parameters, one for each corner", expected: 8, found: parameters.count)
    }
    var networks: [PatchNetwork] = []
    for (task, parameters) in zip(Self.tasks, parameters) {
      networks.append(try PatchNetwork(task, hidden: hidden, isOdd: true, parameters: parameters))
    }
    self.networks = networks
  }

  /// Random weights, uniform in ±1/√(fan in).
  ///
  /// - Throws: `PatchError.setting` without hidden units.
  public init(hidden: Int = 32, random: inout RandomStream) throws(PatchError) {
    var networks: [PatchNetwork] = []
    for task in Self.tasks {
      networks.append(try PatchNetwork(task, hidden: hidden, isOdd: true, random: &random))
    }
    self.networks = networks
  }

  private init(_ networks: [PatchNetwork]) { self.networks = networks }

  /// Decodes and checks a model.
  ///
  /// - Throws: `PatchError`, or what the decoder throws.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      hidden: values.decode(Int.self, forKey: .hidden),
      parameters: values.decode([[Double]].self, forKey: .parameters))
  }

  /// Encodes hidden units and parameters.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(hidden, forKey: .hidden)
    try values.encode(parameters, forKey: .parameters)
  }

  private enum CodingKeys: String, CodingKey { case hidden, parameters }

  /// The model after training from its parameters, corner by corner.
  ///
  /// - Parameters:
  ///   - random: orders and turns the cells.
  /// - Throws: `PatchError.tooFewCells` or `.diverged`.
  public func trained(
    on pairs: PatchPairs, with training: PatchTraining, random: inout RandomStream
  ) throws(PatchError) -> PatchTraining.Result<AutoregressiveInverse> {
    var trained: [PatchNetwork] = []
    var losses = [Double](repeating: 0, count: training.epochs)
    for (network, task) in zip(networks, Self.tasks) {
      let result = try training.train(network, task, on: pairs, random: &random)
      trained.append(result.model)
      for epoch in losses.indices { losses[epoch] += result.losses[epoch] / 8 }
    }
    return PatchTraining.Result(model: AutoregressiveInverse(trained), losses: losses)
  }

  /// Cross entropy of the fine spins, nats per fine spin; not a number for an empty set.
  public func crossEntropy(on pairs: PatchPairs) -> Double {
    zip(networks, Self.tasks).reduce(0) { sum, part in
      var loss = PatchLoss(part.1, part.0)
      return sum + loss.mean(part.0, pairs) / 8
    }
  }

  /// ln P(fine | coarse) in nats, exact; the same bits for both configurations turned over.
  ///
  /// - Parameters:
  ///   - fine: the packed configuration of (2 `side`)³ spins.
  ///   - coarse: the packed configuration of `side`³ spins.
  ///   - side: coarse sites along an edge, 1 ... 256.
  public func logLikelihood(fine: [UInt64], coarse: [UInt64], side: Int) -> Double {
    var lattice = PatchLattice(coarse, side: side)
    lattice.load(fine: fine)
    var total = 0.0
    for corner in 0..<8 {
      var forward = PatchForward(Self.tasks[corner], networks[corner], lattice)
      var sum = SIMD8<Double>()
      for first in stride(from: 0, to: lattice.vectors, by: PatchTile.columns) {
        let columns = min(PatchTile.columns, lattice.vectors - first)
        forward.evaluate(lattice, first: first, columns: columns)
        for column in 0..<columns {
          let half = 0.5 * forward.logits[column]
          let spins = lattice.spins(corner, at: forward.places[column])
          let term = spins * half - Elementary.log2cosh(half)
          let live = lattice.live(inVector: first + column)
          for lane in 0..<live { sum[lane] += term[lane] }
        }
      }
      total += sum.folded
    }
    return total
  }

  public func refined(_ coarse: [UInt64], side: Int, random: inout RandomStream) -> [UInt64] {
    var lattice = PatchLattice(coarse, side: side)
    var generator = Xoshiro512(&random)
    let one = SIMD8<Double>(repeating: 1)
    for corner in 0..<8 {
      var forward = PatchForward(Self.tasks[corner], networks[corner], lattice)
      for first in stride(from: 0, to: lattice.vectors, by: PatchTile.columns) {
        let columns = min(PatchTile.columns, lattice.vectors - first)
        forward.evaluate(lattice, first: first, columns: columns)
        for column in 0..<columns {
          let p = Elementary.sigmoid(forward.logits[column])
          let spins = cv_select_less(generator.uniform(), p, one, -one)
          lattice.store(spins, corner: corner, at: forward.places[column])
        }
      }
      lattice.wrap(1 + corner)
    }
    return lattice.packed()
  }
}
