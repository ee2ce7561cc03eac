import Learning
import Random

/// m² and bond energy of data and of a machine after 300 Gibbs steps from the data: how good a sampler it is.
struct ModelAverages {
  let dataSquare: Double
  let modelSquare: Double
  let dataEnergy: Double
  let modelEnergy: Double

  /// - Throws: `BoltzmannError`.
  init(_ machine: BoltzmannMachine, from data: SpinSamples, torus: FieldTorus, random: RandomStream) throws {
    let start = data.samples(0..<min(data.count, 1000))
    var draws = random.child("model")
    var current = start
    for _ in 0..<30 {
      guard let last = try machine.reconstructions(of: current, steps: 10, random: &draws).last else { break }
      current = last
    }
    let (before, after) = (try FieldObservables(start, on: torus), try FieldObservables(current, on: torus))
    (dataSquare, dataEnergy) = (before.squaredMagnetisation.mean, before.bondEnergy.mean)
    (modelSquare, modelEnergy) = (after.squaredMagnetisation.mean, after.bondEnergy.mean)
  }
}
