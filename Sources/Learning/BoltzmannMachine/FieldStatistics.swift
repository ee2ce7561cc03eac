/// The measures of all fields of a layer and their distribution.
///
/// A median hides a layer of which a part is localised, so the fractions and the histogram belong beside it.
/// Dead units are counted, and left out of everything else.
public struct FieldStatistics: Sendable, Hashable, Codable {
  public let torus: FieldTorus
  /// The measures of every unit.
  public let measures: [FieldMeasures]
  /// A unit whose norm is below this is dead.
  public let deadBelow: Double
  /// A unit whose participation ratio is below this is localised, in sites.
  public let localisedBelow: Double
  /// The units that are not dead.
  public let living: [Int]
  /// The mean distance of each living unit to the centres of its 4 nearest living neighbours, in the order of
  /// `living`; empty with fewer than five of them. A perfect tiling by blocks of side b has b.
  public let neighbourDistances: [Double]

  /// - Parameters:
  ///   - fields: the fields of a layer.
  ///   - deadBelow: the norm below which a unit counts as dead, at least 0 (0: none).
  ///   - localisedBelow: the participation ratio below which a unit counts as localised.
  /// - Throws: `BoltzmannError.setting` for a negative or infinite limit.
  public init(_ fields: FieldSet, deadBelow: Double, localisedBelow: Double = 60) throws(BoltzmannError) {
    for (name, limit) in [("the norm of a dead unit", deadBelow), ("the size of a localised unit", localisedBelow)] {
      guard limit >= 0, limit.isFinite else {
        throw .setting(name: name, value: limit, allowed: "0 or more")
      }
    }
    torus = fields.torus
    measures = (0..<fields.units).map { FieldMeasures(finite: Array(fields.field($0)), fields.torus) }
    self.deadBelow = deadBelow
    self.localisedBelow = localisedBelow
    living = measures.indices.filter { [measures] in measures[$0].norm >= deadBelow }
    let centres = living.map { [measures] in measures[$0].centre }
    neighbourDistances = FieldCentres(torus: fields.torus, points: centres).neighbourDistances
  }

  /// The centres of all units, dead ones included.
  public var centres: FieldCentres { FieldCentres(torus: torus, points: measures.map(\.centre)) }

  /// The share of dead units, 0...1.
  public var deadFraction: Double { 1 - Double(living.count) / Double(measures.count) }

  /// The share of the living units whose participation ratio is below `localisedBelow`; nil if all are dead.
  public var localisedFraction: Double? {
    let localised = living.count { measures[$0].participation < localisedBelow }
    return living.isEmpty ? nil : Double(localised) / Double(living.count)
  }

  /// The mean over living units of the distance to their 4 nearest neighbours; nil with fewer than five.
  public var neighbourDistance: Double? {
    neighbourDistances.isEmpty ? nil : neighbourDistances.reduce(0, +) / Double(neighbourDistances.count)
  }

  /// One measure of every living unit, such as `values(of: \.radius)`.
  public func values(of measure: (FieldMeasures) -> Double) -> [Double] { living.map { measure(measures[$0]) } }

  /// The median of one measure over living units, the mean of the two middle ones if they are even in number; nil
  /// if all are dead.
  public func median(of measure: (FieldMeasures) -> Double) -> Double? { Self.median(values(of: measure)) }

  /// The distribution of one measure over living units.
  ///
  /// - Throws: `BoltzmannError` unless the edges ascend.
  public func histogram(
    of measure: (FieldMeasures) -> Double, edges: [Double]
  ) throws(BoltzmannError) -> FieldHistogram {
    try FieldHistogram(of: values(of: measure), edges: edges)
  }

  static func median(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}
