import Statistics

/// Jackknife errors of quantities that depend on several independent ensembles: each is jackknifed in turn
/// with the others complete, and the variances are added.
struct IndependentJackknife {
  let values: [Double]
  /// For each ensemble the quantities without each of its bins: ensembles × bins × quantities.
  let groups: [[[Double]]]

  /// Each quantity with the effective number of degrees of freedom of its error, (Σ v)² / Σ v²/(B − 1) over
  /// the ensembles' variances v and numbers of bins B (F. E. Satterthwaite, Biometrics Bull. 2 (1946) 110).
  func estimates() throws(FieldFlowError) -> [Estimate] {
    var variances = [Double](repeating: 0, count: values.count)
    var weights = [Double](repeating: 0, count: values.count)
    for replicates in groups {
      do throws(StatisticsError) {
        let jackknife = try Jackknife(values: values, replicates: replicates)
        for (k, estimate) in jackknife.estimates.enumerated() {
          let variance = estimate.standardError * estimate.standardError
          variances[k] += variance
          weights[k] += variance * variance / Double(replicates.count - 1)
        }
      } catch {
        throw .statistics(error)
      }
    }
    return values.indices.map { k in
      let freedom: Double? = weights[k] > 0 ? variances[k] * variances[k] / weights[k] : nil
      return Estimate(values[k], variances[k].squareRoot(), degreesOfFreedom: freedom)
    }
  }
}
