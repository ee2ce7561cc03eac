/// The places of hidden units on a torus, and who is near whom.
public struct FieldCentres: Sendable, Hashable, Codable {
  public let torus: FieldTorus
  /// The centre of each unit.
  public let points: [FieldPoint]

  public init(torus: FieldTorus, points: [FieldPoint]) {
    self.torus = torus
    self.points = points
  }

  /// The middles of the blocks of b × b sites that tile the torus, row by row.
  ///
  /// - Throws: `BoltzmannError.setting` unless b is positive and divides the side.
  public init(tiling torus: FieldTorus, block: Int) throws(BoltzmannError) {
    guard block >= 1, torus.side % block == 0 else {
      throw .setting(name: "the side of a block", value: Double(block), allowed: "a divisor of \(torus.side)")
    }
    let middle = Double(block - 1) / 2
    let count = torus.side / block
    let points = (0..<count * count).map { k in
      FieldPoint(x: Double(k % count * block) + middle, y: Double(k / count * block) + middle)
    }
    self.init(torus: torus, points: points)
  }

  /// The distance of the centres of two units along the shortest way around the torus.
  public func distance(_ i: Int, _ j: Int) -> Double { torus.distance(points[i], points[j]) }

  /// The `count` other units whose centres are nearest to that of `unit`, the nearest first; of equal distances
  /// the lower index. Fewer where there are fewer units.
  public func nearest(to unit: Int, count: Int = 4) -> [Int] {
    let others = points.indices.filter { $0 != unit }.map { (distance: distance(unit, $0), unit: $0) }
    return others.sorted { ($0.distance, $0.unit) < ($1.distance, $1.unit) }.prefix(count).map(\.unit)
  }

  /// The mean distance of each unit to its 4 nearest others; empty if there are fewer than five units.
  public var neighbourDistances: [Double] {
    guard points.count >= 5 else { return [] }
    return points.indices.map { unit in
      nearest(to: unit).reduce(0) { $0 + distance(unit, $1) } / 4
    }
  }
}
