extension Element {
  /// Measured points, with standard errors where given; a missing error (NaN) leaves the bar out.
  public static func points(
    x: [Double], y: [Double], label: String? = nil, yError: [Double]? = nil, xError: [Double]? = nil
  ) -> Element {
    Element(.points(x: x, y: y, xError: xError, yError: yError), label: label)
  }

  /// A curve through the points in their order; a value that is not finite interrupts it.
  public static func line(
    x: [Double], y: [Double], label: String? = nil, dash: Dash? = nil
  ) -> Element {
    Element(.line(x: x, y: y), label: label, dash: dash)
  }

  /// The region `low … high` above each x, filled with a light tone; a value that is not finite interrupts
  /// it.
  public static func band(
    x: [Double], low: [Double], high: [Double], label: String? = nil
  ) -> Element {
    Element(.band(x: x, low: low, high: high), label: label)
  }

  /// Steps from `edges[i]` to `edges[i + 1]` at height `counts[i]`, filled down to 0 (to the lower end of a
  /// logarithmic axis). There is one edge more than there are counts, in increasing order.
  public static func histogram(edges: [Double], counts: [Double], label: String? = nil) -> Element {
    Element(.histogram(edges: edges, counts: counts), label: label)
  }

  /// A box from quartile to quartile with the median, whiskers, outliers as `+` and the mean as a diamond.
  ///
  /// The position is on the axis across the values: y for horizontal boxes, x for vertical ones. The label is
  /// written there if that axis has no ticks of its own, else in the legend. The width is the extent of the
  /// box across the values, in units of that axis.
  public static func box(
    at position: Double, _ numbers: BoxFive, outliers: [Double] = [], label: String? = nil,
    orientation: Orientation = .horizontal, width: Double = 0.5
  ) -> Element {
    Element(
      .box(at: position, numbers, outliers: outliers, orientation: orientation, width: width), label: label)
  }

  /// Colours `z[row][column]` at `y[row]`, `x[column]`, in cells that reach half way to their neighbours.
  /// The label is written beside the colour scale, whose ends are those of the range, or of the data.
  public static func heatMap(
    x: [Double], y: [Double], z: [[Double]], label: String? = nil, palette: Palette = .sequential,
    range: ClosedRange<Double>? = nil
  ) -> Element {
    Element(.heatMap(x: x, y: y, z: z, palette, range: range), label: label)
  }

  /// Arrows from `(x, y)` to `(x + dx, y + dy)`.
  public static func vectors(
    x: [Double], y: [Double], dx: [Double], dy: [Double], label: String? = nil
  ) -> Element {
    Element(.vectors(x: x, y: y, dx: dx, dy: dy), label: label)
  }

  /// Values on a rectangle of sites as square pixels, first row on top; spins ±1 are black (up) and white.
  /// A label adds a colour scale. Equal neighbours in a row are stored together.
  public static func lattice(
    _ rows: [[Double]], label: String? = nil, palette: Palette = .grey, range: ClosedRange<Double>? = nil
  ) -> Element {
    Element(.lattice(rows, palette, range: range), label: label)
  }

  /// A reference value of x over the full height; its label stands above the panel.
  public static func verticalLine(_ x: Double, label: String? = nil, dash: Dash? = nil) -> Element {
    Element(.verticalLine(x), label: label, dash: dash)
  }

  /// A reference value of y over the full width; its label stands to the right of the panel.
  public static func horizontalLine(_ y: Double, label: String? = nil, dash: Dash? = nil) -> Element {
    Element(.horizontalLine(y), label: label, dash: dash)
  }

  /// A remark at a position inside the panel.
  public static func text(
    x: Double, y: Double, _ text: String, alignment: Alignment = .left
  ) -> Element {
    Element(.text(x: x, y: y, text, alignment))
  }
}
