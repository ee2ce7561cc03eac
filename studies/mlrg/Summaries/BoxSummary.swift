import Statistics

/// The independent runs of one configuration, reduced to what the report shows. The roots of successive epochs of one
/// run and the means of independent runs are kept apart: only the latter say how well a run determines J_c.
struct BoxSummary: Codable, Sendable {
  /// Run by run.
  let runs: [RootSummary]
  /// All runs' roots together, and those of the first run alone (what the paper's boxes show).
  let pooled: DrawnBox?
  let firstRun: DrawnBox?
  /// First, second and third quartile of the pooled roots, with jackknife errors over runs.
  let quartiles: [Estimate]
  /// Autocorrelation time of each run's roots in epochs, and the autocorrelation at lags 1, 5 and 10 averaged over runs.
  let autocorrelationTimes: [Estimate]
  let autocorrelations: [Estimate]
  /// Means over the four successive quarters of the recorded epochs, averaged over runs.
  let quarters: [Double]
  let acceptance: Double
  let bracketed: [Double]
  let sampled: [Int]
  let largestSampled: Double

  static let lags = [1, 5, 10]

  /// `coupling`: which component of the roots, 0 being the critical coupling of the A₁ model.
  init(_ flows: [TrainedFlow], coupling: Int = 0) throws {
    let roots = flows.map { $0.roots[coupling] }
    let finite = roots.map { $0.filter(\.isFinite) }
    runs = try roots.map { try RootSummary($0) }
    pooled = try DrawnBox(ifAny: finite.flatMap { $0 })
    firstRun = try DrawnBox(ifAny: finite.first ?? [])
    quartiles = try Self.quartiles(finite)
    let usable = finite.filter { $0.count > 100 && ($0.max() ?? 0) > ($0.min() ?? 0) }
    // A series whose summed autocorrelation is not positive has no autocorrelation time to show.
    let analyses = usable.compactMap { try? GammaMethod($0) }
    autocorrelationTimes = analyses.map { analysis in
      Estimate(analysis.estimate.tauInt ?? .nan, analysis.estimate.tauIntError ?? .nan)
    }
    autocorrelations =
      try usable.count < 2
      ? []
      : Self.lags.map { lag in
        try SampleMoments(usable.map { Self.autocorrelation($0, lag: lag) }).mean
      }
    quarters =
      usable.isEmpty
      ? []
      : (0..<4).map { quarter in
        let means = usable.map { run -> Double in
          let part = run[(quarter * run.count / 4)..<((quarter + 1) * run.count / 4)]
          return part.reduce(0, +) / Double(part.count)
        }
        return means.reduce(0, +) / Double(means.count)
      }
    acceptance = flows.map(\.acceptance).reduce(0, +) / Double(flows.count)
    bracketed = flows.compactMap(\.bracketed)
    sampled = flows.dropFirst().reduce(flows[0].sampled) { zip($0, $1.sampled).map(+) }
    largestSampled = flows.map(\.largestSampled).max() ?? 0
  }

  /// Means of the runs that have any roots.
  var runMeans: [Double] { runs.compactMap(\.mean) }
  var runDeviations: [Double] { runs.compactMap(\.standardDeviation) }

  /// Mean of the run means; its error comes from their scatter, which no length of a single run shows.
  func mean() throws -> Estimate? { try Self.moments(runMeans)?.mean }
  /// Standard deviation of the run means.
  func between() throws -> Estimate? { try Self.spread(runMeans) }
  /// Mean standard deviation inside a run.
  func within() throws -> Estimate? { try Self.moments(runDeviations)?.mean }
  /// Median standard deviation inside a run.
  func medianWithin() throws -> Double? {
    runDeviations.isEmpty ? nil : try percentiles(runDeviations, [50])[0]
  }
  /// The quartiles of single runs, averaged over runs.
  func runQuartiles() throws -> [Estimate] { try average([\.firstQuartile, \.median, \.thirdQuartile]) }
  /// The ends of the whiskers of single runs, averaged over runs.
  func runWhiskers() throws -> [Estimate] { try average([\.lowerWhisker, \.upperWhisker]) }

  private func average(_ parts: [KeyPath<BoxStatistics, Double>]) throws -> [Estimate] {
    let boxes = runs.compactMap(\.box)
    return boxes.count < 2 ? [] : try parts.map { part in try SampleMoments(boxes.map { $0[keyPath: part] }).mean }
  }

  /// Standard deviation of run values; nil with fewer than three, whose error cannot be told.
  static func spread(_ values: [Double]) throws -> Estimate? {
    values.count > 2 ? try SampleMoments(values).standardDeviation : nil
  }

  /// Moments of run values; nil with fewer than two runs, whose scatter is unknown.
  static func moments(_ values: [Double]) throws -> SampleMoments? {
    values.count > 1 ? try SampleMoments(values) : nil
  }

  private static func quartiles(_ runs: [[Double]]) throws -> [Estimate] {
    let kept = runs.filter { !$0.isEmpty }
    guard kept.count > 1 else { return [] }
    let full = try percentiles(kept.flatMap { $0 }, [25, 50, 75])
    let replicates = try kept.indices.map { left in
      try percentiles(kept.indices.filter { $0 != left }.flatMap { kept[$0] }, [25, 50, 75])
    }
    return try Jackknife(values: full, replicates: replicates).estimates.map { quartile in
      var estimate = quartile
      estimate.effectiveSamples = Double(kept.count)
      return estimate
    }
  }

  private static func autocorrelation(_ x: [Double], lag: Int) -> Double {
    let mean = x.reduce(0, +) / Double(x.count)
    let d = x.map { $0 - mean }
    let variance = d.reduce(0) { $0 + $1 * $1 }
    var sum = 0.0
    for i in 0..<(d.count - lag) { sum += d[i] * d[i + lag] }
    return sum / variance
  }
}

/// A box plot's numbers with the outliers to draw.
struct DrawnBox: Codable, Sendable {
  let box: BoxStatistics
  let outliers: [Double]

  /// The box of some values, nil if there are none.
  init?(ifAny values: [Double]) throws {
    guard !values.isEmpty else { return nil }
    try self.init(values)
  }

  init(_ values: [Double]) throws {
    let box = try BoxStatistics(values)
    self.box = box
    outliers = values.filter { $0 < box.lowerWhisker || $0 > box.upperWhisker }.sorted()
  }
}
