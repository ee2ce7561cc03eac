/// Sums over the measurements of one logarithmic window of sweeps, for every temperature and each of 512 samples.
public struct WindowSums: Sendable, Hashable {
  /// What is summed. q is the overlap per spin of the two real replicas of a sample.
  public enum Observable: Int, CaseIterable, Sendable {
    /// Energy per spin, mean of the two replicas.
    case energy
    /// |q|.
    case absoluteOverlap
    /// q².
    case overlapSquared
    /// q⁴.
    case overlapFourth
    /// |Σ_x e^{ikx} ρ_x|²/L⁶, mean of k = 2π/L along the three axes.
    case structureFactor
    /// Mean of ρ_i ρ_j over the 3 L³ bonds.
    case linkOverlap
    /// Squared magnetization per spin, mean of the two replicas; 0 where it is not measured.
    case magnetizationSquared
  }

  /// Number of doubles of one temperature.
  static let stride = Observable.allCases.count * SpinPlanes.lanes

  /// The first sweep, counted from 1, that belongs to the window.
  public let firstSweep: Int
  /// The last sweep of the window, a power of two.
  public let lastSweep: Int
  /// Measurements that were summed.
  public internal(set) var measurements = 0
  /// Temperature by temperature, observable by observable, lane by lane.
  var values: [Double]

  init(_ sweeps: ClosedRange<Int>, temperatures: Int) {
    firstSweep = sweeps.lowerBound
    lastSweep = sweeps.upperBound
    values = [Double](repeating: 0, count: temperatures * Self.stride)
  }

  /// 512 sums over the measurements at the temperature number `beta`, one for each sample.
  public func sums(_ observable: Observable, beta: Int) -> [Double] {
    let first = beta * Self.stride + observable.rawValue * SpinPlanes.lanes
    return Array(values[first..<first + SpinPlanes.lanes])
  }

  /// 512 means over the measurements at the temperature number `beta`, one for each sample.
  public func means(_ observable: Observable, beta: Int) -> [Double] {
    sums(observable, beta: beta).map { $0 / Double(measurements) }
  }
}
