/// A place on a periodic lattice, in lattice units; sites have whole coordinates.
public struct FieldPoint: Sendable, Hashable, Codable {
  public let x: Double
  public let y: Double

  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// The periodic square lattice of L × L sites that visible units stand for: unit y L + x is the site (x, y).
public struct FieldTorus: Sendable, Hashable, Codable {
  /// The side L.
  public let side: Int

  /// - Throws: `BoltzmannError.setting` unless 1 ≤ side ≤ 4096.
  public init(side: Int) throws(BoltzmannError) {
    guard (1...4096).contains(side) else {
      throw .setting(name: "the side of the lattice", value: Double(side), allowed: "1...4096")
    }
    self.side = side
  }

  /// The number of sites, L².
  public var sites: Int { side * side }

  /// The distance of two places along the shortest way around the torus.
  public func distance(_ a: FieldPoint, _ b: FieldPoint) -> Double {
    let (x, y) = (image(a.x - b.x), image(a.y - b.y))
    return (x * x + y * y).squareRoot()
  }

  /// The shortest of the periodic images of a difference of coordinates, between -L/2 and L/2.
  func image(_ difference: Double) -> Double {
    let length = Double(side)
    return difference - length * (difference / length).rounded()
  }

  /// The unit at (x, y), coordinates between -L and 2 L.
  func site(_ x: Int, _ y: Int) -> Int { (y + side) % side * side + (x + side) % side }

  func check(_ samples: SpinSamples) throws(BoltzmannError) {
    guard samples.units == sites else {
      throw .wrongCount(what: "the spins of a sample on side \(side)", expected: sites, found: samples.units)
    }
  }
}
