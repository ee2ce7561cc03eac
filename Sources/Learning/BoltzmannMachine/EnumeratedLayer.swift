import Elementary

/// All states of one layer of a machine, the other layer being summed over: eight states to a vector.
///
/// The unnormalised weight of state s is exp(bias·s) Π_j 2 cosh x_j with x_j = otherBias_j + Σ_i s_i couplings_ij,
/// and the mean of unit j of the other layer given s is tanh x_j. Bit i of a state number set means s_i = +1.
struct EnumeratedLayer {
  let units: Int
  let others: Int
  /// units × others.
  private let couplings: [Double]
  private let bias: [Double]
  private let otherBias: [Double]
  /// The part of x_j that the three lowest units contribute in the eight lanes.
  private let lowFields: [SIMD8<Double>]

  private static let lowSigns: [SIMD8<Double>] = [
    SIMD8(-1, 1, -1, 1, -1, 1, -1, 1), SIMD8(-1, -1, 1, 1, -1, -1, 1, 1), SIMD8(-1, -1, -1, -1, 1, 1, 1, 1),
  ]

  init(units: Int, others: Int, couplings: [Double], bias: [Double], otherBias: [Double]) {
    self.units = units
    self.others = others
    self.couplings = couplings
    self.bias = bias
    self.otherBias = otherBias
    lowFields = (0..<others).map { j in
      (0..<min(3, units)).reduce(SIMD8()) { $0 + couplings[$1 * others + j] * Self.lowSigns[$1] }
    }
  }

  var stateCount: Int { 1 << units }
  private var octets: Int { max(1, stateCount / 8) }

  /// Fields of the other layer from all but the three lowest units; returns the same part of bias·s.
  private func setFields(_ fields: inout [Double], octet: Int) -> Double {
    var own = 0.0
    for j in 0..<others { fields[j] = otherBias[j] }
    for i in stride(from: 3, to: units, by: 1) {
      let row = i * others
      if octet >> (i - 3) & 1 == 1 {
        own += bias[i]
        for j in 0..<others { fields[j] += couplings[row + j] }
      } else {
        own -= bias[i]
        for j in 0..<others { fields[j] -= couplings[row + j] }
      }
    }
    return own
  }

  /// ln of the weight of every state, in the order of the state numbers.
  func logWeights() -> [Double] {
    var result: [Double] = []
    result.reserveCapacity(8 * octets)
    var fields = [Double](repeating: 0, count: others)
    let lowBias = (0..<min(3, units)).reduce(SIMD8<Double>()) { $0 + bias[$1] * Self.lowSigns[$1] }
    for octet in 0..<octets {
      var sum = setFields(&fields, octet: octet) + lowBias
      // Π (1 + e^{-2|x|}) instead of a logarithm for each factor, which is at most 2.
      var product = SIMD8<Double>(repeating: 1)
      for j in 0..<others {
        let x = Self.magnitude(fields[j] + lowFields[j])
        sum += x
        product *= 1 + Elementary.exp(-2 * x)
        if j & 511 == 511 {
          sum += Elementary.log(product)
          product = SIMD8(repeating: 1)
        }
      }
      sum += Elementary.log(product)
      for lane in 0..<8 { result.append(sum[lane]) }
    }
    result.removeLast(8 * octets - stateCount)
    return result
  }

  /// Sums over the states with a weight for each: Σ w s_i, Σ w tanh x_j, Σ w s_i tanh x_j, and for i ≠ k also
  /// Σ w s_i s_k and Σ w tanh x_j tanh x_k.
  struct Sums {
    var own: [Double]
    var other: [Double]
    /// units × others.
    var cross: [Double]
    /// units × units, Σ w on the diagonal; empty where not asked for.
    var ownPairs: [Double] = []
    /// others × others, Σ w on the diagonal; empty where not asked for.
    var otherPairs: [Double] = []
  }

