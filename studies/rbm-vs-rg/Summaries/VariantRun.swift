/// A machine trained in another way.
struct VariantRun: Codable, Sendable {
  let id: String
  let name: String
  let measures: UnitMeasures
  let dataSquare: Double
  let modelSquare: Double
}

/// Weights that no training made, or that lost their geometry.
struct ControlRun: Codable, Sendable {
  let name: String
  let measures: UnitMeasures
}
