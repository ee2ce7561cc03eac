/// What a network sees of a cell and what it predicts: bits of the window and of the patch of `PatchPairs`.
struct PatchTask: Sendable, Hashable {
  enum Target: Sendable, Hashable {
    /// One logit for each of these corners.
    case corners([Int])
    /// One logit for each of these patterns of the eight corners.
    case patterns([Int])
  }

  /// Bits of the window, the first inputs.
  let window: [Int]
  /// Bits of the patch, the other inputs.
  let patch: [Int]
  /// Whether all spins are multiplied by the central coarse spin first.
  let isFolded: Bool
  let target: Target

  /// The bit of the central coarse spin in the window.
  static let centre = 13

  var inputs: Int { window.count + patch.count }
  var outputs: Int {
    switch target {
    case .corners(let corners): corners.count
    case .patterns(let patterns): patterns.count
    }
  }
  /// Fine spins of a cell that are predicted.
  var spins: Int {
    switch target {
    case .corners(let corners): corners.count
    case .patterns: 8
    }
  }

  /// Corner c_x + 2 c_y + 4 c_z in the patch.
  static func bit(ofCorner corner: Int) -> Int {
    1 + corner & 1 + 4 * (1 + corner >> 1 & 1) + 16 * (1 + corner >> 2)
  }

  /// All eight corners from the coarse spins.
  static let neural = PatchTask(
    window: Array(0..<27), patch: [], isFolded: false, target: .corners(Array(0..<8)))

  /// The pattern of the corners relative to the central coarse spin.
  static func pattern(_ patterns: [Int]) -> PatchTask {
    PatchTask(
      window: (0..<27).filter { $0 != centre }, patch: [], isFolded: true, target: .patterns(patterns))
  }

  /// One corner from the coarse spins and those of the 26 fine neighbours that belong to smaller corners.
  static func autoregressive(_ corner: Int) -> PatchTask {
    let position = (0..<3).map { 1 + corner >> $0 & 1 }
    let neighbours = (0..<27).compactMap { place -> Int? in
      let site = [place % 3, place / 3 % 3, place / 9].enumerated().map { position[$0] + $1 - 1 }
      // Place 1 of the patch along an axis is corner 0 of the cell.
      let sublattice = (0..<3).reduce(0) { $0 + ((site[$1] + 1) & 1) << $1 }
      return sublattice < corner ? site[0] + 4 * site[1] + 16 * site[2] : nil
    }
    return PatchTask(
      window: Array(0..<27), patch: neighbours, isFolded: false, target: .corners([corner]))
  }
}
