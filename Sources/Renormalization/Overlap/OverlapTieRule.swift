/// What a block of 2 × 2 × 2 overlaps becomes whose sum is zero.
public enum OverlapTieRule: String, Codable, CaseIterable, Sendable {
  /// A fair coin of its own for every block and every configuration.
  case random
  /// The overlap at the corner of smallest coordinates of the block.
  case first
}
