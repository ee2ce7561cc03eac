/// The error of the mean of a correlated time series from the scatter of the means of bins, against the size
/// of the bins: it grows from the naive error to a plateau once a bin is longer than the autocorrelation time
/// (H. Flyvbjerg and H. G. Petersen, J. Chem. Phys. 91, 461 (1989)). An independent check of ``GammaMethod``.
public struct Binning: Sendable {
  /// The analysis with bins of one size.
  public struct Level: Sendable, Equatable {
    /// Samples in a bin.
    public let size: Int
    /// Number of bins; samples left over at the end are not used.
    public let bins: Int
    /// Standard error of the mean if bins were independent.
    public let standardError: Double
    /// Standard error of `standardError` if bins were independent: 1/√(2 (bins − 1)) of it.
    public let errorOfError: Double
  }

  /// Levels with bins of 1, 2, 4, … samples.
  public let levels: [Level]
  /// Index of the first level whose bin size B satisfies B³ > 2 N (σ_B/σ₁)⁴, where truncation and noise
  /// balance (Wolff, Comput. Phys. Commun. 156, 143 (2004); R. M. Lee et al., Phys. Rev. E 83, 066706
  /// (2011)); `nil` where no level does: the series is too short for its autocorrelation time.
  public let plateau: Int?
  /// The mean with the error of the plateau, or of the largest bins where there is none; τ_int = ½ (σ_B/σ₁)²;
  /// bins − 1 degrees of freedom.
  public let estimate: Estimate

  /// Bins one time series.
  ///
  /// - Parameters:
  ///   - series: finite numbers, equally spaced in time, at least `minimumBins` of them.
  ///   - minimumBins: levels stop before fewer bins than this are left; at least 2.
  /// - Throws: `StatisticsError`.
  public init(_ series: [Double], minimumBins: Int = 16) throws(StatisticsError) {
    let operation = "binning"
    guard minimumBins >= 2 else {
      throw .invalidArgument(operation: operation, why: "minimumBins is \(minimumBins); it must be >= 2")
    }
    guard series.count >= minimumBins else {
      throw .tooFew(operation: operation, items: "samples", count: series.count, minimum: minimumBins)
    }
    try StatisticsError.requireFinite(series, "series", operation)
    var levels: [Level] = []
    var bins = series
    var size = 1
    while bins.count >= minimumBins {
      levels.append(Self.level(bins, size: size))
      bins = (0..<bins.count / 2).map { pair -> Double in 0.5 * (bins[2 * pair] + bins[2 * pair + 1]) }
      size *= 2
    }
    let naive = levels[0].standardError
    let n = Double(series.count)
    let plateau = levels.firstIndex { level -> Bool in
      let ratio: Double = naive > 0 ? level.standardError / naive : 1
      let cube: Double = Double(level.size) * Double(level.size) * Double(level.size)
      let square: Double = ratio * ratio
      return cube > 2 * n * square * square
    }
    let chosen = levels[plateau ?? levels.count - 1]
    let ratio = naive > 0 ? chosen.standardError / naive : 1
    let tau: Double = ratio * ratio / 2
    let freedom = Double(chosen.bins - 1)
    self.levels = levels
    self.plateau = plateau
    estimate = Estimate(
      series.reduce(0, +) / n, chosen.standardError, degreesOfFreedom: freedom, tauInt: tau,
      tauIntError: 2 * tau / (2 * freedom).squareRoot(), effectiveSamples: tau > 0 ? n / (2 * tau) : nil)
  }

  private static func pairMeans(_ bins: [Double]) -> [Double] {
    (0..<bins.count / 2).map { (pair: Int) -> Double in
      let first: Double = bins[2 * pair]
      return (first + bins[2 * pair + 1]) / 2
    }
  }

  private static func level(_ bins: [Double], size: Int) -> Level {
    let count = Double(bins.count)
    let mean = bins.reduce(0, +) / count
    let squares = bins.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let standardError = (squares / (count * (count - 1))).squareRoot()
    return Level(
      size: size, bins: bins.count, standardError: standardError,
      errorOfError: standardError / (2 * (count - 1)).squareRoot())
  }
}
