/// Averages of a machine's own law.
public struct EnumeratedMoments: Sendable, Hashable, Codable {
  /// ⟨v_i⟩.
  public let visible: [Double]
  /// ⟨h_j⟩.
  public let hidden: [Double]
  /// ⟨v_i h_j⟩, visible × hidden, row by row.
  public let visibleHidden: [Double]
  /// ⟨v_i v_k⟩, visible × visible, row by row; 1 on the diagonal.
  public let visiblePairs: [Double]
  /// ⟨h_j h_k⟩, hidden × hidden, row by row; 1 on the diagonal.
  public let hiddenPairs: [Double]
}
