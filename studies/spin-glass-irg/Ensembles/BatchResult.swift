import Lattice

/// What is kept of one batch of 512 disorder samples.
struct BatchResult: Codable, Sendable {
  /// Means over one logarithmic window of sweeps.
  struct Window: Codable, Sendable {
    let first: Int
    let last: Int
    /// β × observable × block of samples (`LaneBlocks`).
    let means: [[[Double]]]
  }

  let windows: [Window]
  /// β × observable: variance over the 512 samples of the last window's means.
  let variances: [[Double]]
  /// Accepted fraction of the exchanges of each neighbouring pair of temperatures.
  let exchangeRates: [Double]
  /// β × number: overlap configurations.
  let snapshots: [[PackedPlanes]]
  /// Of the first sample at each β: both replicas at the end.
  let replicas: [[CubicSpins]]
  /// Hash of all spins at the end, hexadecimal.
  let fingerprint: String
}

extension BatchResult {
  /// What a finished run leaves.
  init(_ run: ReplicaExchange, _ parameters: BatchParameters) {
    let observables = Observable.allCases.filter { parameters.measuresMagnetization || $0 != .magnetizationSquared }
    let betas = parameters.betas.indices
    windows = run.windows.map { window in
      Window(
        first: window.firstSweep, last: window.lastSweep,
        means: betas.map { beta in observables.map { LaneBlocks.means(window.means($0, beta: beta)) } })
    }
    let last = run.windows[run.windows.count - 1]
    variances = betas.map { beta in
      observables.map { observable in
        let values = last.means(observable, beta: beta)
        let mean = values.reduce(0, +) / Double(values.count)
        return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
      }
    }
    exchangeRates = run.exchangeRates
    let kept = run.snapshots.sorted { $0.number < $1.number }
    snapshots = betas.map { beta in kept.filter { $0.beta == beta }.map { PackedPlanes($0.overlap) } }
    replicas = betas.map { beta in (0..<2).map { run.configurations(beta: beta, replica: $0).configuration(0) } }
    fingerprint = String(run.fingerprint, radix: 16)
  }
}
