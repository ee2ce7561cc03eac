import Statistics

/// The jackknife over blocks of disorder samples of quantities that depend on several systems.
///
/// Systems with equally many blocks lose block b together: right for systems of the same samples (temperatures of one
/// size, a lattice and its renormalized image), whose correlations are kept, and for independent ones, whose replicates
/// are uncorrelated on average. Systems with different numbers of blocks are independent: each number of blocks is
/// deleted in turn with the others complete, and the variances are added.
public enum OverlapJackknife {
  /// Quantities with errors from leaving out one block at a time, with the factor (B − 1)/B.
  ///
  /// - Parameters:
  ///   - systems: the systems the quantities depend on.
  ///   - derived: the averages of the systems, in the same order, to the quantities, always equally many.
  /// - Returns: the quantities; nothing in place of one that is not finite for the complete data or in a replicate.
  /// - Throws: `OverlapFlowError.statistics`.
  public static func estimates(
    of systems: [OverlapAverages], _ derived: ([OverlapMeans]) -> [Double]
  ) throws(OverlapFlowError) -> [Estimate?] {
    let values = derived(systems.map { $0.means() })
    let groups = replicates(of: systems, derived)
    return try values.indices.map { (k) throws(OverlapFlowError) -> Estimate? in
      let columns = groups.map { $0.map { [$0[k]] } }
      guard values[k].isFinite, columns.allSatisfy({ $0.allSatisfy { $0[0].isFinite } }) else { return nil }
      do throws(FieldFlowError) {
        return try IndependentJackknife(values: [values[k]], groups: columns).estimates()[0]
      } catch {
        throw OverlapFlowError(error)
      }
    }
  }

  /// The quantities without each block, one group for every number of blocks, in ascending order.
  static func replicates(
    of systems: [OverlapAverages], _ derived: ([OverlapMeans]) -> [Double]
  ) -> [[[Double]]] {
    let complete = systems.map { $0.means() }
    return Set(systems.map(\.blocks.count)).sorted().map { count in
      (0..<count).map { block in
        derived(
          systems.indices.map { k in
            systems[k].blocks.count == count ? systems[k].means(without: block) : complete[k]
          })
      }
    }
  }
}

extension OverlapFlowError {
  fileprivate init(_ error: FieldFlowError) {
    switch error {
    case .statistics(let error): self = .statistics(error)
    default: self = .badInput(operation: "jackknife", why: error.description)
    }
  }
}
