/// The operators of a Monte Carlo renormalization-group analysis: orbits of the 3 × 3 window, odd and even
/// ones apart, each in the order in which the matrices are written.
public struct OperatorSet: Sendable, Codable, Hashable {
  /// Orbit indices with an odd number of spins.
  public let odd: [Int]
  /// Orbit indices with an even number of spins, without the empty set.
  public let even: [Int]

  /// Any list of orbits, sorted into the two sectors in the order given. Nothing forbids repetitions: they
  /// make the covariance singular, and `MCRGMatrix` says so.
  ///
  /// - Throws: `RenormalizationError.badOrbit` for an index outside 1...85.
  public init(orbits: [Int]) throws(RenormalizationError) {
    for index in orbits where index < 1 || index >= WindowOrbits.all.count { throw .badOrbit(index) }
    self.init(unchecked: orbits)
  }

  /// Operators by name, such as `s(0,0)s(0,1)`, in any orientation.
  ///
  /// - Throws: `RenormalizationError.unknownOperator`; `badOrbit(0)` for the empty product `1`.
  public init(names: [String]) throws(RenormalizationError) {
    var orbits: [Int] = []
    for name in names { orbits.append(try WindowOrbits.index(named: name)) }
    try self.init(orbits: orbits)
  }

  private enum CodingKeys: CodingKey { case odd, even }

  /// Decodes a set whose orbits exist.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      orbits: try container.decode([Int].self, forKey: .odd) + container.decode([Int].self, forKey: .even))
  }

  init(unchecked orbits: [Int]) {
    odd = orbits.filter { WindowOrbits.all[$0].isOdd }
    even = orbits.filter { !WindowOrbits.all[$0].isOdd }
  }

  /// The first operators of each sector in the order of `WindowOrbits`: fewer spins first, of these the least
  /// extended ones. Numbers are limited to the 41 odd and 44 even ones that exist.
  public static func leading(odd: Int, even: Int) -> OperatorSet {
    let odd = Array(WindowOrbits.odd.prefix(max(0, odd)))
    return OperatorSet(unchecked: odd + WindowOrbits.even.dropFirst().prefix(max(0, even)))
  }

  /// All 36 products of at most four spins in a 3 × 3 window: 11 odd and 25 even ones.
  public static let upToFourSpins = leading(odd: 11, even: 25)

  /// The magnetization and the nearest-neighbour energy alone.
  public static let nearest = leading(odd: 1, even: 1)

  /// The 36 operators of A. Rançon et al., arXiv:2506.04016 (public analysis code): those with at most four
  /// spins, but with the plaquette twice and without s(0,0)s(0,2)s(1,2)s(2,0). Its covariance is singular.
  public static let plaquetteTwice: OperatorSet = {
    let missing = WindowOrbits.indices[0b001_100_101]
    return OperatorSet(
      unchecked: upToFourSpins.odd + upToFourSpins.even.filter { $0 != missing } + [WindowOrbits.plaquette])
  }()

  /// Orbit indices of a sector.
  public subscript(sector: OperatorSector) -> [Int] { sector == .odd ? odd : even }

  /// Names of the operators of a sector.
  public func names(_ sector: OperatorSector) -> [String] { self[sector].map { WindowOrbits.all[$0].name } }
}
