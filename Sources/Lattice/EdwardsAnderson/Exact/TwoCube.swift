/// The geometry and the disorder of the periodic 2 × 2 × 2 lattice, whose 24 bonds lie in pairs on 12 edges.
///
/// An edge has the coupling J₁ + J₂, which is 2, 0 or -2: a sample is a set of present edges and a subset of negative
/// ones. Site i = x + 2y + 4z. States have site 7 fixed to +1 (global spin flip) and s = -1 at the set bits 0 … 6.
/// Sets of an even number of sites are the numbers of their members other than 7, in 7 bits.
enum TwoCube {
  struct Edge {
    let low: Int
    let high: Int
    let direction: Int
  }

  /// A set of samples that gauge transformations join.
  struct GaugeClass {
    let present: Int
    /// Negative edges of one member; only edges outside a spanning forest can be negative.
    let negative: Int
    /// Number of connected parts of the present edges with the eight sites.
    let parts: Int
  }

  static let stateCount = 128

  static let edges: [Edge] = (0..<3).flatMap { direction in
    (0..<8).filter { $0 >> direction & 1 == 0 }.map { Edge(low: $0, high: $0 | 1 << direction, direction: direction) }
  }

  /// For each state the set of edges whose two spins differ.
  static let antiparallel: [Int] = (0..<stateCount).map { state in
    edges.indices.reduce(0) { set, index in
      let edge = edges[index]
      return set | ((state >> edge.low ^ state >> edge.high) & 1) << index
    }
  }

  /// The number of the set {i, j}, i ≠ j.
  static func pair(_ i: Int, _ j: Int) -> Int { (1 << i | 1 << j) & (stateCount - 1) }

  /// One member of every gauge class, for every set of present edges.
  static let gaugeClasses: [GaugeClass] = (0..<1 << edges.count).flatMap { present in
    let forest = spanningForest(of: present)
    let free = present & ~forest
    let parts = 8 - forest.nonzeroBitCount
    return (0...free).lazy.filter { $0 & ~free == 0 }.map {
      GaugeClass(present: present, negative: $0, parts: parts)
    }
  }

  private static func spanningForest(of present: Int) -> Int {
    var part = Array(0..<8)
    var forest = 0
    for (index, edge) in edges.enumerated() where present >> index & 1 == 1 {
      let (kept, absorbed) = (part[edge.low], part[edge.high])
      guard kept != absorbed else { continue }
      forest |= 1 << index
      part = part.map { $0 == absorbed ? kept : $0 }
    }
    return forest
  }

  /// Σ over the states of w(u) s_A for every even set A, u being the number of unsatisfied edges of the state.
  static func sums(present: Int, negative: Int, weights: [Double]) -> [Double] {
    var sums = antiparallel.map { weights[(($0 ^ negative) & present).nonzeroBitCount] }
    transform(&sums)
    return sums
  }

  /// Walsh-Hadamard transform in place: f(A) ← Σ over states of f(state) s_A.
  private static func transform(_ values: inout [Double]) {
    var span = values.mutableSpan
    var half = 1
    while half < span.count {
      var start = 0
      while start < span.count {
        for low in start..<start + half {
          let (a, b) = (span[low], span[low + half])
          span[low] = a + b
          span[low + half] = a - b
        }
        start += 2 * half
      }
      half *= 2
    }
  }

  /// P(q) at q = 0, 1/4, 1/2, 3/4, 1 of two replicas with the correlations ⟨s_A⟩ of all even sets.
  ///
  /// P(ρ) = 2⁻⁸ Σ_A ⟨s_A⟩² ρ_A; the sum of ρ_A over the ρ with n minus spins is the Krawtchouk polynomial K_n(|A|).
  static func overlapLaw(correlations: [Double]) -> [Double] {
    var squares = [Double](repeating: 0, count: 9)
    for (set, correlation) in correlations.enumerated() {
      squares[(set.nonzeroBitCount + 1) & ~1] += correlation * correlation
    }
    return krawtchouk.map { row in
      var sum = 0.0
      for (size, square) in squares.enumerated() { sum += row[size] * square }
      return sum / 256
    }
  }

  /// K_n(k) for k = 0 … 8 in the rows n = 4, 3, 2, 1, 0.
  private static let krawtchouk: [[Double]] = (0...4).reversed().map { minus in
    (0...8).map { size in
      (0...minus).reduce(0.0) { sum, common in
        let term = Double(binomial(size, common) * binomial(8 - size, minus - common))
        return sum + (common.isMultiple(of: 2) ? term : -term)
      }
    }
  }

  private static func binomial(_ n: Int, _ k: Int) -> Int {
    k > n ? 0 : (0..<k).reduce(1) { $0 * (n - $1) / ($1 + 1) }
  }

  /// The mean of an even function of q: f(0) P(0) + 2 Σ f(q) P(q) over q > 0.
  static func overlapMean(_ law: [Double], of function: (Double) -> Double) -> Double {
    var sum = function(0) * law[0]
    for index in 1...4 { sum += 2 * function(Double(index) / 4) * law[index] }
    return sum
  }
}
