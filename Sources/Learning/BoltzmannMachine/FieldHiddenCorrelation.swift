/// Correlations <h h'> of hidden units at their centres: over nearest neighbours, and by distance.
///
/// No mean is subtracted. The units form a square lattice only roughly, so that a coupling inverted from
/// `nearest` is that of a square lattice with the same nearest-neighbour correlation. With block spins for
/// samples and a tiling for centres the same measure gives the correlations of block spins.
public struct FieldHiddenCorrelation: Sendable, Hashable, Codable {
  /// The pairs whose centres are at a distance lower ≤ r < upper.
  public struct Bin: Sendable, Hashable, Codable {
    public let lower: Double
    public let upper: Double
    /// Number of pairs, at least 1.
    public let pairs: Int
    /// The mean distance of the pairs.
    public let distance: Double
    /// The mean of h h' over the pairs.
    public let correlation: FieldBlockSums
  }

  /// The mean of h h' over all units and each one's nearest neighbours; a pair of mutual neighbours counts twice.
  public let nearest: FieldBlockSums
  /// The mean distance of these neighbours.
  public let nearestDistance: Double
  /// C(r), bins without a pair left out.
  public let bins: [Bin]

  /// - Parameters:
  ///   - samples: configurations of the hidden units.
  ///   - centres: where the units are.
  ///   - isFlipped: the units to turn over, as in `FieldSet.isFlipped`; nil for none.
  ///   - units: the units to use, such as the living ones; nil for all.
  ///   - neighbours: number of nearest neighbours of each unit.
  ///   - edges: ascending edges of the bins of distance, none or at least two.
  ///   - blocks: number of blocks of successive samples.
  /// - Throws: `BoltzmannError` for numbers of units that differ, too few units or samples, or edges that do not
  ///   ascend.
  public init(
    _ samples: SpinSamples, centres: FieldCentres, isFlipped: [Bool]? = nil, units: [Int]? = nil,
    neighbours: Int = 4, edges: [Double] = [], blocks: Int = 40
  ) throws(BoltzmannError) {
    let flips = isFlipped ?? [Bool](repeating: false, count: samples.units)
    let units = units ?? Array(0..<samples.units)
    for (what, found) in [("the centres", centres.points.count), ("the signs of the units", flips.count)]
    where found != samples.units {
      throw .wrongCount(what: what, expected: samples.units, found: found)
    }
    for unit in units where !(0..<samples.units).contains(unit) {
      throw .setting(name: "a chosen unit", value: Double(unit), allowed: "0..<\(samples.units)")
    }
    guard neighbours >= 1, units.count > neighbours else {
      throw .setting(
        name: "the number of neighbours", value: Double(neighbours), allowed: "1..<\(units.count), the number of units")
    }
    let ranges = try FieldBlockSums.ranges(samples: samples.count, blocks: blocks)
    let chosen = FieldCentres(torus: centres.torus, points: units.map { centres.points[$0] })
    let pairs = try FieldUnitPairs(chosen, neighbours: neighbours, edges: edges)
    let totals = ranges.map { range in
      let columns = FieldUnitColumns(samples, range, units: units, flips: flips)
      return pairs.means { columns.product($0, $1) }
    }
    let counts = ranges.map(\.count)
    nearest = try FieldBlockSums(sums: totals.map { $0[0] }, samples: counts)
    nearestDistance = pairs.distances[0]
    var bins: [Bin] = []
    for k in 1..<max(edges.count, 1) where pairs.weights[k] > 0 {
      bins.append(
        Bin(
          lower: edges[k - 1], upper: edges[k], pairs: pairs.weights[k], distance: pairs.distances[k],
          correlation: try FieldBlockSums(sums: totals.map { $0[k] }, samples: counts)))
    }
    self.bins = bins
  }
}
