/// A block of visible spins with its fine and its coarse graph, both bipartite with hidden spins.
///
/// The field of a hidden unit u is linear in the couplings J_i and in the visible spins v = ±1,
/// F_u(v) = Σ_i J_i Σ_v a[u][i][v] v, and the weight of a visible state is Π_u 2cosh F_u(v).
public struct Block: Sendable {
  /// One hidden unit: whole-number coefficients by coupling and visible spin, `unit[i][v]`.
  public typealias Unit = [[Int]]

  /// The number of visible spins, at most `Block.largest`.
  public let spins: Int
  /// The number of couplings.
  public let couplings: Int
  /// Hidden units of the fine graph.
  public let fine: [Unit]
  /// Hidden units of the coarse graph.
  public let coarse: [Unit]
  /// Permutations of the visible spins (v goes to `symmetry[v]`) that leave both graphs as they are.
  public let symmetries: [[Int]]

  /// The largest number of visible spins that is enumerated.
  public static let largest = 20

  /// A block from its hidden units.
  ///
  /// `candidates`: permutations; those that change one of the graphs are left out.
  /// - Throws: `BlockError.tooLarge` above `largest` visible spins.
  public init(
    spins: Int, couplings: Int, fine: [Unit], coarse: [Unit], symmetries candidates: [[Int]] = []
  ) throws(BlockError) {
    guard spins <= Self.largest else { throw .tooLarge(spins: spins, allowed: Self.largest) }
    self.spins = spins
    self.couplings = couplings
    self.fine = fine
    self.coarse = coarse
    symmetries = candidates.filter { permutation in
      Self.isInvariant(fine, permutation) && Self.isInvariant(coarse, permutation)
    }
  }

  /// A block of one coupling: a hidden spin on every edge of the fine graph and one in every plaquette of the
  /// coarse graph.
  init(spins: Int, edges: [[Int]], plaquettes: [[Int]], symmetries: [[Int]] = []) throws(BlockError) {
    func unit(_ members: [Int]) -> Unit {
      var row = [Int](repeating: 0, count: spins)
      for v in members { row[v] += 1 }
      return [row]
    }
    try self.init(
      spins: spins, couplings: 1, fine: edges.map(unit), coarse: plaquettes.map(unit), symmetries: symmetries)
  }

  /// What the permutation makes of a unit.
  static func moved(_ unit: Unit, by permutation: [Int]) -> Unit {
    unit.map { row in
      var result = row
      for v in row.indices { result[permutation[v]] = row[v] }
      return result
    }
  }

  private static func isInvariant(_ units: [Unit], _ permutation: [Int]) -> Bool {
    var left = units
    for unit in units {
      guard let place = left.firstIndex(of: moved(unit, by: permutation)) else { return false }
      left.remove(at: place)
    }
    return true
  }
}
