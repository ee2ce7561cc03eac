import Foundation
import GSL

/// The error of the mean of a correlated time series by the Γ-method (U. Wolff, Comput. Phys. Commun. 156,
/// 143 (2004), hep-lat/0306017): the autocorrelation function Γ(t) is summed up to a window W that balances
/// the statistical error of the sum against the truncation.
///
/// ```swift
/// let energy = try GammaMethod(energies).estimate      // −1.4187(12), τ_int and N_eff inside
/// ```
///
/// With N = Σ N_r samples in R replicas about the common mean ā:
///
/// - Γ(t) = Σ_r Σ_i (a_i − ā)(a_{i+t} − ā) / (N − R t), after which every Γ(t) gains C(W)/N, what the use of
///   ā in place of the true mean takes away (bias correction, equation 49 of the paper);
/// - τ_int = ½ + Σ_{t=1}^{W} Γ(t)/Γ(0) and σ² = C(W)/N with C(W) = Γ(0) + 2 Σ_{t=1}^{W} Γ(t) = 2 τ_int Γ(0);
/// - W is the first t at which exp(−t/τ) − τ/√(t N) < 0, with τ = S / ln((2 τ_int + 1)/(2 τ_int − 1)) from
///   the sum up to t;
/// - the error of τ_int is 2 τ_int √((W + ½ − τ_int)/N) (equation 42); the relative error of σ is √((W +
///   ½)/N).
///
/// `S` is the assumed ratio of the slowest time scale to τ_int. The default 2.0 is that of pyerrors; Wolff's
/// own code has 1.5, a slightly shorter window with less noise and more truncation.
public struct GammaMethod: Sendable {
  /// Mean with its error, τ_int ± error, N_eff = N/(2 τ_int), and N/(2W + 1) degrees of freedom: as many as a
  /// χ² law has whose square root scatters like σ does.
  public let estimate: Estimate
  /// Standard error of `estimate.standardError`.
  public let errorOfError: Double
  /// W, in units of the spacing of the samples.
  public let window: Int
  /// False if no t up to half of the shortest replica met the window condition: that replica is too short for
  /// the autocorrelation time, and the error is a lower limit.
  public let windowFound: Bool
  /// Γ(t)/Γ(0) for t = 0...2W (less where a replica is too short), free of the bias of order 1/N.
  public let normalizedAutocorrelation: [Double]
  /// Probability that the means of the replicas scatter at least as much as they do about the common mean;
  /// `nil` for one replica.
  public let replicaProbability: Double?

  /// Analyses one time series.
  ///
  /// - Parameters:
  ///   - series: at least 4 finite numbers, equally spaced in time, not all equal.
  ///   - s: S of the window condition, > 0; default 2.
  /// - Throws: `StatisticsError`.
  public init(_ series: [Double], s: Double = 2) throws(StatisticsError) {
    try self.init(replicas: [series], s: s)
  }

  /// Analyses several statistically independent time series of one observable together.
  ///
  /// - Parameters:
  ///   - replicas: at least one series of at least 4 finite numbers each; their lengths may differ.
  ///   - s: S of the window condition, > 0; default 2.
  /// - Throws: `StatisticsError`.
  public init(replicas: [[Double]], s: Double = 2) throws(StatisticsError) {
    try Self.validate(replicas, s)
    try self.init(value: Self.mean(replicas), projected: replicas, s: s)
  }

  /// The value f(ā₁, ā₂, …) of a function of several observables measured in the same chains, and its error
  /// by linear propagation of their fluctuations. The value keeps its bias of order 1/N.
  ///
  /// - Parameters:
  ///   - observables: one entry per observable, each a list of replicas; the shapes must agree.
  ///   - s: S of the window condition, > 0; default 2.
  ///   - function: the derived quantity as a function of the means; differentiated by central differences of
  ///     one uncorrelated standard error.
  /// - Throws: `StatisticsError`, or the error of `function`.
  public init(
    observables: [[[Double]]], s: Double = 2, function: ([Double]) throws -> Double
  ) throws {
    let operation = "Γ-method"
    guard let shape = observables.first?.map(\.count) else {
      throw StatisticsError.tooFew(operation: operation, items: "observables", count: 0, minimum: 1)
    }
    for (index, replicas) in observables.enumerated() {
      guard replicas.map(\.count) == shape else {
        throw StatisticsError.invalidArgument(
          operation: operation,
          why: "observable \(index) has replicas of lengths \(replicas.map(\.count)), not \(shape)")
      }
      try Self.validate(replicas, s)
    }
    let means = observables.map(Self.mean)
    let value = try function(means)
    let gradient = try Self.gradient(observables, means, function)
    guard value.isFinite, gradient.allSatisfy(\.isFinite) else {
      throw StatisticsError.notFinite(operation: operation, what: "the function or its gradient at \(means)")
    }
    let projected = shape.indices.map { r in
      (0..<shape[r]).map { i in
        gradient.indices.reduce(0) { $0 + gradient[$1] * (observables[$1][r][i] - means[$1]) }
      }
    }
    try self.init(value: value, projected: projected, s: s)
  }

