/// A series cut into contiguous blocks whose lengths differ by at most one sample, so that none is left over.
struct Blocks {
  let bounds: [Int]

  /// - Throws: `StatisticsError` unless 2 ≤ blocks ≤ samples.
  init(samples: Int, blocks: Int, _ operation: String) throws(StatisticsError) {
    guard blocks >= 2 else {
      throw .tooFew(operation: operation, items: "blocks", count: blocks, minimum: 2)
    }
    guard samples >= blocks else {
      throw .tooFew(operation: operation, items: "samples", count: samples, minimum: blocks)
    }
    bounds = (0...blocks).map { $0 * samples / blocks }
  }

  var count: Int { bounds.count - 1 }

  subscript(_ block: Int) -> Range<Int> { bounds[block]..<bounds[block + 1] }

  /// Sums over each block of several jointly sampled series: blocks × series.
  func sums(_ series: [[Double]]) -> [[Double]] {
    (0..<count).map { block in series.map { $0[self[block]].reduce(0, +) } }
  }

  /// Refuses series that are empty, of unequal lengths or not finite; returns their length.
  static func commonLength(_ series: [[Double]], _ operation: String) throws(StatisticsError) -> Int {
    guard let first = series.first else {
      throw .tooFew(operation: operation, items: "series", count: 0, minimum: 1)
    }
    for (k, values) in series.enumerated() {
      guard values.count == first.count else {
        throw .mismatchedCounts(
          operation: operation, first: "samples in series 0", firstCount: first.count,
          second: "samples in series \(k)", secondCount: values.count)
      }
      try StatisticsError.requireFinite(values, "series \(k)", operation)
    }
    return first.count
  }
}
