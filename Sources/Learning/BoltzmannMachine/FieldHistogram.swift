/// How many numbers fall between given edges.
public struct FieldHistogram: Sendable, Hashable, Codable {
  /// Ascending edges; bin k is edges[k] ≤ x < edges[k + 1].
  public let edges: [Double]
  public let counts: [Int]
  /// Numbers below the first edge.
  public let below: Int
  /// Numbers at or above the last edge.
  public let above: Int

  /// - Throws: `BoltzmannError` unless there are at least two edges, each above the one before.
  public init(of numbers: [Double], edges: [Double]) throws(BoltzmannError) {
    guard edges.count >= 2 else { throw .wrongCount(what: "the edges", expected: 2, found: edges.count) }
    for k in 1..<edges.count where !(edges[k] > edges[k - 1]) {
      throw .setting(name: "edge \(k) of the histogram", value: edges[k], allowed: "above \(edges[k - 1])")
    }
    var counts = [Int](repeating: 0, count: edges.count - 1)
    var (below, above) = (0, 0)
    for x in numbers {
      if x < edges[0] {
        below += 1
      } else if let k = edges.indices.dropLast().first(where: { x < edges[$0 + 1] }) {
        counts[k] += 1
      } else {
        above += 1
      }
    }
    self.edges = edges
    self.counts = counts
    self.below = below
    self.above = above
  }
}
