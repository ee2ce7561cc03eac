import Elementary

/// The visible law of components 1 and 2 of the five-coupling block, for eight models at once.
///
/// Every bond carries the same 3 × 3 matrix with the free entries J₀ = (1,1), J₁ = (1,2), J₂ = (2,1), J₃ = (2,2) and
/// J₄ = (3,3) (row: hidden component, column: visible component), so component 3 is a separate A₁ model and the other
/// two form 256 visible states. The coarse weight depends on S₁ = Σv₁ and S₂ = Σv₂ only. States are grouped once by
/// what their weight depends on.
struct FiveCouplingLaw: Sendable {
  typealias Lanes = SIMD8<Double>

  /// The couplings of the two coupled components.
  struct Couplings {
    var j0, j1, j2, j3: Lanes
  }

  /// Expectations of S_b tanh(field of centre spin a), in the order of the couplings: (1,1), (1,2), (2,1), (2,2).
  struct Moments {
    var m0 = Lanes(), m1 = Lanes(), m2 = Lanes(), m3 = Lanes()

    @inline(__always)
    mutating func add(_ s1: Double, _ s2: Double, _ tanh1: Lanes, _ tanh2: Lanes, _ weight: Lanes) {
      let first = weight * tanh1
      let second = weight * tanh2
      m0 = m0.addingProduct(Lanes(repeating: s1), first)
      m1 = m1.addingProduct(Lanes(repeating: s2), first)
      m2 = m2.addingProduct(Lanes(repeating: s1), second)
      m3 = m3.addingProduct(Lanes(repeating: s2), second)
    }
  }

  /// States with the same weight and the same sums: how many of the four edges have the pair sums (0,0), (±2,0),
  /// (0,±2), ±(2,2), ±(2,−2), divided by two.
  private struct FineClass: Hashable {
    var edges: [Int]
    /// Index into `sums`.
    var sums: Int
  }

  /// (S₁, S₂) up to a common sign, with the number of corner states of each that have these sums.
  static let sums: [(s1: Double, s2: Double, states: Double)] = {
    let ways: [Int: Double] = [-4: 1, -2: 4, 0: 6, 2: 4, 4: 1]
    var list: [(s1: Double, s2: Double, states: Double)] = []
    for s1 in stride(from: -4, through: 4, by: 2) {
      for s2 in stride(from: -4, through: 4, by: 2) where s1 > 0 || (s1 == 0 && s2 >= 0) {
        let both = s1 == 0 && s2 == 0 ? 1.0 : 2.0
        list.append((Double(s1), Double(s2), both * (ways[s1] ?? 0) * (ways[s2] ?? 0)))
      }
    }
    return list
  }()

  private static let fineClasses: [(kind: FineClass, states: Double)] = {
    var counts: [FineClass: Int] = [:]
    for state in 0..<256 {
      let v1 = (0..<4).map { state >> $0 & 1 == 1 ? 1 : -1 }
      let v2 = (0..<4).map { state >> ($0 + 4) & 1 == 1 ? 1 : -1 }
      var edges = [0, 0, 0, 0, 0]
      for e in 0..<4 {
        let a = (v1[e] + v1[(e + 1) % 4]) / 2
        let b = (v2[e] + v2[(e + 1) % 4]) / 2
        edges[a == 0 ? (b == 0 ? 0 : 2) : (b == 0 ? 1 : a == b ? 3 : 4)] += 1
      }
      var s1 = v1.reduce(0, +)
      var s2 = v2.reduce(0, +)
      if s1 < 0 || (s1 == 0 && s2 < 0) { (s1, s2) = (-s1, -s2) }
      let index = sums.firstIndex { $0.s1 == Double(s1) && $0.s2 == Double(s2) } ?? 0
      counts[FineClass(edges: edges, sums: index), default: 0] += 1
    }
    let order = counts.sorted { ($0.key.sums, $0.key.edges.description) < ($1.key.sums, $1.key.edges.description) }
    return order.map { (kind: $0.key, states: Double($0.value)) }
  }()

  /// The probabilities of the fine block for each entry of `sums`.
  static func fine(_ j: Couplings) -> [Lanes] {
    let edge = [
      2 * Elementary.log2cosh(Lanes()),
      Elementary.log2cosh(2 * j.j0) + Elementary.log2cosh(2 * j.j2),
      Elementary.log2cosh(2 * j.j1) + Elementary.log2cosh(2 * j.j3),
      Elementary.log2cosh(2 * (j.j0 + j.j1)) + Elementary.log2cosh(2 * (j.j2 + j.j3)),
      Elementary.log2cosh(2 * (j.j0 - j.j1)) + Elementary.log2cosh(2 * (j.j2 - j.j3)),
    ]
    // One of the five is the largest, and four such edges are a state: nothing overflows.
    var top = edge[0]
    for value in edge.dropFirst() { top = top.replacing(with: value, where: value .> top) }
    var weights = [Lanes](repeating: Lanes(), count: sums.count)
    var total = Lanes()
    for (kind, states) in fineClasses {
      var exponent = Lanes()
      for (count, value) in zip(kind.edges, edge) where count > 0 { exponent += Double(count) * (value - top) }
      let weight = states * Elementary.exp(exponent)
      weights[kind.sums] += weight
      total += weight
    }
    return weights.map { $0 / total }
  }

  /// The field tanh and the log weight of the coarse block for each entry of `sums`.
  struct Coarse {
    var tanh1: [Lanes] = []
    var tanh2: [Lanes] = []
    var probability: [Lanes] = []

    init(_ j: Couplings) {
      var exponents: [Lanes] = []
      for (s1, s2, _) in FiveCouplingLaw.sums {
        let field1 = s1 * j.j0 + s2 * j.j1
        let field2 = s1 * j.j2 + s2 * j.j3
        tanh1.append(Elementary.tanh(field1))
        tanh2.append(Elementary.tanh(field2))
        exponents.append(Elementary.log2cosh(field1) + Elementary.log2cosh(field2))
      }
      var top = exponents[0]
      for value in exponents.dropFirst() { top = top.replacing(with: value, where: value .> top) }
      var total = Lanes()
      for (exponent, sum) in zip(exponents, FiveCouplingLaw.sums) {
        let weight = sum.states * Elementary.exp(exponent - top)
        probability.append(weight)
        total += weight
      }
      probability = probability.map { $0 / total }
    }

    /// E[S_b tanh(field a)] under any law of the sums.
    func moments(_ law: [Lanes]) -> Moments {
      var moments = Moments()
      for (k, sum) in FiveCouplingLaw.sums.enumerated() {
        moments.add(sum.s1, sum.s2, tanh1[k], tanh2[k], law[k])
      }
      return moments
    }
  }
}
