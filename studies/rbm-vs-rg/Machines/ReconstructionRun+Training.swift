import Learning
import Notebook
import Random
import Renormalization
import Statistics

extension ReconstructionRun {
  /// Data at all temperatures, one machine trained on all of it, and its flows from the coldest and the hottest.
  ///
  /// - Throws: `ThermometerError` if the energy of the training data does not give back their temperatures;
  ///   `IsingError`, `BoltzmannError`, `StoreError`.
  init(
    _ p: ReconstructionParameters, hidden: Int, batch: Int, momentum: Double, random: RandomStream,
    checkpoint: Checkpoint
  ) throws {
    let torus = try FieldTorus(side: p.size)
    let sets = try p.temperatures.enumerated().map { index, temperature in
      try IsingData.samples(
        side: p.size, coupling: temperature > 0 ? 1 / temperature : .infinity, count: p.samples, clusters: 20,
        random: random.child("data", index))
    }
    let observables = try sets.map { try FieldObservables($0, on: torus) }
    thermometerPull = try Self.check(observables, p)
    let thermometer = try FieldThermometer(
      temperatures: p.temperatures, squaredMagnetisations: observables.map(\.squaredMagnetisation.mean))
    let data = try sets.dropFirst().reduce(sets[0]) { try $0.appending($1) }
    let settings = MachineSettings(
      size: p.size, hidden: hidden, coupling: 0, clusters: 20, samples: data.count, epochs: p.epochs,
      batch: min(batch, data.count), learningRate: p.learningRate, isStaircase: false, momentum: momentum, l1: 0,
      steps: 1,
      isPersistent: false)
    let machine = try Training.run(settings, on: data, random: random, checkpoint: checkpoint)
    self.hidden = hidden
    flows = try [0, p.temperatures.count - 1].map { index in
      let start = sets[index].samples(0..<min(p.chains, sets[index].count))
      return try Self.flow(
        machine, from: start, temperature: p.temperatures[index], length: p.length, torus, thermometer,
        random: random.child("flow", index))
    }
  }

  private static func flow(
    _ machine: BoltzmannMachine, from start: SpinSamples, temperature: Double, length: Int, _ torus: FieldTorus,
    _ thermometer: FieldThermometer, random: RandomStream
  ) throws -> Flow {
    var draws = random
    var current = start
    var (energies, squares) = ([Double?](), [Double?]())
    for step in 0...length {
      if step > 0, let next = try machine.reconstructions(of: current, steps: 1, random: &draws).last { current = next }
      let seen = try FieldObservables(current, on: torus)
      energies.append(Self.temperature(bondEnergy: seen.bondEnergy.mean, side: torus.side))
      let reading = thermometer.reading(squaredMagnetisation: seen.squaredMagnetisation.mean)
      squares.append(reading.isInside ? reading.temperature : nil)
    }
    return Flow(start: temperature, energyTemperature: energies, magnetizationTemperature: squares)
  }

  /// T_E; nil where no ferromagnetic coupling of the torus gives the energy.
  private static func temperature(bondEnergy: Double, side: Int) -> Double? {
    guard let coupling = try? KaufmanInversion(side: side).coupling(bondEnergy: bondEnergy), coupling > 1e-6 else {
      return nil
    }
    return 1 / coupling
  }

  /// Largest |T_E − T|/σ of the training data at T ≥ 0.75.
  ///
  /// - Throws: `ThermometerError` beyond six standard errors: the data are not at their temperatures.
  private static func check(_ observables: [FieldObservables], _ p: ReconstructionParameters) throws -> Double {
    let inversion = try KaufmanInversion(side: p.size)
    var largest = 0.0
    for (temperature, seen) in zip(p.temperatures, observables) where temperature >= 0.75 {
      let energy = seen.bondEnergy
      let jackknife = try Jackknife(values: [energy.mean], replicates: energy.replicates.map { [$0] }).estimates[0]
      // Where all samples are aligned the energy says nothing.
      guard jackknife.value < 1, jackknife.standardError > 0 else { continue }
      let coupling = try inversion.coupling(bondEnergy: jackknife)
      let pull = abs(coupling.value - 1 / temperature) / max(coupling.standardError, 1e-12)
      guard pull <= 6 else {
        throw ThermometerError(temperature: temperature, measured: 1 / coupling.value, pull: pull)
      }
      largest = max(largest, pull)
    }
    return largest
  }
}

/// Training data whose energy is not that of their temperature.
struct ThermometerError: Error, CustomStringConvertible {
  let temperature: Double
  let measured: Double
  let pull: Double

  var description: String {
    "the training data at T = \(temperature) have the energy of T = \(measured), \(pull) standard errors away; allowed: 6"
  }
}
