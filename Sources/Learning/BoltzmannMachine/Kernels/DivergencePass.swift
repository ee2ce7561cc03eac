import Random

/// The workspace of contrastive divergence: both layers of a machine, one batch of data and of model samples.
///
/// Rows 0 ..< batch of `signs` are data, the next `batch` rows the model's samples; `means` holds the means of the
/// hidden units for both, those of the model negated, so that one product of signs and means is the difference of
/// the two phases.
struct DivergencePass: ~Copyable {
  let batch: Int
  private let visible: Int
  private let hiddenLayer: SignLayer
  private let visibleLayer: SignLayer
  private let velocity: PanelMatrix
  private let hiddenBiasVelocity: FloatBuffer
  private let visibleBiasVelocity: FloatBuffer
  private let trainsBiases: Bool
  private let signs: SignBuffer
  private let hiddenSigns: SignBuffer
  private let columns: SignColumns
  private let means: PanelMatrix
  private let scratch: FloatBuffer
  private let gradient: FloatBuffer
  private let table = SignTable()

  init(_ machine: BoltzmannMachine, _ velocity: MachineVelocity, batch: Int) {
    self.batch = batch
    visible = machine.visible
    let weights = PanelMatrix(rows: machine.visible, columns: machine.hidden, rowMajor: machine.weights)
    let transposed = PanelMatrix(rows: machine.hidden, columns: machine.visible)
    for panel in 0..<weights.panels { weights.transpose(panel: panel, into: transposed) }
    gradient = FloatBuffer(count: 2 * weights.paddedRows)
    hiddenBiasVelocity = FloatBuffer(count: 2 * weights.panels)
    visibleBiasVelocity = FloatBuffer(count: 2 * transposed.panels)
    hiddenLayer = SignLayer(weights, bias: machine.hiddenBias)
    visibleLayer = SignLayer(transposed, bias: machine.visibleBias)
    self.velocity = PanelMatrix(rows: machine.visible, columns: machine.hidden, rowMajor: velocity.weights)
    trainsBiases = !velocity.hiddenBias.isEmpty
    hiddenBiasVelocity.withNumbers { for (i, v) in velocity.hiddenBias.enumerated() { $0[i] = v } }
    visibleBiasVelocity.withNumbers { for (i, v) in velocity.visibleBias.enumerated() { $0[i] = v } }
    signs = SignBuffer(units: machine.visible, count: 2 * batch)
    hiddenSigns = SignBuffer(units: machine.hidden, count: batch)
    columns = SignColumns(units: machine.visible, rows: 2 * batch)
    means = PanelMatrix(rows: 2 * batch, columns: machine.hidden)
    scratch = FloatBuffer(count: 2 * batch)
  }

  private var data: SignRows { signs.rows.rows(0..<batch) }
  /// The samples of the model, which persistent chains keep from batch to batch.
  var model: SignRows { signs.rows.rows(batch..<2 * batch) }

  // MARK: - Samples

  /// Loads samples as the batch of data.
  func loadData(_ samples: SpinSamples, _ indices: ArraySlice<Int>) {
    Self.load(samples, indices, data)
  }

  /// Loads samples as those of the model.
  func loadModel(_ samples: SpinSamples, _ indices: ArraySlice<Int>) {
    Self.load(samples, indices, model)
  }

  private static func load(_ samples: SpinSamples, _ indices: ArraySlice<Int>, _ rows: SignRows) {
    let stride = samples.stride
    samples.words.withUnsafeBufferPointer { words in
      guard let base = words.baseAddress else { return }
      for (row, sample) in indices.enumerated() { rows.load(base, stride: stride, sample: sample, row: row) }
    }
  }

  /// The model's samples.
  func modelSamples() -> SpinSamples {
    var words: [UInt64] = []
    for row in 0..<batch { model.append(row: row, to: &words) }
    return SpinSamples(units: visible, count: batch, words: words)
  }

  // MARK: - Phases

  /// Both phases with a chain of `steps` steps that begins at the data: CD-k.
  ///
  /// - Returns: the number of visible units in which the model's samples differ from the data.
  func runFromData(steps: Int, _ generator: inout Xoshiro512) -> Int {
    hiddenLayer.draw(given: data, into: hiddenSigns.rows, means: meansTarget(0), &generator)
    for step in 1...steps {
      visibleLayer.draw(given: hiddenSigns.rows, into: model, means: scratchTarget, &generator)
      if step < steps {
        hiddenLayer.draw(given: model, into: hiddenSigns.rows, means: scratchTarget, &generator)
      }
    }
    hiddenLayer.means(given: model, to: meansTarget(batch), sign: -1)
    return data.differences(from: model)
  }

