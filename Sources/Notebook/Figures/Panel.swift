/// One coordinate system with what is drawn in it, first element at the back.
public struct Panel: Sendable {
  public var title: String?
  public var x: Axis
  public var y: Axis
  public var legend: Legend
  public var elements: [Element]

  /// The automatic legend takes a corner free of data, or the space under the panel.
  public init(
    title: String? = nil, x: Axis, y: Axis, legend: Legend = .automatic, _ elements: [Element]
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.legend = legend
    self.elements = elements
  }

  /// A picture without axes, such as a spin configuration.
  public init(title: String? = nil, _ element: Element) {
    self.init(title: title, x: .hidden, y: .hidden, legend: .none, [element])
  }

  /// Lattices are drawn with square sites.
  var isSquare: Bool {
    elements.contains { if case .lattice = $0.mark { true } else { false } }
  }

  /// The one element coloured by a third value, if there is one.
  var coloured: Element? {
    elements.first { $0.palette != nil }
  }
}
