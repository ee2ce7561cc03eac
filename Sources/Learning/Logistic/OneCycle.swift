import Elementary

/// The one-cycle schedule of learning rate and momentum (Smith, Topin, arXiv 1708.07120), as PyTorch's
/// `OneCycleLR` has it: two half-cosines, up during the first 30 % of the steps and down during the rest.
///
/// The learning rate goes from max/25 to max to max/250000, β₁ from 0.95 to 0.85 and back.
public struct OneCycle: Sendable, Hashable {
  /// Number of steps.
  public let steps: Int
  public let maximumRate: Double
  /// Share of the steps in which the rate rises.
  public let warmUp: Double
  /// maximum / rate of the first step.
  public let divisor: Double
  /// rate of the first step / rate of the last step.
  public let finalDivisor: Double
  public let momenta: ClosedRange<Double>

  /// - Parameters:
  ///   - steps: at least 4, so that the warm-up has a length.
  ///   - maximumRate: the learning rate at the end of the warm-up.
  /// - Throws: `OptimizerError.setting`.
  public init(steps: Int, maximumRate: Double = 0.01) throws(OptimizerError) {
    guard steps >= 4 else {
      throw .setting(
        name: "the number of steps of a one-cycle schedule", value: Double(steps), allowed: "4 or more")
    }
    guard maximumRate > 0 && maximumRate.isFinite else {
      throw .setting(name: "the largest learning rate", value: maximumRate, allowed: "positive and finite")
    }
    self.steps = steps
    self.maximumRate = maximumRate
    warmUp = 0.3
    divisor = 25
    finalDivisor = 1e4
    momenta = 0.85...0.95
  }

  /// The learning rate of a step, 0..<steps.
  public func learningRate(_ step: Int) -> Double {
    let first = maximumRate / divisor
    return value(step, first, maximumRate, first / finalDivisor)
  }

  /// β₁ of a step, 0..<steps.
  public func beta1(_ step: Int) -> Double {
    value(step, momenta.upperBound, momenta.lowerBound, momenta.upperBound)
  }

  private func value(_ step: Int, _ first: Double, _ middle: Double, _ last: Double) -> Double {
    precondition((0..<steps).contains(step), "the schedule has steps 0..<\(steps), not \(step)")
    let peak = warmUp * Double(steps) - 1
    let s = Double(step)
    if s <= peak { return Self.cosine(from: first, to: middle, s / peak) }
    return Self.cosine(from: middle, to: last, (s - peak) / (Double(steps - 1) - peak))
  }

  /// Half a period of a cosine, `part` in 0...1.
  private static func cosine(from start: Double, to end: Double, _ part: Double) -> Double {
    end + 0.5 * (start - end) * (1 + Elementary.sinCosTurns(0.5 * part).cos)
  }
}
