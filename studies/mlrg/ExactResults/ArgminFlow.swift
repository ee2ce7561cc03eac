/// The flow that takes the global minimum of (J₀, 0, 0, 0, 0) and then follows that minimum step by step.
struct ArgminFlow: Codable, Sendable {
  /// The J₀ that separates flow to zero from flow to infinity.
  let criticalStart: Double
  /// The fixed point that it reaches, with J₀ and J₁ made positive by flips of hidden and visible components.
  let fixedPoint: [Double]
  let divergence: Double
  /// By how much the divergence exceeds the lowest minimum over J' that is found from many starts.
  let excess: Double
  /// Eigenvalues of dJ'/dJ there, by descending modulus (real parts).
  let eigenvalues: [Double]
  /// Lengths |J| step by step for starts below, at and above the critical J₀.
  let lengths: [[Double]]

  /// Starts of `lengths` relative to the critical J₀.
  static let offsets: [Double] = [-0.03, -0.003, 0, 0.003, 0.03]

  init(_ model: FiveCouplings) throws {
    func next(_ j: [Double]) -> [Double] { model.image(of: j, from: j) }
    func first(_ start: Double) -> [Double] { model.globalImage(of: [start, 0, 0, 0, 0], starts: 12) }
    // Lengths that the flow passes once only, on its way to zero or to infinity.
    func isOrdered(_ start: Double) -> Bool {
      var j = first(start)
      for _ in 0..<200 {
        if Self.length(j) > 2 { return true }
        if Self.length(j) < 0.55 { return false }
        j = next(j)
      }
      return false
    }
    var (low, high) = (0.2, 1.6)
    while high - low > 1e-6 {
      let middle = (low + high) / 2
      if isOrdered(middle) { high = middle } else { low = middle }
    }
    let critical = (low + high) / 2
    criticalStart = critical
    var path = [first(critical)]
    for _ in 0..<40 { path.append(next(path[path.count - 1])) }
    let changes = zip(path, path.dropFirst()).map { abs(Self.length($0) - Self.length($1)) }
    let slowest = changes.indices.min { changes[$0] < changes[$1] } ?? 0
    let point = try model.fixedPoint(from: Self.oriented(path[slowest]))
    fixedPoint = point
    divergence = model.divergence(from: point, to: point)
    excess = divergence - model.divergence(from: point, to: model.globalImage(of: point))
    eigenvalues = try model.flowEigenvalues(at: point).map(\.real)
    lengths = Self.offsets.map { offset in
      let start = critical + offset
      var path = [first(start)]
      while path.count < 25, Self.length(path[path.count - 1]) < 4 {
        path.append(next(path[path.count - 1]))
      }
      return [start] + path.map(Self.length)
    }
  }

  private static func length(_ j: [Double]) -> Double { j.reduce(0) { $0 + $1 * $1 }.squareRoot() }

  /// Flips the hidden spins for J₀ > 0 and the second visible and hidden component for J₁ > 0.
  private static func oriented(_ j: [Double]) -> [Double] {
    var result = j[0] < 0 ? j.map { -$0 } : j
    if result[1] < 0 {
      result[1] *= -1
      result[2] *= -1
    }
    return result
  }
}
