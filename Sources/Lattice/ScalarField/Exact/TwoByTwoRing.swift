import Elementary

/// The sums behind `TwoByTwoField` on a uniform grid of field values −X, …, X.
struct TwoByTwoRing {
  /// Grid points on either side of 0.
  let reach: Int
  let spacing: Double
  /// X, the largest field value.
  private let limit: Double
  /// P(s) e^{κs²} at s = −2X, …, 2X.
  private(set) var weights: [Double] = []
  /// G_n(s) e^{−κs²/2} at every s, n = 0...4.
  private(set) var moments: [[Double]] = []
  /// The terms g(b) e^{2κbs − κs²/2} of G₀ at every s and b.
  private var bonds: [[Double]] = []

  init(_ action: PhiFourAction) throws(ScalarFieldError) {
    limit = Self.limit(action)
    // The narrowest width that matters: a site with fixed neighbours near its largest likely values.
    let typical = 3 * action.lambda * limit * limit / 2
    let width = 1 / (max(action.massSquared, 0) + 4 * action.kappa + typical).squareRoot()
    let needed = (2.5 * limit / width).rounded(.up)
    guard needed <= 600 else {
      throw .resolution(
        "the 2 x 2 lattice needs a grid of \(2 * needed + 1) field values, but at most 1201 are allowed")
    }
    reach = Int(needed)
    spacing = limit / Double(reach)
    fill(action)
  }

  /// s of an index of `weights`.
  func sum(_ index: Int) -> Double { spacing * Double(index - 2 * reach) }

  /// X: the weight of a field with one value X is at most e^{−64} of the largest.
  private static func limit(_ action: PhiFourAction) -> Double {
    func potential(_ x: Double) -> Double {
      action.massSquared / 2 * x * x + action.lambda / 4 * x * x * x * x
    }
    let minimum = action.classicalMinimum
    var (low, high) = (minimum, minimum + 1)
    while potential(high) < potential(minimum) + 64 { high = 2 * high }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if potential(middle) < potential(minimum) + 64 { low = middle } else { high = middle }
    }
    return high
  }

  /// With e^{−V} the single-site weight at zero gradient, g(x) = e^{−V(x) − 2κx²}. Completing squares,
  /// g(b) e^{2κbs} = e^{−V(b) − 2κ(b − s/2)²} e^{κs²/2}: the last factor moves to P(s), twice.
  private mutating func fill(_ action: PhiFourAction) {
    let count = 4 * reach + 1
    let lowest = action.massSquared / 2 * action.classicalMinimum * action.classicalMinimum / 2
    func site(_ x: Double) -> Double {
      let square = x * x
      return action.massSquared / 2 * square + action.lambda / 4 * square * square - lowest
    }
    let potentials = (-reach...reach).map { site(spacing * Double($0)) }
    for index in 0..<count {
      let s = sum(index)
      var weight = 0.0
      for i in max(0, index - 2 * reach)...min(index, 2 * reach) {
        let difference = spacing * Double(2 * i - index)
        let gradient = action.kappa * difference * difference
        weight += Elementary.exp(-potentials[i] - potentials[index - i] - gradient)
      }
      weights.append(weight)
      bonds.append(
        potentials.indices.map { i in
          let distance = spacing * Double(i - reach) - s / 2
          return Elementary.exp(-potentials[i] - 2 * action.kappa * distance * distance)
        })
      moments.append(powerSums(bonds[index]))
    }
  }

  /// ⟨|Σφ|⟩ from f(k) at k = j δ. Since |Σφ| ≤ 4X < 2π/δ, the trapezoidal sum of the integral over all k is
  /// exact; its part without f is the sum of 1/j².
  func absoluteSum(secondMoment: Double) -> Double {
    let turns = 1 / (5 * limit)
    let delta = 2 * Double.pi * turns
    let normalization = characteristicSum(turns: 0)
    var series = 0.0
    for j in 1...Int(0.5 / (turns * spacing)) {
      let f = characteristicSum(turns: turns * Double(j)) / normalization
      series += f / Double(j * j)
    }
    let integral = delta * secondMoment / 4 + (Double.pi * Double.pi / 6 - series) / delta
    return 2 / Double.pi * integral
  }

  /// Tr (g e^{2κxy} e^{ikx})⁴ with k = 2π `turns`, up to a factor.
  private func characteristicSum(turns: Double) -> Double {
    let waves = (-2 * reach...2 * reach).map { Elementary.sinCosTurns(turns * spacing * Double($0)) }
    var sum = 0.0
    for (index, row) in bonds.enumerated() {
      var (real, imaginary) = (0.0, 0.0)
      for (i, value) in row.enumerated() {
        real += value * waves[i + reach].cos
        imaginary += value * waves[i + reach].sin
      }
      let squareReal = real * real - imaginary * imaginary
      let squareImaginary = 2 * real * imaginary
      sum += weights[index] * (squareReal * waves[index].cos - squareImaginary * waves[index].sin)
    }
    return sum
  }

  private func powerSums(_ row: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: 5)
    for (i, value) in row.enumerated() {
      let b = spacing * Double(i - reach)
      var term = value
      for n in 0..<5 {
        sums[n] += term
        term *= b
      }
    }
    return sums
  }
}
