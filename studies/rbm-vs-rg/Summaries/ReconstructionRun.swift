import Statistics

/// The flow of iterated reconstruction of one machine.
struct ReconstructionRun: Codable, Sendable {
  /// Temperature by the energy and by m², at steps 0, 1, 2, … of the flow; nil where the thermometer is blind.
  struct Flow: Codable, Sendable {
    let start: Double
    let energyTemperature: [Double?]
    let magnetizationTemperature: [Double?]
  }

  let hidden: Int
  let flows: [Flow]
  /// Largest |T_E − T| of the training data at T ≥ 0.75, in standard errors.
  let thermometerPull: Double
}
