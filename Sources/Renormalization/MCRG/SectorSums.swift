/// Sums over samples of the operators of one sector on two levels of blocking.
struct SectorSums: Sendable, Codable, Hashable {
  /// Σ c′, n numbers.
  var coarse: [Double]
  /// Σ 4c, n numbers; with lattice sums for c′ and c, of which the ratio 4 is a part, Σ c.
  var fine: [Double]
  /// Σ c′_i c′_j for j ≤ i, row after row, n(n + 1)/2 numbers.
  var coarseCoarse: [Double]
  /// Σ c′_i 4c_j, row after row, n² numbers.
  var coarseFine: [Double]

  var size: Int { coarse.count }

  init(size n: Int) {
    coarse = [Double](repeating: 0, count: n)
    fine = coarse
    coarseCoarse = [Double](repeating: 0, count: n * (n + 1) / 2)
    coarseFine = [Double](repeating: 0, count: n * n)
  }

  /// Adds a sample; `orbits` picks the operators from the averages of a coarse and a fine configuration.
  mutating func add(_ orbits: [Int], coarse coarseAverages: [Double], fine fineAverages: [Double]) {
    let n = orbits.count
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * n) { sample in
      let (a, b) = (sample, UnsafeMutableBufferPointer(rebasing: sample[n...]))
      for i in 0..<n {
        a[i] = coarseAverages[orbits[i]]
        b[i] = 4 * fineAverages[orbits[i]]
      }
      add(coarse: UnsafeBufferPointer(rebasing: a[..<n]), fine: UnsafeBufferPointer(b))
    }
  }

  /// Adds a sample, or a state of probability `weight`, from the n operators of the coarse lattice and those of the
  /// fine one times the ratio of the numbers of sites.
  mutating func add(
    coarse a: UnsafeBufferPointer<Double>, fine b: UnsafeBufferPointer<Double>, weight: Double = 1
  ) {
    let n = size
    for i in 0..<n {
      coarse[i] += weight * a[i]
      fine[i] += weight * b[i]
    }
    coarseCoarse.withUnsafeMutableBufferPointer { sums in
      var row = 0
      for i in 0..<n {
        let value = weight * a[i]
        for j in 0...i { sums[row &+ j] += value * a[j] }
        row &+= i &+ 1
      }
    }
    coarseFine.withUnsafeMutableBufferPointer { sums in
      for i in 0..<n {
        let value = weight * a[i]
        for j in 0..<n { sums[i &* n &+ j] += value * b[j] }
      }
    }
  }

  /// Each sum of this and of another of the same size, combined.
  func combined(_ other: SectorSums, _ operation: (Double, Double) -> Double) -> SectorSums {
    var result = self
    result.coarse = zip(coarse, other.coarse).map(operation)
    result.fine = zip(fine, other.fine).map(operation)
    result.coarseCoarse = zip(coarseCoarse, other.coarseCoarse).map(operation)
    result.coarseFine = zip(coarseFine, other.coarseFine).map(operation)
    return result
  }

  /// The sums of the operators at `positions`.
  func selecting(_ positions: [Int]) -> SectorSums {
    var result = SectorSums(size: 0)
    result.coarse = positions.map { coarse[$0] }
    result.fine = positions.map { fine[$0] }
    for (i, p) in positions.enumerated() {
      result.coarseCoarse += positions[...i].map { q in
        coarseCoarse[max(p, q) * (max(p, q) + 1) / 2 + min(p, q)]
      }
      result.coarseFine += positions.map { coarseFine[p * size + $0] }
    }
    return result
  }

  /// Whether the arrays have the lengths that n operators need.
  func fits(_ n: Int) -> Bool {
    coarse.count == n && fine.count == n && coarseCoarse.count == n * (n + 1) / 2 && coarseFine.count == n * n
  }
}
