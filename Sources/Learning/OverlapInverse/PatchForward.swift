import Elementary

/// A network evaluated on the cells of a lattice, tile by tile.
struct PatchForward: ~Copyable {
  private let network: PatchNetwork
  private let offsets: [Int]
  private let isFolded: Bool
  private let memory: LaneBuffer
  private let inputs: UnsafeMutablePointer<SIMD8<Double>>
  private let hidden: UnsafeMutablePointer<SIMD8<Double>>
  /// The logits of the last tile, [outputs][columns].
  let logits: UnsafeMutablePointer<SIMD8<Double>>
  /// Where the columns of the last tile begin in the coarse array.
  private(set) var places: [Int]

  init(_ task: PatchTask, _ network: PatchNetwork, _ lattice: borrowing PatchLattice) {
    self.network = network
    offsets = lattice.offsets(task)
    isFolded = task.isFolded
    let columns = PatchTile.columns
    memory = LaneBuffer(count: columns * (task.inputs + network.shape.width + task.outputs))
    inputs = memory.vectors
    hidden = inputs + columns * task.inputs
    logits = hidden + columns * network.shape.width
    places = [Int](repeating: 0, count: columns)
  }

  /// Evaluates vectors first ..< first + columns of the lattice.
  mutating func evaluate(_ lattice: borrowing PatchLattice, first: Int, columns: Int) {
    for column in 0..<columns {
      let place = lattice.place(ofVector: first + column)
      places[column] = place
      var target = inputs + column
      for offset in offsets {
        target[0] = lattice.vector(at: place &+ offset)
        target += columns
      }
      guard isFolded else { continue }
      let centre = lattice.vector(at: place)
      for i in offsets.indices { inputs[i &* columns &+ column] *= centre }
    }
    network.values.withUnsafeBufferPointer { values in
      guard let base = values.baseAddress else { return }
      network.evaluate(base, inputs, columns: columns, hidden: hidden, outputs: logits)
    }
  }
}
