import Learning
import Statistics

/// The least-squares inverse of one kernel.
struct LinearSummary: Codable, Sendable {
  let kernel: TrainingParameters.Kernel
  /// Names which pairs it was fitted to.
  let pairs: String
  let map: LinearInverse
  /// Its kernel with jackknife errors, in the order of the window.
  let kernelEstimates: [Estimate]
  let meanSquaredError: Double
  /// Σ K, with the error from leaving out one chain at a time.
  let gain: Estimate
  /// −log₂ gain.
  let betaNu: Estimate
  /// Standard deviation of β/ν between fits to single chains.
  let spread: Double
  let configurationsPerChain: Int
}

extension TrainingParameters.Kernel {
  /// The coarse sites that a fine one sees.
  ///
  /// - Throws: never for these kernels, but the window's own error otherwise.
  func window() throws -> PatchWindow {
    switch self {
    case .plus: .plus
    case .k2: try PatchWindow(kernel: 2)
    case .k4: try PatchWindow(kernel: 4)
    case .k6: try PatchWindow(kernel: 6)
    case .k8: try PatchWindow(kernel: 8)
    case .k10: try PatchWindow(kernel: 10)
    case .k14: try PatchWindow(kernel: 14)
    }
  }

  /// The coarse window in words.
  var windowText: String {
    switch self {
    case .plus: "own + 4 neighbours"
    case .k2: "own site"
    case .k4: "2 × 2"
    case .k6: "3 × 3"
    case .k8: "4 × 4"
    case .k10: "5 × 5"
    case .k14: "7 × 7"
    }
  }
}

extension LinearSummary {
  /// - Parameter chains: the sums of independent chains, each of `configurationsPerChain` configurations.
  init(
    _ kernel: TrainingParameters.Kernel, pairs: String, chains: [RegressionSums], configurationsPerChain: Int
  ) throws {
    let window = try kernel.window()
    func total(leavingOut left: Int?) throws -> RegressionSums {
      var sum: RegressionSums?
      for (index, chain) in chains.enumerated() where index != left { sum = try sum?.adding(chain) ?? chain }
      guard let sum else { throw InverseMapError.noConfigurations }
      return sum
    }
    let all = try total(leavingOut: nil)
    map = try all.fit(window)
    meanSquaredError = try all.meanSquaredError(map)
    func numbers(_ map: LinearInverse) -> [Double] { [map.gain, -binaryLogarithm(map.gain)] + map.kernel }
    let replicates = try chains.indices.map { numbers(try total(leavingOut: $0).fit(window)) }
    let estimates = try Jackknife(values: numbers(map), replicates: replicates).estimates
    (gain, betaNu) = (estimates[0], estimates[1])
    kernelEstimates = Array(estimates[2...])
    let single = try chains.map { -binaryLogarithm(try $0.fit(window).gain) }
    spread = try SampleMoments(single).variance.squareRoot()
    self.kernel = kernel
    self.pairs = pairs
    self.configurationsPerChain = configurationsPerChain
  }
}
