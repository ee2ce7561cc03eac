import Statistics

/// Magnetization and susceptibilities of a system of one size at one μ², with all that their resampling
/// needs.
///
/// The system is the sampled lattice or what a transformation made of it; the weights are those of the
/// sampled configurations either way.
public struct SystemAverages: Sendable, Hashable, Codable {
  /// Linear size L of the system.
  public let side: Int
  /// Sums of |m|, m² and m⁴.
  public let sums: ReweightedSums

  /// - Parameters:
  ///   - side: linear size L of the system, at least 1.
  ///   - magnetization: m of the system for each configuration of the ensemble, finite.
  ///   - ensemble: the sampled configurations.
  ///   - massSquared: where; default the simulated point.
  /// - Throws: `FieldFlowError`.
  public init(
    side: Int, magnetization: [Double], in ensemble: MassReweighting, at massSquared: Double? = nil
  ) throws(FieldFlowError) {
    guard side >= 1 else {
      throw .badInput(operation: "system averages", why: "the side is \(side); it must be at least 1")
    }
    let series = try ReweightedSeries(magnetization, in: ensemble)
    let squares = series.values.map { $0 * $0 }
    let observables = [series.values.map { abs($0) }, squares, squares.map { $0 * $0 }]
    self.side = side
    sums = try ensemble.sums(of: observables, at: massSquared ?? ensemble.massSquared)
  }

  /// The μ² of the averages.
  public var massSquared: Double { sums.massSquared }

  /// ⟨|m|⟩.
  public var absoluteMagnetization: Estimate {
    get throws(FieldFlowError) { try estimate { $0.magnetization } }
  }
  /// V (⟨m²⟩ − ⟨|m|⟩²), with V = L² of this system.
  public var connectedSusceptibility: Estimate {
    get throws(FieldFlowError) { try estimate { $0.connected } }
  }
  /// V ⟨m²⟩.
  public var susceptibility: Estimate {
    get throws(FieldFlowError) { try estimate { $0.susceptibility } }
  }
  /// U₄ = 1 − ⟨m⁴⟩ / (3 ⟨m²⟩²).
  public var binderCumulant: Estimate {
    get throws(FieldFlowError) { try estimate { $0.binder } }
  }
  /// d⟨|m|⟩/dμ².
  public var magnetizationSlope: Estimate {
    get throws(FieldFlowError) { try estimate { $0.magnetizationSlope } }
  }

  private func estimate(_ quantity: (MagneticState) -> Double) throws(FieldFlowError) -> Estimate {
    let values = [quantity(state())]
    let replicates = sums.bins.indices.map { [quantity(state(without: $0))] }
    return try IndependentJackknife(values: values, groups: [replicates]).estimates()[0]
  }

  /// The averages of all bins, or of all but one.
  func state(without bin: Int? = nil) -> MagneticState {
    MagneticState(side: side, averages: sums.averages(without: bin))
  }

  /// The averages of bins drawn with replacement.
  func state(over bins: [Int]) -> MagneticState {
    MagneticState(side: side, averages: sums.averages(over: bins))
  }
}

/// Means of a system of one size and their derivatives with respect to μ².
struct MagneticState {
  let side: Int
  let magnetization: Double
  let susceptibility: Double
  let connected: Double
  let binder: Double
  let magnetizationSlope: Double
  let susceptibilitySlope: Double
  let connectedSlope: Double

  /// - Parameter averages: those of |m|, m² and m⁴.
  init(side: Int, averages: ReweightedSums.Averages) {
    let volume = Double(side * side)
    let (absolute, square, fourth) = (averages.means[0], averages.means[1], averages.means[2])
    let (absoluteSlope, squareSlope) = (averages.slopes[0], averages.slopes[1])
    self.side = side
    magnetization = absolute
    susceptibility = volume * square
    connected = volume * (square - absolute * absolute)
    binder = 1 - fourth / (3 * square * square)
    magnetizationSlope = absoluteSlope
    susceptibilitySlope = volume * squareSlope
    connectedSlope = volume * (squareSlope - 2 * absolute * absoluteSlope)
  }
}
