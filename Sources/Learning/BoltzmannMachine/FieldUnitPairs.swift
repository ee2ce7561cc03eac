/// The pairs of units and the averages they count in: number 0 over nearest neighbours, number k ≥ 1 over
/// distances in edges[k - 1] ..< edges[k].
struct FieldUnitPairs {
  private let count: Int
  /// How often each pair i < j is a pair of a unit and one of its nearest neighbours: 0, 1 or 2, in the order of
  /// (i, j).
  private let multiplicity: [Int]
  /// The bin of each pair, 0 for none.
  private let bin: [Int]
  /// The number of pairs in each average, neighbours counted with their multiplicity.
  let weights: [Int]
  /// The mean distance of the pairs in each average, 0 where there is none.
  let distances: [Double]

  init(_ centres: FieldCentres, neighbours: Int, edges: [Double]) throws(BoltzmannError) {
    if edges.count == 1 { throw .wrongCount(what: "the edges", expected: 2, found: 1) }
    for k in edges.indices.dropFirst() where !(edges[k] > edges[k - 1]) {
      throw .setting(name: "edge \(k) of the distances", value: edges[k], allowed: "above \(edges[k - 1])")
    }
    count = centres.points.count
    let near = (0..<count).map { Set(centres.nearest(to: $0, count: neighbours)) }
    var multiplicity: [Int] = []
    var bin: [Int] = []
    var weights = [Int](repeating: 0, count: max(edges.count, 1))
    var distances = [Double](repeating: 0, count: weights.count)
    for i in 0..<count {
      for j in i + 1..<max(count, i + 1) {
        let times = (near[i].contains(j) ? 1 : 0) + (near[j].contains(i) ? 1 : 0)
        let distance = centres.distance(i, j)
        let k = edges.indices.dropFirst().first { distance >= edges[$0 - 1] && distance < edges[$0] } ?? 0
        multiplicity.append(times)
        bin.append(k)
        weights[0] += times
        distances[0] += Double(times) * distance
        if k > 0 {
          weights[k] += 1
          distances[k] += distance
        }
      }
    }
    self.multiplicity = multiplicity
    self.bin = bin
    self.weights = weights
    self.distances = zip(distances, weights).map { $1 > 0 ? $0 / Double($1) : 0 }
  }

  /// Each average of a whole number that belongs to a pair.
  func means(_ product: (Int, Int) -> Int) -> [Double] {
    var sums = [Int](repeating: 0, count: weights.count)
    var pair = 0
    for i in 0..<count {
      for j in i + 1..<max(count, i + 1) {
        if multiplicity[pair] > 0 || bin[pair] > 0 {
          let value = product(i, j)
          sums[0] += multiplicity[pair] * value
          if bin[pair] > 0 { sums[bin[pair]] += value }
        }
        pair += 1
      }
    }
    return zip(sums, weights).map { $1 > 0 ? Double($0) / Double($1) : 0 }
  }
}

/// A block of samples turned into one string of bits for each unit.
struct FieldUnitColumns {
  private let samples: Int
  private let length: Int
  private let words: [UInt64]

  init(_ source: SpinSamples, _ range: Range<Int>, units: [Int], flips: [Bool]) {
    let length = (range.count + 63) / 64
    var words = [UInt64](repeating: 0, count: units.count * length)
    let stride = source.stride
    source.words.withUnsafeBufferPointer { bits in
      for (column, unit) in units.enumerated() {
        let flip: UInt64 = flips[unit] ? 1 : 0
        for (row, sample) in range.enumerated() {
          let bit = bits[sample &* stride &+ unit &>> 6] &>> UInt64(unit & 63) & 1 ^ flip
          words[column &* length &+ row &>> 6] |= bit &<< UInt64(row & 63)
        }
      }
    }
    samples = range.count
    self.length = length
    self.words = words
  }

  /// Σ h h' of two units over the samples.
  func product(_ i: Int, _ j: Int) -> Int {
    words.withUnsafeBufferPointer { words in
      var unequal = 0
      for k in 0..<length { unequal &+= (words[i &* length &+ k] ^ words[j &* length &+ k]).nonzeroBitCount }
      return samples - 2 * unequal
    }
  }
}
