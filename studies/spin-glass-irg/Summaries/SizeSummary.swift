import Statistics

/// The direct simulation of one size.
struct SizeSummary: Codable, Sendable {
  /// Averages of the last window at one temperature.
  struct Point: Codable, Sendable {
    let beta: Double
    let energy: Estimate
    let absolute: Estimate
    let square: Estimate
    let fourth: Estimate
    let binder: Estimate
    let correlationLength: Estimate
    let link: Estimate
    /// χ = V [⟨q²⟩].
    let susceptibility: Estimate
    let magnetization: Estimate?
    /// [⟨m²⟩] − [⟨q²⟩], same samples.
    let excess: Estimate?
  }

  let parameters: BatchParameters
  let samples: Int
  let points: [Point]
  /// The last window's blocks, for everything that is resampled together.
  let blocks: BlockMeans
  let equilibration: Equilibration
  /// Mean accepted fraction of each neighbouring pair.
  let exchangeRates: [Double]
  let fingerprint: String

  /// - Throws: `StatisticsError`.
  init(_ parameters: BatchParameters, _ batches: [BatchResult]) throws {
    self.parameters = parameters
    samples = 512 * batches.count
    let windows = (batches.first?.windows ?? []).indices.map { window in
      BlockMeans(
        side: parameters.side, betas: parameters.betas, batches: batches.map { $0.windows[window].means },
        sharing: parameters.randomSharing)
    }
    let last = windows[windows.count - 1]
    blocks = last
    points = try parameters.betas.indices.map { try Self.point(last, $0, parameters.measuresMagnetization) }
    let bounds = (batches.first?.windows ?? []).map { ($0.first, $0.last) }
    equilibration = try Equilibration(windows: Array(zip(bounds, windows)))
    exchangeRates = (batches.first?.exchangeRates ?? []).indices.map { pair in
      batches.reduce(0) { $0 + $1.exchangeRates[pair] } / Double(batches.count)
    }
    fingerprint = batches.map(\.fingerprint).joined(separator: "-")
  }

  private static func point(_ blocks: BlockMeans, _ beta: Int, _ hasMagnetization: Bool) throws -> Point {
    let estimates = try blocks.estimates(at: beta) { averages in
      let common = [
        averages[.energy], averages[.absoluteOverlap], averages[.overlapSquared], averages[.overlapFourth],
        averages.binder,
        averages.correlationLength, averages[.linkOverlap],
        averages.susceptibility,
      ]
      guard hasMagnetization else { return common }
      return common + [averages[.magnetizationSquared], averages[.magnetizationSquared] - averages[.overlapSquared]]
    }
    return Point(
      beta: blocks.betas[beta], energy: estimates[0], absolute: estimates[1], square: estimates[2],
      fourth: estimates[3], binder: estimates[4], correlationLength: estimates[5], link: estimates[6],
      susceptibility: estimates[7], magnetization: hasMagnetization ? estimates[8] : nil,
      excess: hasMagnetization ? estimates[9] : nil)
  }

  var side: Int { parameters.side }

  func point(at beta: Double) -> Point? { points.first { abs($0.beta - beta) < 1e-6 } }
}
