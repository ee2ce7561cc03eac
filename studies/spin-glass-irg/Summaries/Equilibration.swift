import Statistics

/// Whether the averages of the last logarithmic windows agree, temperature by temperature.
///
/// Differences are paired: the same samples in both windows, so that the scatter of the disorder drops out.
struct Equilibration: Codable, Sendable {
  /// One window at one temperature, compared with the last window.
  struct Comparison: Codable, Sendable {
    let first: Int
    let last: Int
    let energy: Estimate
    let square: Estimate
    let correlationLength: Estimate

    /// Largest |difference|/error of the three.
    var pull: Double {
      [energy, square, correlationLength].map { difference in
        difference.standardError > 0 ? abs(difference.value) / difference.standardError : 0
      }.max() ?? 0
    }
  }

  struct Point: Codable, Sendable {
    let beta: Double
    /// Earlier windows from the second of the measured ones to the last but one.
    let comparisons: [Comparison]

    /// The largest |difference|/error of the two windows before the last, in energy, [⟨q²⟩] and ξ/L.
    var pull: Double { comparisons.suffix(2).map(\.pull).max() ?? .infinity }

    /// The two windows before the last agree with it.
    var isEquilibrated: Bool { comparisons.count >= 2 && pull <= Equilibration.limit }
  }

  let points: [Point]

  /// Six differences exceed this together as rarely as one exceeds two standard errors (4.6 %).
  static let limit = 2.66

  /// - Parameter windows: first and last sweep of each window with its blocks, in order of time.
  init(windows: [((first: Int, last: Int), BlockMeans)]) throws {
    guard let (_, last) = windows.last else {
      points = []
      return
    }
    points = try last.betas.indices.map { beta in
      Point(
        beta: last.betas[beta],
        comparisons: try windows.dropLast().map { bounds, window in
          let own = try Self.differences(window, last, beta)
          return Comparison(
            first: bounds.first, last: bounds.last, energy: own[0], square: own[1], correlationLength: own[2])
        })
    }
  }

  private static func differences(_ window: BlockMeans, _ last: BlockMeans, _ beta: Int) throws -> [Estimate] {
    let count = window.means[beta].count
    return try Jackknife(of: window.means[beta] + last.means[beta]) { means in
      let early = Averages(side: window.side, means: Array(means[..<count]))
      let late = Averages(side: window.side, means: Array(means[count...]))
      return [
        early[.energy] - late[.energy], early[.overlapSquared] - late[.overlapSquared],
        early.correlationLength - late.correlationLength,
      ]
    }.estimates
  }

  /// The largest β up to which every temperature passes; nil if the smallest fails.
  var equilibratedUpTo: Double? { points.prefix { $0.isEquilibrated }.last?.beta }

  var isEquilibrated: Bool { points.allSatisfy(\.isEquilibrated) }
}
