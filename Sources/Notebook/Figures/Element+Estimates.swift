import Statistics

extension Element {
  /// Measured points with their errors, joined by a line; places without a value are left out, and without any value
  /// there is nothing to draw.
  public static func curve(_ x: [Double], _ y: [Estimate?], label: String) -> [Element] {
    let known = zip(x, y).compactMap { x, y in y.map { (x, $0) } }
    guard !known.isEmpty else { return [] }
    let (x, values) = (known.map(\.0), known.map(\.1.value))
    return [
      .line(x: x, y: values, label: label),
      .points(x: x, y: values, label: label, yError: known.map(\.1.standardError)),
    ]
  }
}
