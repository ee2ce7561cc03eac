/// The look of every figure, in one place: sizes in points, colours, dashes and point shapes.
///
/// The colours of series are those of M. Okabe and K. Ito, "Color Universal Design" (2002), without yellow,
/// which is too pale for lines on white. They differ in lightness too, and each comes with its own dash
/// and point shape.
enum FigureStyle {
  static let fontFamily = "sans-serif"
  static let fontSize = 16.0
  /// Distance between lines of text.
  static let lineHeight = 21.0
  static let tickLength = 6.0
  static let gap = 8.0

  static let ink = "#333333"
  static let faint = "#9a9a9a"
  static let grid = "#e4e4e4"
  static let series = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000"]
  /// gnuplot point types: disc, square, triangle, diamond, inverted triangle, circle, open square.
  static let pointTypes = [7, 5, 9, 13, 11, 6, 4]
  /// Order in which data series take dashes.
  static let seriesDashes: [Element.Dash] = [.solid, .dashed, .dashDotted, .dotted, .longDashed]
  /// Order in which reference lines take dashes.
  static let referenceDashes: [Element.Dash] = [.dashed, .dotted, .dashDotted, .longDashed, .solid]

  static func dash(_ dash: Element.Dash) -> String {
    switch dash {
    case .solid: "solid"
    case .dashed: "(7,4)"
    case .dotted: "(2,3)"
    case .dashDotted: "(8,3,2,3)"
    case .longDashed: "(14,5)"
    }
  }
}
