import Renormalization

/// Exact eigenvalues over a rectangle of (W₁, W₂) at fixed W₀.
struct ExponentPlane: Codable, Sendable {
  let w0: Double
  let w1: [Double]
  let w2: [Double]
  /// Rows by W₂, columns by W₁.
  let lambdaH: [[Double]]
  let lambdaT: [[Double]]
  /// Tuned nets, whatever their W₀: (W₁, W₂).
  let tuned: [[Double]]
}

extension ExponentPlane {
  /// - Parameters:
  ///   - points: points a side of the rectangle W₁ in 0.4…1.6, W₂ in −0.4…0.8.
  ///   - tuned: weights of tuned nets to mark.
  init(w0: Double, points: Int, tuned: [[Double]]) throws {
    self.w0 = w0
    func grid(_ low: Double, _ high: Double) -> [Double] {
      (0..<points).map { low + (high - low) * Double($0) / Double(points - 1) }
    }
    let (columns, rows) = (grid(0.4, 1.6), grid(-0.4, 0.8))
    let values = try rows.map { w2 in
      try columns.map { w1 in try WindowOperator(w0: w0, w1: w1, w2: w2).scalingEigenvalues() }
    }
    (w1, w2) = (columns, rows)
    lambdaH = values.map { $0.map(\.magnetic) }
    lambdaT = values.map { $0.map(\.thermal) }
    self.tuned = tuned.map { [$0[1], $0[2]] }
  }
}
