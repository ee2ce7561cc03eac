import GSL
import Lattice
import Statistics

/// Why an analysis of the flow of the couplings of the Ising model refused its input or gave no answer.
///
/// `description` is one line: what is wrong, where, and what is allowed.
public enum CouplingFlowError: Error, CustomStringConvertible, Sendable, Equatable {
  /// A bond energy that no coupling has on a torus of this side.
  case bondEnergy(Double, side: Int, allowed: String)
  /// Settings, bins or points that do not fit; `why` says which and what is allowed.
  case badInput(operation: String, why: String)
  /// A likelihood without a maximum at finite couplings.
  case noMaximum(why: String)
  /// A fitted flow that has no fixed point K′(K) = K in its window.
  case noFixedPoint(lower: Double, upper: Double, atLower: Double, atUpper: Double)
  /// The Ising model refused its input.
  case ising(IsingError)
  /// Blocking or the renormalization-group matrix reported an error.
  case renormalization(RenormalizationError)
  /// The numerical library reported an error.
  case numerical(GSLError)
  /// The statistical analysis reported an error.
  case statistics(StatisticsError)

  /// One line: what is wrong, where, what is allowed.
  public var description: String {
    switch self {
    case .bondEnergy(let energy, let side, let allowed):
      return "Kaufman inversion: the bond energy \(energy) on a torus of side \(side) belongs to no coupling; "
        + "it must be \(allowed)"
    case .badInput(let operation, let why):
      return "\(operation): \(why)"
    case .noMaximum(let why):
      return "pseudo-likelihood: \(why), so that no finite couplings maximise it; more or warmer samples are needed"
    case .noFixedPoint(let lower, let upper, let atLower, let atUpper):
      return "coupling flow: K' - K is \(atLower) at K = \(lower) and \(atUpper) at \(upper) and has no zero between; "
        + "the window must hold the fixed point"
    case .ising(let error): return error.description
    case .renormalization(let error): return error.description
    case .numerical(let error): return error.description
    case .statistics(let error): return error.description
    }
  }

  /// An error of a routine below, as one of these.
  init(_ error: any Error) {
    switch error {
    case let error as CouplingFlowError: self = error
    case let error as IsingError: self = .ising(error)
    case let error as RenormalizationError: self = .renormalization(error)
    case let error as GSLError: self = .numerical(error)
    case let error as StatisticsError: self = .statistics(error)
    case FieldFlowError.statistics(let error): self = .statistics(error)
    default: self = .badInput(operation: "coupling flow", why: "\(error)")
    }
  }
}
