/// Per-site averages of the 86 orbits of products of spins of a 3 × 3 window, in the order of
/// `WindowOrbits.all`: of one configuration or of an ensemble.
public struct WindowAverages: Sendable, Codable, Hashable {
  /// 86 numbers, each the mean over sites and orientations of a product of spins.
  public let values: [Double]

  /// - Parameter values: 86 averages in the order of `WindowOrbits.all`.
  /// - Throws: `RenormalizationError.badCount`.
  public init(values: [Double]) throws(RenormalizationError) {
    let expected = WindowOrbits.all.count
    guard values.count == expected else {
      throw .badCount(what: "window averages", count: values.count, expected: expected)
    }
    self.values = values
  }

  init(unchecked values: [Double]) { self.values = values }

  /// Magnetization per site.
  public var magnetization: Double { values[WindowOrbits.spin] }
  /// ⟨s s'⟩ of nearest neighbours.
  public var nearestNeighbours: Double { values[WindowOrbits.nearestNeighbours] }
  /// u = −E/(NJ) of the nearest-neighbour Ising energy: twice `nearestNeighbours`.
  public var energy: Double { 2 * nearestNeighbours }
  /// ⟨s s'⟩ at displacement (1, 1).
  public var diagonal: Double { values[WindowOrbits.diagonal] }
  /// ⟨s s'⟩ at displacement (0, 2).
  public var distanceTwo: Double { values[WindowOrbits.distanceTwo] }
  /// Product of the four spins of a plaquette.
  public var plaquette: Double { values[WindowOrbits.plaquette] }
}
