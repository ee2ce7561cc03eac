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

  /// - Throws: `CornerModelError` if no factor does it.
  init(_ small: [BatchResult], at beta: Int, target: Estimate, _ fit: SymmetricLogistic) throws {
    let start = small.flatMap { $0.snapshots[beta].last?.planes?.configurations ?? [] }
    let calibration = try GainCalibration(fit, configurations: start.map(\.words), side: start.first?.side ?? 1)
    (model, gain) = try calibration.model(meanSquare: target.value)
    self.target = target
  }
}
