/// Products of nearby spins of the square lattice that are summed over all sites for the Monte Carlo renormalization
/// group (R. H. Swendsen, Phys. Rev. Lett. 42 (1979) 859), in the order in which they enter a matrix.
public enum IsingOperator: String, Sendable, Codable, CaseIterable, CustomStringConvertible {
  /// Nearest neighbours, two bonds a site.
  case nearest = "nn"
  /// Next-nearest neighbours along both diagonals.
  case diagonal = "nnn"
  /// The four corners of an elementary square.
  case plaquette
  /// Two spins at distance (2, 0) along both axes.
  case axial = "(2,0)"
  /// Two spins at distance (2, 1), in its four orientations.
  case knight = "(2,1)"
  /// Two spins at distance (2, 2) along both diagonals.
  case secondDiagonal = "(2,2)"
  /// The four nearest neighbours of a site.
  case diamond
  /// One spin.
  case spin = "s"
  /// Three corners of an elementary square, in its four orientations.
  case corner = "corner-3"
  /// Three spins in a row, along both axes.
  case line = "line-3"
  /// s(x, y) s(x + 1, y + 1) s(x − 1, y + 1).
  case vee = "V-3"

  /// The seven operators that do not change under a global flip.
  public static let even: [IsingOperator] = [
    .nearest, .diagonal, .plaquette, .axial, .knight, .secondDiagonal, .diamond,
  ]
  /// The four operators that change sign.
  public static let odd: [IsingOperator] = [.spin, .corner, .line, .vee]

  /// Its sector.
  public var sector: OperatorSector {
    switch self {
    case .spin, .corner, .line, .vee: .odd
    default: .even
    }
  }

  /// Products for every site.
  public var termsPerSite: Int {
    switch self {
    case .nearest, .diagonal, .axial, .secondDiagonal, .line: 2
    case .plaquette, .diamond, .spin, .vee: 1
    case .knight, .corner: 4
    }
  }

  /// The name in tables, such as `nn`.
  public var description: String { rawValue }
}
