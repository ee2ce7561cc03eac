/// What a parallel tempering run does when: its temperatures, its length and its intervals.
///
/// The length is a power of two, so that the logarithmic windows (2^(k−1), 2^k] of sweeps are complete; the
/// intervals divide it.
public struct TemperingSchedule: Sendable, Hashable, Codable {
  /// Inverse temperatures β ≥ 0, strictly increasing.
  public let betas: [Double]
  /// Sweeps of every replica.
  public let sweeps: Int
  /// Sweeps from one exchange of neighbouring temperatures to the next.
  public let sweepsPerExchange: Int
  /// Sweeps from one measurement to the next.
  public let sweepsPerMeasurement: Int
  /// How samples share random numbers.
  public let sharing: RandomSharing
  /// Whether the squared magnetization is measured.
  public let measuresMagnetization: Bool
  /// Indices into `betas`, strictly increasing, of the temperatures whose overlaps are kept.
  public let snapshotBetas: [Int]
  /// Overlaps kept for each of them, evenly spaced in the last window, the last one at its end.
  public let snapshots: Int

  /// - Throws: `EdwardsAndersonError.schedule`, saying which number is wrong and what is allowed.
  public init(
    betas: [Double], sweeps: Int, sweepsPerExchange: Int, sweepsPerMeasurement: Int,
    sharing: RandomSharing = .planes, measuresMagnetization: Bool = false, snapshotBetas: [Int] = [],
    snapshots: Int = 0
  ) throws(EdwardsAndersonError) {
    self.betas = betas
    self.sweeps = sweeps
    self.sweepsPerExchange = sweepsPerExchange
    self.sweepsPerMeasurement = sweepsPerMeasurement
    self.sharing = sharing
    self.measuresMagnetization = measuresMagnetization
    self.snapshotBetas = snapshotBetas
    self.snapshots = snapshots
    try checkTemperatures()
    try checkIntervals()
    try checkSnapshots()
  }

  private enum CodingKeys: String, CodingKey {
    case betas, sweeps, sweepsPerExchange, sweepsPerMeasurement, sharing, measuresMagnetization, snapshotBetas
    case snapshots
  }

  /// Decodes and checks a schedule.
  ///
  /// - Throws: `EdwardsAndersonError.schedule`, or the errors of the decoder.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      betas: values.decode([Double].self, forKey: .betas), sweeps: values.decode(Int.self, forKey: .sweeps),
      sweepsPerExchange: values.decode(Int.self, forKey: .sweepsPerExchange),
      sweepsPerMeasurement: values.decode(Int.self, forKey: .sweepsPerMeasurement),
      sharing: values.decode(RandomSharing.self, forKey: .sharing),
      measuresMagnetization: values.decode(Bool.self, forKey: .measuresMagnetization),
      snapshotBetas: values.decode([Int].self, forKey: .snapshotBetas),
      snapshots: values.decode(Int.self, forKey: .snapshots))
  }
}

// MARK: - Times

extension TemperingSchedule {
  /// Sweeps between two points at which a run can be interrupted: the longer of the two intervals.
  public var period: Int { max(sweepsPerExchange, sweepsPerMeasurement) }

  /// Sweeps until something happens.
  var step: Int { min(sweepsPerExchange, sweepsPerMeasurement) }

  /// The sweeps (2^(k−1), 2^k] of the window that holds sweep t ≥ 1.
  static func window(of t: Int) -> ClosedRange<Int> {
    let last = t == 1 ? 1 : 1 << (Int.bitWidth - (t - 1).leadingZeroBitCount)
    return last / 2 + 1...last
  }

  /// The number of the overlap that is kept after measurement sweep t, or nil.
  func snapshot(at t: Int) -> Int? {
    let before = Self.window(of: sweeps).lowerBound - 1
    guard snapshots > 0, t > before else { return nil }
    let number = (t / sweepsPerMeasurement - before / sweepsPerMeasurement) * snapshots
    let all = sweeps / sweepsPerMeasurement - before / sweepsPerMeasurement
    return number / all > (number - snapshots) / all ? number / all - 1 : nil
  }
}

// MARK: - Checks

extension TemperingSchedule {
  private func checkTemperatures() throws(EdwardsAndersonError) {
    guard !betas.isEmpty else { throw .schedule("has no temperature, but needs at least one") }
    for (k, beta) in betas.enumerated() {
      guard beta.isFinite, beta >= 0 else {
        throw .schedule("has beta \(beta), but inverse temperatures must be finite and not negative")
      }
      guard k == 0 || betas[k - 1] < beta else {
        throw .schedule("has beta \(beta) after \(betas[k - 1]), but betas must strictly increase")
      }
    }
  }

  private func checkIntervals() throws(EdwardsAndersonError) {
    guard sweeps > 0, sweeps & (sweeps - 1) == 0 else {
      throw .schedule("has \(sweeps) sweeps, but their number must be a power of two")
    }
    for (name, interval) in [("exchanges", sweepsPerExchange), ("measurements", sweepsPerMeasurement)] {
      guard interval > 0, sweeps % interval == 0 else {
        throw .schedule("has \(interval) sweeps between \(name), but that must divide \(sweeps), the number of sweeps")
      }
    }
  }

  private func checkSnapshots() throws(EdwardsAndersonError) {
    for (j, k) in snapshotBetas.enumerated() {
      guard betas.indices.contains(k), j == 0 || snapshotBetas[j - 1] < k else {
        throw .schedule("keeps overlaps of beta number \(k), but must name increasing indices below \(betas.count)")
      }
    }
    let before = Self.window(of: sweeps).lowerBound - 1
    let available = sweeps / sweepsPerMeasurement - before / sweepsPerMeasurement
    guard snapshots >= 0, snapshots <= available else {
      throw .schedule("keeps \(snapshots) overlaps, but the last window has 0...\(available) measurements to keep")
    }
  }
}
