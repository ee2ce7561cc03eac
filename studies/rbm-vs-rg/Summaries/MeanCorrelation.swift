import Statistics

/// Correlation against distance, as the mean over machines on independent data with the error of that mean.
struct MeanCorrelation {
  let distances: [Double]
  let values: [Estimate]

  /// - Parameter curves: of each machine, distances in units of the coarse lattice and the correlation there. Distances
  ///   fall into bins of half a unit around 1, 1.5, 2, …; a bin that a machine has no pair in is left out.
  init(_ curves: [(distances: [Double], values: [Double])]) {
    var bins: [Int: [(distance: Double, value: Double)]] = [:]
    for curve in curves {
      for (distance, value) in zip(curve.distances, curve.values) {
        bins[Int(((distance - 0.75) / 0.5).rounded(.down)), default: []].append((distance, value))
      }
    }
    let complete = bins.filter { $0.value.count == curves.count }.sorted { $0.key < $1.key }.map(\.value)
    distances = complete.map { bin in bin.map(\.distance).reduce(0, +) / Double(bin.count) }
    values = complete.map { bin in (try? MachineSummary.mean(bin.map(\.value))) ?? Estimate(.nan) }
  }
}
