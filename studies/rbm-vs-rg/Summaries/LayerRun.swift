/// One layer of a deep belief network.
struct LayerRun: Codable, Sendable {
  let layer: Int
  let units: Int
  let measures: UnitMeasures
  let blockCorrelation: [Double]
  let hiddenCoupling: Double?
  let majorityCoupling: Double?
  /// Effective weights of a few units on the visible lattice.
  let fields: [[[Double]]]
}

/// A network trained layer by layer.
struct DeepRun: Codable, Sendable {
  let layers: [LayerRun]
  let dataSquare: Double
  let modelSquare: Double
}

/// One entry of the map of settings.
struct MapEntry: Codable, Sendable {
  let learningRate: Double
  let penalty: Double
  let measures: UnitMeasures
}

/// A machine before and after further training at a smaller learning rate.
struct ContinuedRun: Codable, Sendable {
  let learningRate: Double
  let penalty: Double
  let continuedRate: Double
  let before: UnitMeasures
  let after: UnitMeasures
}
