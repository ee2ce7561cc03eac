/// Blocks of the Lieb lattice of several sizes, and rings against stars.
struct OtherBlocks: Codable, Sendable {
  /// Pieces of the Lieb lattice, by number of spins.
  let pieces: [OtherBlock]
  let polygons: [OtherBlock]

  init(torusSizes: [Int], polygons: [Int]) throws {
    pieces =
      try [
        OtherBlock("A1", "square", .square()),
        OtherBlock("grid3", "3 × 3 grid", .grid(width: 3, height: 3, plaquettes: .checkerboard)),
      ]
      + torusSizes.map { try OtherBlock("torus\($0)", "\($0) × \($0) torus", .torus(width: $0, height: $0)) }
    self.polygons = try polygons.map { try OtherBlock("ngon\($0)", "\($0)-ring", .polygon($0)) }
  }
}
