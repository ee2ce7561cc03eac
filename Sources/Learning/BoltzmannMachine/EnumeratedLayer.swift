import Elementary

/// All states of one layer of a machine, the other layer being summed over: eight states to a vector.
///
/// The unnormalised weight of state s is exp(bias·s) Π_j 2 cosh x_j with x_j = otherBias_j + Σ_i s_i couplings_ij,
/// and the mean of unit j of the other layer given s is tanh x_j. Bit i of a state number set means s_i = +1; lane l of
/// vector o is state 8 o + l. The lowest three units are in the lanes, the others in two tables, so that the fields of
/// a state cost one sum of two numbers.
struct EnumeratedLayer {
  let units: Int
  let others: Int
  private let lowFields: [SIMD8<Double>]
  private let lowBias: SIMD8<Double>
  /// Fields and bias·s of the states of the middle units, and of the upper ones, others + 1 numbers each.
  private let middle: EnumeratedFieldTable
  private let upper: EnumeratedFieldTable

  init(units: Int, others: Int, couplings: [Double], bias: [Double], otherBias: [Double]) {
    self.units = units
    self.others = others
    let low = 0..<min(3, units)
    lowFields = (0..<others).map { j in
      low.reduce(SIMD8()) { $0 + couplings[$1 * others + j] * EnumeratedStates.signs[$1] }
    }
    lowBias = low.reduce(SIMD8()) { $0 + bias[$1] * EnumeratedStates.signs[$1] }
    let bound = max(units, 3)
    let split = 3 + (bound - 3) / 2
    let rows = EnumeratedFieldTable.Rows(others: others, couplings: couplings, bias: bias)
    middle = EnumeratedFieldTable(units: 3..<split, rows, base: otherBias + [0])
    upper = EnumeratedFieldTable(units: split..<bound, rows, base: [Double](repeating: 0, count: others + 1))
  }

  var stateCount: Int { 1 << units }
  private var octets: Int { max(1, stateCount / 8) }

  /// ln of the weight of every state; -∞ in lanes beyond the last state.
  func logWeights() -> [SIMD8<Double>] {
    var result: [SIMD8<Double>] = []
    result.reserveCapacity(octets)
    let width = others + 1
    for octet in 0..<octets {
      let m = width * (octet & (middle.count - 1))
      let u = width * (octet / middle.count)
      var sum = middle.table[m + others] + upper.table[u + others] + lowBias
      // Π (1 + e^{-2|x|}) instead of a logarithm for each factor, which is at most 2.
      var product = SIMD8<Double>(repeating: 1)
      for j in 0..<others {
        let x = EnumeratedStates.magnitude(middle.table[m + j] + upper.table[u + j] + lowFields[j])
        sum += x
        product *= 1 + Elementary.exp(-2 * x)
        if j & 511 == 511 {
          sum += Elementary.log(product)
          product = SIMD8(repeating: 1)
        }
      }
      result.append(sum + Elementary.log(product))
    }
    for lane in min(8, stateCount)..<8 { result[0][lane] = -.infinity }
    return result
  }

  /// Sums over the states with a weight for each: Σ w s_i, Σ w tanh x_j, Σ w s_i tanh x_j, and where asked for
  /// Σ w tanh x_j tanh x_k.
  struct Sums {
    var own: [Double]
    var other: [Double]
    /// units × others.
    var cross: [Double]
    /// others × others with Σ w on the diagonal, or empty.
    var otherPairs: [Double] = []
  }

  /// The sums for weights of the states, which are 0 in lanes beyond the last.
  func sums(_ weights: [SIMD8<Double>], pairs: Bool = false) -> Sums {
    let width = others + 1
    var means = [SIMD8<Double>](repeating: SIMD8(), count: others)
    var pairLanes = [SIMD8<Double>](repeating: SIMD8(), count: pairs ? others * others : 0)
    var lanes = [SIMD8<Double>](repeating: SIMD8(), count: width)
    var middleSums = [Double](repeating: 0, count: width * middle.count)
    var upperSums = [Double](repeating: 0, count: width * upper.count)
    for octet in 0..<octets {
      let m = width * (octet & (middle.count - 1))
      let u = width * (octet / middle.count)
      let weight = weights[octet]
      for j in 0..<others {
        let mean = EnumeratedStates.tanh(middle.table[m + j] + upper.table[u + j] + lowFields[j])
        let product = weight * mean
        let total = product.sum()
        lanes[j] += product
        middleSums[m + j] += total
        upperSums[u + j] += total
        if pairs { means[j] = mean }
      }
      let total = weight.sum()
      lanes[others] += weight
      middleSums[m + others] += total
      upperSums[u + others] += total
      if pairs { Self.addPairs(&pairLanes, weight, means) }
    }
    let rows =
      (0..<min(3, units)).map { i in lanes.map { ($0 * EnumeratedStates.signs[i]).sum() } }
      + middle.signedSums(middleSums) + upper.signedSums(upperSums)
    return Sums(
      own: rows.map { $0[others] }, other: lanes.dropLast().map { $0.sum() }, cross: rows.flatMap { $0.dropLast() },
      otherPairs: pairs ? Self.symmetric(pairLanes, others, diagonal: lanes[others].sum()) : [])
  }

  private static func addPairs(_ lanes: inout [SIMD8<Double>], _ weight: SIMD8<Double>, _ means: [SIMD8<Double>]) {
    for j in means.indices {
      let product = weight * means[j]
      for k in 0..<j { lanes[j * means.count + k] += product * means[k] }
    }
  }

  private static func symmetric(_ lanes: [SIMD8<Double>], _ side: Int, diagonal: Double) -> [Double] {
    (0..<side * side).map { index in
      let (j, k) = (index / side, index % side)
      return j == k ? diagonal : lanes[max(j, k) * side + min(j, k)].sum()
    }
  }
}
