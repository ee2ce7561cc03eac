import GSL

/// The sums over configurations that the least-squares fit of a linear inverse transformation needs.
///
/// The normal equations Σ p pᵀ K = Σ p φ run over all fine sites with oriented patch p and target φ. Summed
/// over a periodic lattice, p_e p_f depends on the difference of the two sites only: the matrix consists of
/// the correlations C(a, b) = Σ φ'(y, x) φ'(y + a, x + b) of the coarse field φ', and the right-hand side of
/// the correlations of coarse with fine field. So the sums of one large window contain those of every smaller
/// one. Sums of disjoint blocks of configurations can be added: accumulate one for each block, and fits
/// of all, of all but one and of single blocks cost nothing more.
public struct RegressionSums: Sendable, Hashable, Codable {
  /// The largest window that can be fitted.
  public let window: PatchWindow
  /// Fine sites that were counted.
  public private(set) var sites = 0
  /// Σ φ² over the fine sites.
  public private(set) var targetSquare = 0.0
  /// Correlations of the coarse field summed over the four orientations, lag (a, b) at a · rows + b.
  private var lags: [Double]
  /// Σ p_e φ for each site of the window.
  private var projections: [Double]

  /// Sums of nothing.
  ///
  /// - Parameter window: the largest window that will be fitted; its sums contain those of all smaller ones.
  public init(window: PatchWindow) {
    self.window = window
    lags = [Double](repeating: 0, count: window.rows * window.rows)
    projections = [Double](repeating: 0, count: window.count)
  }

  /// Sums over the given pairs.
  ///
  /// - Throws: `InverseMapError.windowTooLarge`.
  public init(window: PatchWindow, _ pairs: FieldPairs) throws(InverseMapError) {
    self.init(window: window)
    try add(pairs)
  }

  /// Adds configurations.
  ///
  /// - Throws: `InverseMapError.windowTooLarge`.
  public mutating func add(_ pairs: FieldPairs) throws(InverseMapError) {
    try window.requireFit(side: pairs.side)
    CorrelationKernel(window: window, side: pairs.side).add(pairs, lags: &lags, projections: &projections)
    targetSquare += pairs.fine.reduce(0) { $0 + $1 * $1 }
    sites += pairs.fineSites
  }

  /// The sums of both sets of configurations.
  ///
  /// - Throws: `InverseMapError.windowNotCovered` where the windows differ.
  public func adding(_ other: RegressionSums) throws(InverseMapError) -> RegressionSums {
    guard other.window == window else {
      throw .windowNotCovered(
        window: other.window.description, rows: other.window.rows, available: window.rows)
    }
    var sum = self
    sum.sites += other.sites
    sum.targetSquare += other.targetSquare
    for i in lags.indices { sum.lags[i] += other.lags[i] }
    for i in projections.indices { sum.projections[i] += other.projections[i] }
    return sum
  }

  /// The linear map of least mean squared error (NET-A), from the normal equations.
  ///
  /// - Parameters:
  ///   - window: any window inside that of the sums.
  ///   - symmetrized: whether the kernel is its own transpose (3 × 3: 6 numbers instead of 9), as the
  ///     symmetry of the lattice wants it.
  /// - Returns: the map.
  /// - Throws: `InverseMapError.noConfigurations`, `.windowNotCovered` or `.undetermined`.
  public func fit(_ window: PatchWindow, symmetrized: Bool = true) throws(InverseMapError) -> LinearInverse {
    guard sites > 0 else { throw .noConfigurations }
    let groups = symmetrized ? window.orbits : window.offsets.indices.map { [$0] }
    let (matrix, projections) = try normalEquations(window)
    let reduced = groups.map { left in
      groups.map { right in left.reduce(0) { sum, e in right.reduce(sum) { $0 + matrix[e][$1] } } }
    }
    let solution: [Double]
    do {
      solution = try solve(reduced, groups.map { $0.reduce(0) { $0 + projections[$1] } })
    } catch {
      throw .undetermined(window: window.description, reason: error.description)
    }
    var kernel = [Double](repeating: 0, count: window.count)
    for (group, value) in zip(groups, solution) { for e in group { kernel[e] = value } }
    return try LinearInverse(window: window, kernel: kernel)
  }

  /// The mean squared error of a linear map on the configurations of the sums, per fine site.
  ///
  /// - Throws: `InverseMapError.noConfigurations` or `.windowNotCovered`.
  public func meanSquaredError(_ map: LinearInverse) throws(InverseMapError) -> Double {
    guard sites > 0 else { throw .noConfigurations }
    let (matrix, projections) = try normalEquations(map.window)
    var sum = targetSquare
    for (e, k) in map.kernel.enumerated() {
      let row = zip(matrix[e], map.kernel).reduce(0) { $0 + $1.0 * $1.1 }
      sum += k * (row - 2 * projections[e])
    }
    return sum / Double(sites)
  }

  /// The derivative of the mean squared error with respect to the kernel; zero at an unsymmetrised fit.
  ///
  /// - Throws: `InverseMapError.noConfigurations` or `.windowNotCovered`.
  public func gradient(_ map: LinearInverse) throws(InverseMapError) -> [Double] {
    guard sites > 0 else { throw .noConfigurations }
    let (matrix, projections) = try normalEquations(map.window)
    return map.kernel.indices.map { e in
      let row = zip(matrix[e], map.kernel).reduce(0) { $0 + $1.0 * $1.1 }
      return 2 * (row - projections[e]) / Double(sites)
    }
  }

  /// Σ p pᵀ and Σ p φ of a window inside that of the sums.
  private func normalEquations(
    _ inner: PatchWindow
  ) throws(InverseMapError) -> (matrix: [[Double]], projections: [Double]) {
    let indices = inner.offsets.compactMap { window.offsets.firstIndex(of: $0) }
    guard indices.count == inner.count else {
      throw .windowNotCovered(window: inner.description, rows: inner.rows, available: window.rows)
    }
    let matrix = inner.offsets.map { e in
      inner.offsets.map { f in lags[abs(e.x - f.x) * window.rows + abs(e.y - f.y)] }
    }
    return (matrix, indices.map { projections[$0] })
  }
}
