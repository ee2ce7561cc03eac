import Foundation
import Learning
import Notebook
import Random

/// How a deep belief network is trained.
struct DeepSettings: Codable, Sendable, Hashable {
  let parameters: DeepParameters
  let batch: Int
  let momentum: Double

  /// Layer k: first at its learning rate, then, if asked for, at a fifth of it.
  func stages(_ layer: Int, below units: Int) -> [MachineSettings] {
    let first = MachineSettings(
      size: parameters.size, hidden: parameters.layers[layer], coupling: parameters.coupling,
      clusters: parameters.clusters, samples: parameters.samples, epochs: parameters.epochs[layer], batch: batch,
      learningRate: parameters.learningRates[layer], isStaircase: false, momentum: momentum,
      l1: parameters.penalties[layer], steps: 1, isPersistent: false)
    guard parameters.finalEpochs > 0 else { return [first] }
    var last = first
    last.epochs = parameters.finalEpochs
    last.learningRate /= 5
    return [first, last]
  }
}

/// Where a network under training has got to.
private struct DeepState: Codable {
  var finished: [BoltzmannMachine] = []
  /// The layer under training after its first stages.
  var current: BoltzmannMachine?
  var stage = 0
  var training: Data?
}

extension DeepRun {
  /// - Throws: `IsingError`, `BoltzmannError`, `StoreError`.
  init(_ settings: DeepSettings, random: RandomStream, checkpoint: Checkpoint) throws {
    let deep = settings.parameters
    let data = try IsingData.samples(
      side: deep.size, coupling: deep.coupling, count: deep.samples, clusters: deep.clusters,
      random: random.child("data"))
    var state = try checkpoint.saved.map { try JSONDecoder().decode(DeepState.self, from: $0) } ?? DeepState()
    var samples = data
    for (layer, machine) in state.finished.enumerated() { samples = try Self.hidden(machine, samples, layer, random) }
    let total = Double(deep.epochs.reduce(0, +) + deep.finalEpochs * deep.layers.count)
    for layer in state.finished.count..<deep.layers.count {
      let stages = settings.stages(layer, below: samples.units)
      while state.stage < stages.count {
        let stream = random.child("layer-\(layer)", state.stage)
        var training = try Training.begin(
          stages[state.stage], on: samples, from: state.current, random: stream,
          saved: state.training.map { [UInt8]($0) })
        let before = Double(
          deep.epochs[..<layer].reduce(0, +) + deep.finalEpochs * layer + (state.stage > 0 ? deep.epochs[layer] : 0))
        while !training.isFinished {
          try training.runEpoch()
          let (now, kept) = (training, state)
          try checkpoint.reached((before + Double(training.epochsDone)) / total) {
            var saved = kept
            saved.training = Data(now.state())
            return (try? JSONEncoder().encode(saved)) ?? Data()
          }
        }
        state.current = training.machine
        state.training = nil
        state.stage += 1
      }
      if let machine = state.current {
        state.finished.append(machine)
        samples = try Self.hidden(machine, samples, layer, random)
      }
      state.current = nil
      state.stage = 0
    }
    try self.init(state.finished, deep, data, random: random)
  }

  private static func hidden(
    _ machine: BoltzmannMachine, _ samples: SpinSamples, _ layer: Int, _ random: RandomStream
  ) throws -> SpinSamples {
    var draws = random.child("hidden", layer)
    return try machine.sampledHidden(of: samples, random: &draws)
  }

  private init(
    _ machines: [BoltzmannMachine], _ deep: DeepParameters, _ data: SpinSamples, random: RandomStream
  ) throws {
    let torus = try FieldTorus(side: deep.size)
    var samples = data
    layers = try machines.indices.map { layer in
      samples = try Self.hidden(machines[layer], samples, layer, random)
      let fields = try FieldSet(
        torus: torus, widths: machines[...layer].map(\.hidden), weights: machines[...layer].map(\.weights))
      let part = data.samples(0..<min(data.count, 2000))
      let chosen = try fields.selecting(Array(0..<min(fields.units, 64)))
      let side = Int(Double(deep.layers[layer]).squareRoot().rounded())
      let levels = (deep.size / side).trailingZeroBitCount
      let couplings =
        deep.size == side << levels && levels > 0 && fields.units > 4
        ? try BlockedCouplings(data, hidden: samples, fields: fields, levels: levels, random: random) : nil
      return LayerRun(
        layer: layer + 1, units: deep.layers[layer], measures: try UnitMeasures(fields),
        blockCorrelation: try FieldCorrelation(chosen, samples: part, random: random.child("windows", layer)).medians,
        hiddenCoupling: couplings?.hiddenCoupling, majorityCoupling: couplings?.majorityCoupling,
        fields: (0..<min(2, fields.units)).map { MachineRun.rows(Array(fields.field($0)), deep.size) })
    }
    let model = try ModelAverages(machines[0], from: data, torus: torus, random: random)
    (dataSquare, modelSquare) = (model.dataSquare, model.modelSquare)
  }
}
