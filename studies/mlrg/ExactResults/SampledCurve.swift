/// A plotted function.
struct SampledCurve: Codable, Sendable, Hashable {
  let x: [Double]
  let y: [Double]

  /// `count` + 1 values at equal distances.
  init(_ range: ClosedRange<Double>, count: Int, _ f: (Double) throws -> Double) rethrows {
    let width = range.upperBound - range.lowerBound
    x = (0...count).map { range.lowerBound + width * Double($0) / Double(count) }
    y = try x.map(f)
  }
}
