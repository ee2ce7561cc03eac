/// An axis of a panel. A string literal is an axis with that label: `x: "{/:Italic J}"`.
public struct Axis: Sendable, ExpressibleByStringLiteral {
  /// A place on the axis with its name, for categories and special values.
  public struct Tick: Sendable, Hashable {
    public var position: Double
    public var label: String

    public init(_ position: Double, _ label: String) {
      self.position = position
      self.label = label
    }
  }

  /// gnuplot enhanced text (see `Figure`).
  public var label: String
  /// `nil` covers the data, the reference lines and a margin.
  public var range: ClosedRange<Double>?
  public var logarithmic: Bool
  /// `nil` takes round numbers, or the labels of the boxes placed along this axis; empty shows none.
  public var ticks: [Tick]?

  public init(
    _ label: String = "", range: ClosedRange<Double>? = nil, logarithmic: Bool = false,
    ticks: [(Double, String)]? = nil
  ) {
    self.label = label
    self.range = range
    self.logarithmic = logarithmic
    self.ticks = ticks?.map { Tick($0.0, $0.1) }
  }

  public init(stringLiteral label: String) {
    self.init(label)
  }

  /// Positions 1, 2, … named in this order.
  public static func categories(_ names: [String], label: String = "") -> Axis {
    Axis(label, ticks: names.enumerated().map { (Double($0.offset + 1), $0.element) })
  }

  /// Neither label nor ticks.
  public static let hidden = Axis(ticks: [])
}
