import Elementary

/// A learned flow map K → K′ = softplus(c + Σ_u w_u tanh(a_u K + b_u)): a perceptron with one hidden layer.
public struct CouplingMap: Sendable, Hashable, Codable {
  /// Number of hidden units.
  public let hidden: Int
  /// a, b and w of all units, one list after the other, and c: 3 · hidden + 1 numbers.
  public let parameters: [Double]

  /// - Throws: `ChainError` unless there is a hidden unit and 3 · hidden + 1 parameters.
  public init(hidden: Int, parameters: [Double]) throws(ChainError) {
    try Self.check(hidden: hidden)
    guard parameters.count == 3 * hidden + 1 else {
      throw .wrongCount(what: "parameters of a flow map", found: parameters.count, expected: 3 * hidden + 1)
    }
    self.hidden = hidden
    self.parameters = parameters
  }

  /// K′ at K.
  public func callAsFunction(_ coupling: Double) -> Double {
    let output = (0..<hidden).reduce(parameters[3 * hidden]) { sum, u in
      sum + parameters[2 * hidden + u] * Elementary.tanh(parameters[u] * coupling + parameters[hidden + u])
    }
    return Self.softplus(output)
  }

  /// The largest |K′ − exact decimation| over some couplings.
  ///
  /// - Throws: `ChainError.setting`.
  public func largestError(at couplings: [Double], factor: Int = 2) throws(ChainError) -> Double {
    var largest = 0.0
    for coupling in couplings {
      let exact = try IsingChain(coupling: coupling).decimated(by: factor).coupling
      largest = max(largest, (self(coupling) - exact).magnitude)
    }
    return largest
  }

  /// ln(1 + eˣ).
  static func softplus(_ x: Double) -> Double {
    max(x, 0) + StableHyperbolic.logOnePlus(Elementary.exp(-x.magnitude))
  }

  static func check(hidden: Int) throws(ChainError) {
    guard (1...1024).contains(hidden) else {
      throw .setting(name: "the number of hidden units of a flow map", value: Double(hidden), allowed: "1 to 1024")
    }
  }
}
