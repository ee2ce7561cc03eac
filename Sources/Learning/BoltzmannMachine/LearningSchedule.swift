/// How the learning rate goes down in the course of a training.
public enum LearningSchedule: String, Sendable, Hashable, Codable, CaseIterable {
  /// The same rate throughout.
  case constant
  /// The full rate for the first 60 % of the epochs, a fifth of it up to 85 %, a twenty-fifth after that.
  case staircase

  /// The factor of the learning rate in epoch `epoch`, counted from 0, of `epochs`.
  public func factor(epoch: Int, of epochs: Int) -> Double {
    switch self {
    case .constant: 1
    case .staircase: 100 * epoch < 60 * epochs ? 1 : 100 * epoch < 85 * epochs ? 0.2 : 0.04
    }
  }
}
