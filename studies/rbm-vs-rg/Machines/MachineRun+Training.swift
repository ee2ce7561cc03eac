import Learning
import Notebook
import Random

extension MachineRun {
  /// Data, training and everything that is measured of the machine.
  ///
  /// - Throws: `IsingError`, `BoltzmannError`, `StoreError`.
  init(_ settings: MachineSettings, random: RandomStream, checkpoint: Checkpoint) throws {
    let data = try IsingData.samples(
      side: settings.size, coupling: settings.coupling, count: settings.samples, clusters: settings.clusters,
      random: random.child("data"))
    let machine = try Training.run(settings, on: data, random: random, checkpoint: checkpoint)
    try self.init(machine, settings, data, random: random)
  }

  private init(
    _ machine: BoltzmannMachine, _ settings: MachineSettings, _ data: SpinSamples, random: RandomStream
  ) throws {
    let torus = try FieldTorus(side: settings.size)
    let fields = try FieldSet(torus: torus, widths: [machine.hidden], weights: [machine.weights])
    coupling = settings.coupling
    measures = try UnitMeasures(fields)
    let part = data.samples(0..<min(data.count, 5000))
    blockCorrelation = try FieldCorrelation(fields, samples: part, random: random.child("windows")).medians
    var draws = random.child("hidden")
    let hidden = try machine.sampledHidden(of: data, random: &draws)
    let side = Int(Double(settings.hidden).squareRoot().rounded())
    let levels = max(1, (settings.size / max(side, 1)).trailingZeroBitCount)
    let couplings = try BlockedCouplings(data, hidden: hidden, fields: fields, levels: levels, random: random)
    hiddenNeighbour = couplings.hidden
    majorityNeighbour = couplings.majority
    decimatedNeighbour = couplings.decimated
    hiddenCoupling = couplings.hiddenCoupling
    majorityCoupling = couplings.majorityCoupling
    decimatedCoupling = couplings.decimatedCoupling
    hiddenCorrelation = couplings.hiddenCorrelation
    blockCorrelationFunction = couplings.blockCorrelation
    hiddenDistances = couplings.hiddenDistances
    blockDistances = couplings.blockDistances
    let implied = try FieldCouplings(fields)
    impliedCouplings = [implied.nearest.mean, implied.diagonal.mean, implied.second.mean]
    self.fields = (0..<min(4, machine.hidden)).map { Self.rows(Array(fields.field($0)), settings.size) }
    let model = try ModelAverages(machine, from: part, torus: torus, random: random)
    (dataSquare, modelSquare) = (model.dataSquare, model.modelSquare)
    (dataEnergy, modelEnergy) = (model.dataEnergy, model.modelEnergy)
  }

  /// A field as rows of the lattice, to four digits.
  static func rows(_ field: [Double], _ side: Int) -> [[Double]] {
    (0..<side).map { y in (0..<side).map { x in (1e4 * field[y * side + x]).rounded() / 1e4 } }
  }
}
