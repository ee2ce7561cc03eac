/// One of the 48 symmetries of the cube as it acts on the window and the patch of a cell.
///
/// The transformed spins at place u, counted from the centre of the cell, are those at g u with
/// (g u)_k = sign_k u_axis(k).
struct PatchSymmetry: Sendable, Hashable {
  /// The bit of the window that comes to each of the 27 places.
  let window: [Int]
  /// The bit of the patch that comes to each of the 64 places.
  let patch: [Int]

  init(axes: [Int], signs: [Int]) {
    window = Self.places(3, axes, signs)
    patch = Self.places(4, axes, signs)
  }

  /// The identity comes first.
  static let all: [PatchSymmetry] = {
    let axes = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    return axes.flatMap { axes in
      (0..<8).map { bits in PatchSymmetry(axes: axes, signs: (0..<3).map { 1 - 2 * (bits >> $0 & 1) }) }
    }
  }()

  private static func places(_ edge: Int, _ axes: [Int], _ signs: [Int]) -> [Int] {
    let powers = [1, edge, edge * edge]
    return (0..<edge * edge * edge).map { place in
      let u = powers.map { 2 * (place / $0 % edge) - (edge - 1) }
      return (0..<3).reduce(0) { $0 + powers[$1] * ((signs[$1] * u[axes[$1]] + edge - 1) / 2) }
    }
  }
}
