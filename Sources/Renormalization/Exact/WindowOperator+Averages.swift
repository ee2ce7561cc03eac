import GSL

extension WindowOperator {
  /// Exact averages of the lattice of side 2ⁿ that n doublings make of one spin +1, for all 86 orbits.
  ///
  /// - Parameter doublings: n ≥ 0.
  /// - Returns: all ones for n = 0. At side 2 the sites of a window coincide in pairs; those that remain are
  ///   independent with mean f(+, +, +, +). From there on s(2L) = M s(L)/4.
  public func averages(doublings: Int) -> WindowAverages {
    precondition(doublings >= 0, "a lattice is doubled 0 or more times, not \(doublings)")
    var values = [Double](repeating: 1, count: WindowOrbits.all.count)
    guard doublings > 0 else { return WindowAverages(unchecked: values) }
    for orbit in WindowOrbits.all {
      for _ in 0..<Self.remainder(of: orbit) { values[orbit.index] *= conditionalMagnetization[15] }
    }
    for _ in 1..<max(1, doublings) { values = doubled(values) }
    return WindowAverages(unchecked: values)
  }

  /// Averages of the doubled lattice, M s/4, for any ensemble of coarse lattices of side ≥ 2 whose products
  /// have the averages s.
  public func doubled(_ averages: WindowAverages) -> WindowAverages {
    WindowAverages(unchecked: doubled(averages.values))
  }

  /// Even averages of the infinite lattice, the fixed point s = M s/4 with s = 1 for the empty set; odd ones
  /// are zero.
  ///
  /// - Throws: `RenormalizationError.numerical` where M has the eigenvalue 4 twice, as for rules without noise.
  public func fixedPointAverages() throws(RenormalizationError) -> WindowAverages {
    var matrix = fluctuating(.even).map { $0.map { -$0 } }
    for i in matrix.indices { matrix[i][i] += 4 }
    let even: [Double]
    do throws(GSLError) {
      even = try solve(matrix, self.even.dropFirst().map { $0[0] })
    } catch {
      throw .numerical(error)
    }
    var values = [Double](repeating: 0, count: WindowOrbits.all.count)
    for (orbit, value) in zip(WindowOrbits.even, [1] + even) { values[orbit] = value }
    return WindowAverages(unchecked: values)
  }

  private func doubled(_ values: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: values.count)
    for (orbits, block) in [(WindowOrbits.odd, odd), (WindowOrbits.even, even)] {
      for (orbit, row) in zip(orbits, block) {
        var sum = 0.0
        for (b, element) in zip(orbits, row) { sum += element * values[b] }
        result[orbit] = sum / 4
      }
    }
    return result
  }

  /// Number of sites of the 2 × 2 torus that a product covers an odd number of times.
  private static func remainder(of orbit: WindowOrbit) -> Int {
    let wrapped = orbit.sites.reduce(0) { $0 ^ 1 << (2 * ($1.row % 2) + $1.column % 2) }
    return wrapped.nonzeroBitCount
  }
}
