/// Something drawn in a panel: data with a way to show it, a label, a colour and a dash.
///
/// A label names a series. Elements with the same label have the same colour throughout the figure and
/// share one entry of the legend, so a curve and its error band need only agree on their label. Elements
/// without a label are coloured on their own and do not appear in the legend. Series differ by dash and by
/// point shape as well as by colour.
public struct Element: Sendable {
  /// What is drawn, with its data. Single values that are not finite are left out of the picture.
  public enum Mark: Sendable {
    case points(x: [Double], y: [Double], xError: [Double]?, yError: [Double]?)
    case line(x: [Double], y: [Double])
    case band(x: [Double], low: [Double], high: [Double])
    case histogram(edges: [Double], counts: [Double])
    case box(at: Double, BoxFive, outliers: [Double], orientation: Orientation, width: Double)
    case heatMap(x: [Double], y: [Double], z: [[Double]], Palette, range: ClosedRange<Double>?)
    case lattice([[Double]], Palette, range: ClosedRange<Double>?)
    case vectors(x: [Double], y: [Double], dx: [Double], dy: [Double])
    case verticalLine(Double)
    case horizontalLine(Double)
    case text(x: Double, y: Double, String, Alignment)
  }

  /// Along which axis the values of a box plot run.
  public enum Orientation: Sendable, Hashable { case horizontal, vertical }

  /// Which part of a text sits at its position.
  public enum Alignment: String, Sendable, Hashable { case left, center, right }

  /// Colour of an element.
  public enum Tint: Sendable, Hashable {
    /// The next free colour, or that of the first element with the same label.
    case automatic
    /// A colour of the series by number, from 0.
    case series(Int)
    /// The dark grey of text and reference lines.
    case ink
    /// A light grey, for what is only context.
    case faint
  }

  /// Stroke of a line.
  public enum Dash: Int, Sendable, Hashable, CaseIterable {
    case solid, dashed, dotted, dashDotted, longDashed
  }

  public var label: String?
  public var mark: Mark
  public var tint: Tint
  /// `nil` takes the dash that goes with the colour.
  public var dash: Dash?

  public init(_ mark: Mark, label: String? = nil, tint: Tint = .automatic, dash: Dash? = nil) {
    self.mark = mark
    self.label = label
    self.tint = tint
    self.dash = dash
  }

  /// The same element in another colour.
  public func tinted(_ tint: Tint) -> Element {
    var copy = self
    copy.tint = tint
    return copy
  }
}

extension Element {
  /// Colours of a third value, if this element has one.
  var palette: Palette? {
    switch mark {
    case .heatMap(_, _, _, let palette, _), .lattice(_, let palette, _): palette
    default: nil
    }
  }

  var isReferenceLine: Bool {
    switch mark {
    case .verticalLine, .horizontalLine: true
    default: false
    }
  }

  /// Takes a colour of the series, as data do; reference lines, texts and colour maps do not.
  var takesColour: Bool {
    if case .text = mark { return false }
    return tint == .automatic && !isReferenceLine && palette == nil
  }
}
