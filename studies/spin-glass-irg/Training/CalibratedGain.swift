import Elementary
import Lattice
import Learning
import Statistics

/// The logistic weights times the factor that gives enlarged direct systems of half the size the [⟨q²⟩] of direct
/// systems of the whole size.
struct CalibratedGain: Codable, Sendable {
  let gain: Double
  let model: SymmetricLogistic
  /// [⟨q²⟩] that was asked for.
  let target: Estimate
  /// Error that the calibration gives β/ν of every pair of sizes, and twice as much γ/ν: ln [⟨q²⟩] of a doubled system
  /// is known no better than those of the two direct systems it was calibrated on, and β/ν is −1/2 of its change over
  /// ln 2. The gain acts in the same way at every doubling.
  let exponentError: Double

  /// - Throws: `CornerModelError` if no factor does it, `StatisticsError`.
  init(_ small: [BatchResult], at beta: Int, target: Estimate, _ fit: SymmetricLogistic) throws {
    let start = small.flatMap { $0.snapshots[beta].last?.planes?.configurations ?? [] }
    let side = start.first?.side ?? 1
    let words = start.map(\.words)
    (model, gain) = try GainCalibration(fit, configurations: words, side: side).model(meanSquare: target.value)
    self.target = target
    let gain = gain
    // Samples of one group of 64 may share random numbers, different groups do not.
    let groups = try stride(from: 0, to: words.count, by: 64).map { first in
      try GainCalibration(fit, configurations: Array(words[first..<min(first + 64, words.count)]), side: side)
        .meanSquare(gain: gain)
    }
    let enlarged = try Jackknife(of: [groups]) { $0 }.estimates[0]
    let errors = [target, enlarged].map { $0.standardError / $0.value }
    exponentError = 0.5 * (errors[0] * errors[0] + errors[1] * errors[1]).squareRoot() / Elementary.log(2)
  }

  /// A chain of the calibrated map with the error of the calibration added to those of its exponents.
  func added(to chain: ChainSummary) -> ChainSummary {
    chain.widened(betaOverNu: { _ in exponentError }, gammaOverNu: { _ in 2 * exponentError })
  }
}
