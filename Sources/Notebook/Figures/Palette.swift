/// Colours for a third value. All are readable with colour-vision deficiencies.
public enum Palette: Sendable, Hashable {
  /// Dark blue to yellow, perceptually uniform: for magnitudes.
  case sequential
  /// Blue, white, orange: for signed values, centred on 0 unless a range is given.
  case diverging
  /// White to black.
  case grey

  /// Equidistant colours from the lowest to the highest value.
  var stops: [String] {
    switch self {
    case .sequential:
      ["#440154", "#472d7b", "#3b528b", "#2c728e", "#21918c", "#28ae80", "#5ec962", "#addc30", "#fde725"]
    case .diverging:
      ["#053061", "#2f79b5", "#8ec2dd", "#f7f7f7", "#f3a860", "#c9641d", "#7f3b08"]
    case .grey: ["#ffffff", "#1a1a1a"]
    }
  }
}
