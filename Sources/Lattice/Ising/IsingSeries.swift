/// A time series of configurations of the L × L torus, reduced to two integers each.
public struct IsingSeries: Sendable, Codable, Hashable {
  /// Linear size L.
  public let side: Int
  /// M = Σ s of every configuration.
  public private(set) var magnetization: [Int]
  /// How many of the 2L² bonds join equal spins, as `SpinLattice.satisfiedBonds`.
  public private(set) var satisfiedBonds: [Int]

  /// An empty series.
  public init(side: Int) {
    precondition(side >= 1, "a lattice has at least one site, not side \(side)")
    self.side = side
    magnetization = []
    satisfiedBonds = []
  }

  /// Adds a configuration of side L.
  public mutating func append(_ lattice: SpinLattice) {
    precondition(lattice.side == side, "the series is of side \(side), not \(lattice.side)")
    append(magnetization: lattice.magnetization, satisfiedBonds: lattice.satisfiedBonds)
  }

  mutating func append(magnetization: Int, satisfiedBonds: Int) {
    self.magnetization.append(magnetization)
    self.satisfiedBonds.append(satisfiedBonds)
  }

  /// Number of configurations.
  public var count: Int { magnetization.count }

  /// m = M/L² of every configuration.
  public var m: [Double] { magnetization.map { Double($0) / Double(side * side) } }

  /// u = −E/(NJ) = Σ ss′ / L² of every configuration, in −2...2.
  public var u: [Double] { satisfiedBonds.map { 2 * Double($0) / Double(side * side) - 2 } }
}