  func sums(_ weights: [Double], pairs: Bool = false) -> Sums {
    var own = [Double](repeating: 0, count: units)
    var cross = [Double](repeating: 0, count: units * others)
    var lanes = [SIMD8<Double>](repeating: SIMD8(), count: others)
    var pairLanes = [SIMD8<Double>](repeating: SIMD8(), count: pairs ? others * others : 0)
    var means = lanes
    var totals = [Double](repeating: 0, count: others)
    var fields = totals
    var weightLanes = SIMD8<Double>()
    for octet in 0..<octets {
      _ = setFields(&fields, octet: octet)
      let weight = Self.octet(weights, octet)
      weightLanes += weight
      for j in 0..<others {
        means[j] = Self.tanh(fields[j] + lowFields[j])
        let product = weight * means[j]
        lanes[j] += product
        totals[j] = product.sum()
      }
      if pairs { addPairs(&pairLanes, weight, means) }
      let total = weight.sum()
      for i in stride(from: 3, to: units, by: 1) {
        let row = i * others
        let sign: Double = octet >> (i - 3) & 1 == 1 ? 1 : -1
        own[i] += sign * total
        for j in 0..<others { cross[row + j] += sign * totals[j] }
      }
    }
    for i in 0..<min(3, units) {
      own[i] = (weightLanes * Self.lowSigns[i]).sum()
      for j in 0..<others { cross[i * others + j] = (lanes[j] * Self.lowSigns[i]).sum() }
    }
    var result = Sums(own: own, other: lanes.map { $0.sum() }, cross: cross)
    if pairs {
      result.ownPairs = ownPairs(weights)
      result.otherPairs = otherPairs(pairLanes, total: weightLanes.sum())
    }
    return result
  }

  private func addPairs(_ lanes: inout [SIMD8<Double>], _ weight: SIMD8<Double>, _ means: [SIMD8<Double>]) {
    for j in 0..<others {
      let product = weight * means[j]
      for k in 0..<j { lanes[j * others + k] += product * means[k] }
    }
  }

  private func otherPairs(_ lanes: [SIMD8<Double>], total: Double) -> [Double] {
    var result = [Double](repeating: total, count: others * others)
    for j in 0..<others {
      for k in 0..<j {
        let sum = lanes[j * others + k].sum()
        result[j * others + k] = sum
        result[k * others + j] = sum
      }
    }
    return result
  }

  private func ownPairs(_ weights: [Double]) -> [Double] {
    let transform = Self.walshTransform(weights)
    return (0..<units * units).map { index in
      let (i, k) = (index / units, index % units)
      return transform[i == k ? 0 : 1 << i | 1 << k]
    }
  }

  /// Σ_s f(s) Π_{i in S} s_i for every set S of units, the set being the bits of its number.
  static func walshTransform(_ values: [Double]) -> [Double] {
    var result = values
    var half = 1
    while half < result.count {
      for start in stride(from: 0, to: result.count, by: 2 * half) {
        for k in start..<start + half {
          let (down, up) = (result[k], result[k + half])
          result[k] = up + down
          result[k + half] = up - down
        }
      }
      half *= 2
    }
    return result
  }

  /// ln Σ exp of the logarithms, and the shares exp(logarithm) / Σ.
  static func normalized(_ logarithms: [Double]) -> (logSum: Double, shares: [Double]) {
    let largest = logarithms.reduce(-Double.infinity) { max($0, $1) }
    var shares = [Double](repeating: 0, count: logarithms.count)
    var sums = SIMD8<Double>()
    for octet in 0..<(logarithms.count + 7) / 8 {
      let powers = Elementary.exp(Self.octet(logarithms, octet) - largest)
      for lane in 0..<min(8, logarithms.count - 8 * octet) {
        shares[8 * octet + lane] = powers[lane]
        sums[lane] += powers[lane]
      }
    }
    let sum = sums.sum()
    for k in shares.indices { shares[k] /= sum }
    return (largest + Elementary.log(sum), shares)
  }

  /// ln of each number.
  static func logarithms(_ values: [Double]) -> [Double] {
    var result = values
    for octet in 0..<(values.count + 7) / 8 {
      let lanes = Elementary.log(Self.octet(values, octet))
      for lane in 0..<min(8, values.count - 8 * octet) { result[8 * octet + lane] = lanes[lane] }
    }
    return result
  }

  /// Eight numbers of a list, 0 beyond its end.
  @inline(__always)
  private static func octet(_ values: [Double], _ octet: Int) -> SIMD8<Double> {
    var result = SIMD8<Double>()
    for lane in 0..<min(8, values.count - 8 * octet) { result[lane] = values[8 * octet + lane] }
    return result
  }

  @inline(__always)
  private static func magnitude(_ x: SIMD8<Double>) -> SIMD8<Double> { x.replacing(with: -x, where: x .< 0) }

  /// tanh to an absolute error of 10⁻¹⁶, with one exponential.
  @inline(__always)
  private static func tanh(_ x: SIMD8<Double>) -> SIMD8<Double> {
    let e = Elementary.exp(-2 * magnitude(x))
    let size = (1 - e) / (1 + e)
    return size.replacing(with: -size, where: x .< 0)
  }
}
