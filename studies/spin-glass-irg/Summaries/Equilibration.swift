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
    var pull: Double { differences.map(Self.pull).max() ?? 0 }

    private var differences: [Estimate] { [energy, square, correlationLength] }

    /// The difference with the largest pull, and what of.
    var largest: (symbol: String, difference: Estimate) {
      let symbols = ["$e$", "$[\\langle q^2\\rangle]$", "$\\xi/L$"]
      return zip(symbols, differences).max { Self.pull($0.1) < Self.pull($1.1) }.map { ($0.0, $0.1) } ?? (
        "", Estimate(0)
      )
    }

    private static func pull(_ difference: Estimate) -> Double {
      difference.standardError > 0 ? abs(difference.value) / difference.standardError : 0
    }
  }

  /// What the windows say.
  enum Verdict: String, Codable, Sendable {
    /// The two windows before the last agree with it.
    case settled
    /// The last two windows agree, the one before them still differs.
    case late
    /// The last two windows differ.
    case drifting
  }

  struct Point: Codable, Sendable {
    let beta: Double
    /// Every window but the last, in order of time.
    let comparisons: [Comparison]

    /// The largest |difference|/error of the two windows before the last, in energy, [⟨q²⟩] and ξ/L.
    var pull: Double { comparisons.suffix(2).map(\.pull).max() ?? .infinity }

    var verdict: Verdict {
      guard comparisons.count >= 2, let late = comparisons.last, late.pull <= Equilibration.limit else {
        return .drifting
      }
      return pull <= Equilibration.limit ? .settled : .late
    }

    /// What [⟨q²⟩] of the last window still lacks if the differences from window to window go on shrinking at the
    /// same rate; nil if they do not shrink.
    var remainingBias: Double? {
      let late = comparisons.suffix(2).map(\.square.value)
      guard late.count == 2 else { return nil }
      let (before, last) = (late[1] - late[0], -late[1])
      let ratio = last / before
      return ratio > 0 && ratio < 1 ? last * ratio / (1 - ratio) : nil
    }
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

  /// The largest β up to which every temperature has settled; nil if the smallest has not.
  var settledUpTo: Double? { points.prefix { $0.verdict == .settled }.last?.beta }

  /// The worst of all temperatures.
  var verdict: Verdict {
    if points.contains(where: { $0.verdict == .drifting }) { return .drifting }
    return points.contains { $0.verdict == .late } ? .late : .settled
  }

  /// Every temperature has settled.
  var isEquilibrated: Bool { verdict == .settled }
}
