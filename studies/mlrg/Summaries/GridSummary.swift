import Statistics

/// Runs along one hyper-parameter: `replicates` independent ones at every value.
struct GridSummary: Codable, Sendable {
  struct Point: Codable, Sendable {
    let value: Int
    let runs: [RootSummary]

    var means: [Double] { runs.compactMap(\.mean) }
    var deviations: [Double] { runs.compactMap(\.standardDeviation) }
    /// Fraction of recorded epochs with a root.
    var finiteFraction: Double { runs.map(\.finiteFraction).reduce(0, +) / Double(max(1, runs.count)) }

    /// Mean of the run means, nil with fewer than two runs that have roots.
    func mean() throws -> Estimate? { means.count > 1 ? try SampleMoments(means).mean : nil }
    /// Mean standard deviation inside a run.
    func within() throws -> Estimate? { deviations.count > 1 ? try SampleMoments(deviations).mean : nil }
  }

  let points: [Point]

  /// `runs`: value by value, `replicates` runs each.
  init(values: [Int], replicates: Int, runs: [RootSummary]) {
    points = values.indices.map { i in
      Point(value: values[i], runs: Array(runs[(i * replicates)..<((i + 1) * replicates)]))
    }
  }

  func point(_ value: Int) -> Point? { points.first { $0.value == value } }

  /// Means and standard deviations of all runs at values of at least `value`.
  func runs(from value: Int) -> (means: [Double], deviations: [Double]) {
    let chosen = points.filter { $0.value >= value }
    return (chosen.flatMap(\.means), chosen.flatMap(\.deviations))
  }
}
