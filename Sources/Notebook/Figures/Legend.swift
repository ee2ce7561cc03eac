/// Where the labels of a panel's series are explained.
public enum Legend: Sendable, Hashable {
  /// The first corner without data, else `outside`.
  case automatic
  case topRight, topLeft, bottomRight, bottomLeft
  /// Under the panel.
  case outside
  case none
}