  /// Both phases with `steps` further steps of the model's chains: persistent contrastive divergence.
  func runPersistent(steps: Int, _ generator: inout Xoshiro512) {
    hiddenLayer.means(given: data, to: meansTarget(0), sign: 1)
    for _ in 0..<steps {
      hiddenLayer.draw(given: model, into: hiddenSigns.rows, means: scratchTarget, &generator)
      visibleLayer.draw(given: hiddenSigns.rows, into: model, means: scratchTarget, &generator)
    }
    hiddenLayer.means(given: model, to: meansTarget(batch), sign: -1)
  }

  private var scratchTarget: SignLayer.Target { SignLayer.Target(vectors: scratch.vectors, panelStride: 0) }

  private func meansTarget(_ row: Int) -> SignLayer.Target {
    SignLayer.Target(vectors: means.panel(0) + 2 * row, panelStride: 2 * means.paddedRows)
  }

  // MARK: - Update

  /// Moves weights and biases along the difference of the two phases.
  func update(_ step: WeightStep) {
    columns.load(signs.rows)
    for panel in 0..<hiddenLayer.weights.panels {
      let rows = means.panel(panel)
      for block in 0..<columns.blocks {
        table.fill(rows + 2 &* SignTable.rows &* block)
        table.add(
          columns.words + block &* columns.stride, stride: 1, count: visible, to: gradient.vectors,
          start: block == 0 ? VectorPair() : nil)
      }
      let target = hiddenLayer.weights.panel(panel)
      let change = velocity.panel(panel)
      for i in 0..<2 &* visible { step.apply(target + i, change + i, gradient.vectors[i]) }
      hiddenLayer.weights.transpose(panel: panel, into: visibleLayer.weights)
    }
    if trainsBiases { updateBiases(WeightStep(momentum: step.momentum, scale: step.scale, decay: 0)) }
  }

  private func updateBiases(_ step: WeightStep) {
    for panel in 0..<hiddenLayer.weights.panels {
      var sum = VectorPair()
      for row in 0..<2 * batch { sum = sum + VectorPair(means.panel(panel) + 2 * row) }
      let bias = hiddenLayer.bias.vectors + 2 * panel
      let change = hiddenBiasVelocity.vectors + 2 * panel
      step.apply(bias, change, sum.left)
      step.apply(bias + 1, change + 1, sum.right)
    }
    for vector in 0..<visibleLayer.bias.count {
      var difference = SIMD16<Float>()
      for lane in 0..<16 where 16 * vector + lane < visible {
        difference[lane] = Float(2 * excess(16 * vector + lane))
      }
      step.apply(visibleLayer.bias.vectors + vector, visibleBiasVelocity.vectors + vector, difference)
    }
  }

  /// How many more data than model samples have unit `unit` up.
  private func excess(_ unit: Int) -> Int {
    var excess = 0
    for block in 0..<columns.blocks {
      let word = columns.words[block * columns.stride + unit]
      let dataRows = max(0, min(32, batch - 32 * block))
      let isData = dataRows == 32 ? UInt32.max : 1 << UInt32(dataRows) - 1
      excess += (word & isData).nonzeroBitCount - (word & ~isData).nonzeroBitCount
    }
    return excess
  }

  // MARK: - Results

  /// The machine as it is now.
  func machine(like start: BoltzmannMachine) -> BoltzmannMachine {
    BoltzmannMachine(
      visible: start.visible, hidden: start.hidden, checkedWeights: hiddenLayer.weights.rowMajor(),
      visibleBias: visibleLayer.bias.withNumbers { n in start.visibleBias.indices.map { n[$0] } },
      hiddenBias: hiddenLayer.bias.withNumbers { n in start.hiddenBias.indices.map { n[$0] } })
  }

  /// The last changes of weights and biases.
  func velocity(like start: MachineVelocity) -> MachineVelocity {
    MachineVelocity(
      weights: velocity.rowMajor(),
      visibleBias: visibleBiasVelocity.withNumbers { n in start.visibleBias.indices.map { n[$0] } },
      hiddenBias: hiddenBiasVelocity.withNumbers { n in start.hiddenBias.indices.map { n[$0] } })
  }
}
