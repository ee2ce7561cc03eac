import Statistics

/// The recorded roots of one run in a few numbers.
struct RootSummary: Codable, Sendable {
  let finite: Int
  let missing: Int
  /// Over the finite roots; nil if there are fewer than two.
  let box: BoxStatistics?
  let standardDeviation: Double?

  init(_ roots: [Double]) throws {
    let values = roots.filter(\.isFinite)
    finite = values.count
    missing = roots.count - values.count
    guard values.count >= 2 else {
      box = nil
      standardDeviation = nil
      return
    }
    box = try BoxStatistics(values)
    standardDeviation = try SampleMoments(values).standardDeviation.value
  }

  var mean: Double? { box?.mean }
  var finiteFraction: Double { Double(finite) / Double(max(1, finite + missing)) }
}
