import GSL
import Statistics

/// Why a calculation on the Ising chain refused its input or gave no answer.
///
/// `description` is one line: what is wrong, where, and what is allowed.
public enum ChainError: Error, CustomStringConvertible, Sendable, Equatable {
  /// A setting or an argument outside what is allowed.
  case setting(name: String, value: Double, allowed: String)
  /// A ring that cannot be thinned out by this factor.
  case indivisible(sites: Int, factor: Int)
  /// A list of the wrong length.
  case wrongCount(what: String, found: Int, expected: Int)
  /// No coupling of the coarse ring has the correlation length that is asked for.
  case noMatch(length: Double, sites: Int)
  /// The numerical library reported an error.
  case numerical(GSLError)
  /// The statistical analysis reported an error.
  case statistics(StatisticsError)

  /// One line: what is wrong, where, what is allowed.
  public var description: String {
    switch self {
    case .setting(let name, let value, let allowed):
      let shown = value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : String(value)
      return "Ising chain: \(name) is \(shown); allowed: \(allowed)"
    case .indivisible(let sites, let factor):
      return "Ising chain: a ring of \(sites) sites cannot be decimated by \(factor); "
        + "the factor must divide it and leave 2 sites or more"
    case .wrongCount(let what, let found, let expected):
      return "Ising chain: \(found) \(what); \(expected) are needed"
    case .noMatch(let length, let sites):
      return "Ising chain: no coupling up to \(IsingChain.largestCoupling) gives a ring of \(sites) sites the "
        + "correlation length \(length)"
    case .numerical(let error):
      return error.description
    case .statistics(let error):
      return error.description
    }
  }
}
