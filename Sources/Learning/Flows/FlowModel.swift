/// A learned renormalization-group flow J → J + f(J), eight models to a SIMD vector.
///
/// Either the network is f itself (`flow`, Shen) or f is the gradient of a scalar network C, the monotone
/// (`monotone`, Hou and You, arXiv 2306.11054). All derivatives are written out; no third derivatives are
/// needed, because every loss here is of first order in f.
public struct FlowModel: Sendable, Equatable {
  /// What the network's outputs mean.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case flow
    case monotone
  }

  public let kind: Kind
  public var network: MultilayerPerceptron

  /// - Throws: `LearningError` for a monotone with more than one output, with layer normalisation, or with
  ///   ReLU, whose second derivative is zero.
  public init(_ kind: Kind, _ network: MultilayerPerceptron) throws(LearningError) {
    if kind == .monotone {
      let shape = network.shape
      guard shape.outputs == 1 else { throw .monotoneOutputs(shape.outputs) }
      guard !shape.layerNorm else { throw .monotoneLayerNorm }
      guard shape.activation != .relu else { throw .monotoneActivation(.relu) }
    }
    self.kind = kind
    self.network = network
  }

  /// Number of couplings J.
  public var inputs: Int { network.shape.inputs }
  /// Number of components of f.
  public var components: Int { kind == .flow ? network.shape.outputs : network.shape.inputs }

  /// Calls the body with each tile of a batch of `vectors` SIMD vectors, its first vector, and its couplings
  /// in place.
  func forEachTile(
    _ couplings: Batch, _ workspace: inout Workspace, _ body: (Tile, _ start: Int) -> Void
  ) {
    let shape = network.shape
    precondition(workspace.shape == shape, "the workspace was made for another network")
    precondition(couplings.components == shape.inputs, "the couplings do not fit the network's inputs")
    precondition(network.parameters.count == shape.parameterCount, "the parameters do not fit the network")
    network.parameters.withUnsafeBufferPointer { parameters in
      guard let base = parameters.baseAddress else { return }
      var start = 0
      while start < couplings.vectors {
        let columns = min(workspace.maximumColumns, couplings.vectors - start)
        let tile = Tile(workspace, base, columns: columns)
        tile.load(couplings, start, .value, layer: 0)
        body(tile, start)
        start += columns
      }
    }
  }
}

extension Tile {
  /// Copies the vectors of this tile out of a batch.
  func load(_ batch: Batch, _ start: Int, _ which: TileArray, layer: Int) {
    let target = array(which, layer)
    for component in 0..<batch.components {
      let row = component * batch.vectors + start
      for column in 0..<columns { target[component * columns + column] = batch.lanes[row + column] }
    }
  }

  /// Copies the vectors of this tile into a batch.
  func save(_ which: TileArray, layer: Int, _ batch: inout Batch, _ start: Int) {
    let source = array(which, layer)
    for component in 0..<batch.components {
      let row = component * batch.vectors + start
      for column in 0..<columns { batch.lanes[row + column] = source[component * columns + column] }
    }
  }

  /// Fills one component of an array, the others with zero.
  func fillUnit(_ which: TileArray, layer: Int, component: Int, of components: Int) {
    let target = array(which, layer)
    for i in 0..<(components * columns) {
      target[i] = SIMD8(repeating: i / columns == component ? 1 : 0)
    }
  }
}
