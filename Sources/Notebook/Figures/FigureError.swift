/// A figure that cannot be drawn as it is.
public struct FigureError: Error, Sendable, Hashable, CustomStringConvertible {
  public let figure: String
  /// Counted from 1; `nil` if the figure as a whole is at fault.
  public let panel: Int?
  /// Label of the series, or its kind and place in the panel; `nil` if the panel as a whole is at fault.
  public let series: String?
  public let reason: Reason

  /// What is wrong.
  public enum Reason: Sendable, Hashable {
    case invalidID
    case noPanels
    case invalidSize(width: Int, height: Int, columns: Int)
    case noElements
    case counts(name: String, count: Int, expected: Int, of: String)
    case nothingToDraw
    case notPositive(axis: String)
    case invalidRange(name: String)
    case unordered(name: String)
    case notFinite(name: String)
    case negativeError(name: String)
    case severalColourScales
  }

  /// One line: where, what is wrong, what is allowed.
  public var description: String {
    var place = "figure \"\(oneLine(figure))\""
    if let panel { place += ", panel \(panel)" }
    if let series { place += ", series \"\(EnhancedText.readable(series))\"" }
    return "\(place): \(reason.sentence)"
  }
}

extension FigureError.Reason {
  var sentence: String {
    switch self {
    case .invalidID:
      "not a file name stem: use lower-case letters, digits and hyphens, starting with a letter or a digit"
    case .noPanels: "there are no panels; at least one is needed"
    case .invalidSize(let width, let height, let columns):
      "\(width) × \(height) points in \(columns) columns are too few: "
        + "give at least 1 column and 200 × 150 points a panel"
    case .noElements: "there is nothing in it; at least one element is needed"
    case .counts(let name, let count, let expected, let of):
      "\(name) has \(count) values, but \(of) asks for \(expected)"
    case .nothingToDraw: "no finite values; at least one is needed"
    case .notPositive(let axis): "values ≤ 0 on the logarithmic \(axis) axis; only positive ones can be shown"
    case .invalidRange(let name): "the range of \(name) is empty or not finite; give low < high"
    case .unordered(let name): "\(name) must be strictly increasing"
    case .notFinite(let name): "\(name) must be finite"
    case .negativeError(let name): "\(name) has negative values; errors are 0 or more"
    case .severalColourScales: "more than one heat map or lattice; a panel has one colour scale"
    }
  }
}

/// Text on one line, for messages and comments.
func oneLine(_ text: String) -> String {
  text.split { $0.isNewline || $0 == "\t" || $0 == "\r" }.joined(separator: " ")
}
