import Elementary

/// The logarithm of a function of K with its first two derivatives.
struct LogDerivatives {
  var log: Double
  var first: Double
  var second: Double

  static let zero = LogDerivatives(log: 0, first: 0, second: 0)

  /// The logarithm and its derivatives of a product.
  static func + (a: LogDerivatives, b: LogDerivatives) -> LogDerivatives {
    LogDerivatives(log: a.log + b.log, first: a.first + b.first, second: a.second + b.second)
  }

  /// The same function times a constant whose logarithm is `constant`.
  func shifted(by constant: Double) -> LogDerivatives {
    LogDerivatives(log: log + constant, first: first, second: second)
  }

  /// The logarithm of Σ σᵢ e^{logᵢ} with σᵢ = ±1, which must be positive and neither over- nor underflow.
  ///
  /// First derivatives enter as differences from one of them, because their squares cancel otherwise.
  static func ofSum(_ terms: [(sign: Double, term: LogDerivatives)]) -> LogDerivatives {
    guard let origin = terms.first?.term.first else { return .zero }
    var sum = 0.0
    var first = 0.0
    var second = 0.0
    for (sign, term) in terms {
      let weight = sign * Elementary.exp(term.log)
      let slope = term.first - origin
      sum += weight
      first += weight * slope
      second += weight * (term.second + slope * slope)
    }
    let mean = first / sum
    return LogDerivatives(log: Elementary.log(sum), first: origin + mean, second: second / sum - mean * mean)
  }
}

/// A sum with a running compensation of its rounding errors (Neumaier, Z. Angew. Math. Mech. 54, 39 (1974)).
struct CompensatedSum {
  private var sum = 0.0
  private var rest = 0.0

  var value: Double { sum + rest }

  mutating func add(_ x: Double) {
    let next = sum + x
    rest += sum.magnitude >= x.magnitude ? (sum - next) + x : (x - next) + sum
    sum = next
  }
}
