import Lattice

/// How often a spin s and the sums x₁, x₂, x₃ over its surroundings occur together: x₁ of its four nearest neighbours,
/// x₂ of its four next-nearest neighbours, x₃ of the products of the other three spins of its four plaquettes.
///
/// With couplings K₁ (nn), K₂ (nnn) and K₃ (plaquette) the spin sees the field h = K₁x₁ + K₂x₂ + K₃x₃, so that these
/// 2 × 5 × 5 × 5 counts are all that the pseudo-likelihood needs.
public struct LocalFieldHistogram: Sendable, Codable, Hashable {
  /// Number of cells, 250.
  public static let cells = 250

  /// Counts; see `cell(up:x1:x2:x3:)`.
  public private(set) var counts: [Int]

  private enum CodingKeys: CodingKey { case counts }

  /// No sites yet.
  public init() { counts = [Int](repeating: 0, count: Self.cells) }

  /// From counts of the 512 patterns of a 3 × 3 window, as `WindowHistogram.counts`, added up over configurations.
  ///
  /// - Throws: `RenormalizationError.badCount` unless there are 512 counts.
  public init(windowCounts: [Int]) throws(RenormalizationError) {
    guard windowCounts.count == Self.cellOfWindow.count else {
      throw .badCount(what: "window counts", count: windowCounts.count, expected: Self.cellOfWindow.count)
    }
    self.init()
    for (cell, count) in zip(Self.cellOfWindow, windowCounts) { counts[cell] += count }
  }

  /// Decodes 250 counts.
  public init(from decoder: any Decoder) throws {
    counts = try decoder.container(keyedBy: CodingKeys.self).decode([Int].self, forKey: .counts)
    guard counts.count == Self.cells else {
      throw RenormalizationError.badCount(what: "local fields", count: counts.count, expected: Self.cells)
    }
  }

  /// Adds all sites of a configuration.
  ///
  /// - Throws: `RenormalizationError.windowTooLarge` for a side below 3.
  public mutating func add(_ lattice: SpinLattice) throws(RenormalizationError) {
    for (cell, count) in zip(Self.cellOfWindow, try WindowHistogram(lattice).counts) { counts[cell] += count }
  }

  /// Adds all sites of another histogram.
  public mutating func merge(_ other: LocalFieldHistogram) {
    for cell in counts.indices { counts[cell] += other.counts[cell] }
  }

  /// What is left without the sites of a histogram that was merged before.
  func removing(_ other: LocalFieldHistogram) -> LocalFieldHistogram {
    var result = self
    for cell in counts.indices { result.counts[cell] -= other.counts[cell] }
    return result
  }

  /// The index of a spin and its sums, each of which is −4, −2, 0, 2 or 4.
  static func cell(up: Bool, x1: Int, x2: Int, x3: Int) -> Int {
    (((up ? 5 : 0) + (x1 + 4) / 2) * 5 + (x2 + 4) / 2) * 5 + (x3 + 4) / 2
  }

  /// The sums x₁, x₂, x₃ of a cell.
  static func sums(of cell: Int) -> [Double] {
    [cell / 25 % 5, cell / 5 % 5, cell % 5].map { Double(2 * $0 - 4) }
  }

  /// Cell of each pattern of a 3 × 3 window around its middle, bit 3 · row + column.
  private static let cellOfWindow: [Int] = (0..<512).map { pattern in
    func spin(_ site: Int) -> Int { 2 * (pattern >> site & 1) - 1 }
    let plaquettes = [(0, 1, 3), (2, 1, 5), (6, 7, 3), (8, 7, 5)]
    return cell(
      up: spin(4) == 1,
      x1: [1, 3, 5, 7].reduce(0) { $0 + spin($1) },
      x2: [0, 2, 6, 8].reduce(0) { $0 + spin($1) },
      x3: plaquettes.reduce(0) { $0 + spin($1.0) * spin($1.1) * spin($1.2) })
  }
}