  private init(value: Double, projected: [[Double]], s: Double) throws(StatisticsError) {
    let mean = Self.mean(projected)
    let fluctuations = projected.map { $0.map { $0 - mean } }
    let total = Double(projected.reduce(0) { $0 + $1.count })
    let longest = (projected.map(\.count).min() ?? 0) / 2
    let raw = Self.autocovariance(fluctuations, total: total, longest: longest, s: s)
    guard raw.gamma[0] > 0 else {
      throw .constantSeries(operation: "Γ-method", value: value)
    }
    let uncorrected = Self.windowedSum(raw.gamma, raw.window)
    let gamma = raw.gamma.map { $0 + uncorrected / total }
    let corrected = Self.windowedSum(gamma, raw.window)
    guard corrected > 0 else {
      throw .invalidArgument(
        operation: "Γ-method",
        why: "the summed autocorrelation is not positive up to W = \(raw.window); the series is too short")
    }
    let tau = corrected / (2 * gamma[0])
    let w = Double(raw.window)
    let standardError = (corrected / total).squareRoot()
    estimate = Estimate(
      value, standardError, degreesOfFreedom: total / (2 * w + 1), tauInt: tau,
      tauIntError: 2 * tau * (max(0, w + 0.5 - tau) / total).squareRoot(), effectiveSamples: total / (2 * tau)
    )
    errorOfError = standardError * ((w + 0.5) / total).squareRoot()
    window = raw.window
    windowFound = raw.found
    normalizedAutocorrelation = gamma.map { $0 / gamma[0] }
    replicaProbability = Self.consistency(of: fluctuations, variancePerSample: corrected)
  }
}

extension GammaMethod {
  private static func validate(_ replicas: [[Double]], _ s: Double) throws(StatisticsError) {
    let operation = "Γ-method"
    guard s > 0, s.isFinite else {
      throw .invalidArgument(operation: operation, why: "S is \(s); it must be finite and > 0")
    }
    guard !replicas.isEmpty else {
      throw .tooFew(operation: operation, items: "replicas", count: 0, minimum: 1)
    }
    for (r, series) in replicas.enumerated() {
      let name = replicas.count == 1 ? "samples" : "samples in replica \(r)"
      guard series.count >= 4 else {
        throw .tooFew(operation: operation, items: name, count: series.count, minimum: 4)
      }
      try StatisticsError.requireFinite(series, replicas.count == 1 ? "series" : "replica \(r)", operation)
    }
    guard let first = replicas.first?.first, replicas.contains(where: { $0.contains { $0 != first } }) else {
      throw .constantSeries(operation: operation, value: replicas[0][0])
    }
  }

  private static func mean(_ replicas: [[Double]]) -> Double {
    let sum = replicas.reduce(0) { $0 + $1.reduce(0, +) }
    return sum / Double(replicas.reduce(0) { $0 + $1.count })
  }

  private static func gradient(
    _ observables: [[[Double]]], _ means: [Double], _ function: ([Double]) throws -> Double
  ) rethrows -> [Double] {
    try means.indices.map { k in
      let squares = observables[k].reduce(0) { sum, series in
        sum + series.reduce(0) { $0 + ($1 - means[k]) * ($1 - means[k]) }
      }
      let count = Double(observables[k].reduce(0) { $0 + $1.count })
      let step = squares.squareRoot() / count
      var (above, below) = (means, means)
      above[k] += step
      below[k] -= step
      return try (function(above) - function(below)) / (above[k] - below[k])
    }
  }

  /// Γ(t) up to twice the window, computed only as far as needed: O(N W).
  private static func autocovariance(
    _ fluctuations: [[Double]], total: Double, longest: Int, s: Double
  ) -> (gamma: [Double], window: Int, found: Bool) {
    let replicas = Double(fluctuations.count)
    var gamma = [fluctuations.reduce(0) { $0 + laggedProduct($1, 0) } / total]
    guard gamma[0] > 0 else { return (gamma, 0, false) }
    var integral = 0.0
    var window: Int?
    var t = 1
    while t <= min(longest, window.map { 2 * $0 } ?? longest) {
      let lag = Double(t)
      gamma.append(fluctuations.reduce(0) { $0 + laggedProduct($1, t) } / (total - replicas * lag))
      if window == nil {
        integral += gamma[t] / gamma[0]
        // The limit τ → 0 of an anticorrelated or uncorrelated series closes the window at once.
        let tau = integral > 0 ? s / log((integral + 1) / integral) : Double.ulpOfOne
        if exp(-lag / tau) - tau / (lag * total).squareRoot() < 0 { window = t }
      }
      t += 1
    }
    return (gamma, window ?? gamma.count - 1, window != nil)
  }

  private static func laggedProduct(_ a: [Double], _ lag: Int) -> Double {
    a.withUnsafeBufferPointer { a in
      var sum = 0.0
      for i in 0..<max(0, a.count - lag) { sum += a[i] * a[i + lag] }
      return sum
    }
  }

  private static func windowedSum(_ gamma: [Double], _ window: Int) -> Double {
    gamma[0] + 2 * gamma[1...].prefix(window).reduce(0, +)
  }
  /// χ² = Σ_r N_r (ā_r − ā)²/C(W) has R − 1 degrees of freedom if all replicas sample the same law.
  private static func consistency(of fluctuations: [[Double]], variancePerSample: Double) -> Double? {
    guard fluctuations.count > 1 else { return nil }
    let chiSquared = fluctuations.reduce(0) { total, series in
      let sum = series.reduce(0, +)
      return total + sum * sum / Double(series.count) / variancePerSample
    }
    return chiSquaredUpperTail(chiSquared, Double(fluctuations.count - 1))
  }
}
