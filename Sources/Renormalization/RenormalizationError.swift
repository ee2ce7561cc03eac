import GSL
import Statistics

/// Why a renormalization-group transformation or its analysis refused its input or gave no answer.
///
/// `description` is one line: what is wrong, where, and what is allowed.
public enum RenormalizationError: Error, CustomStringConvertible, Sendable, Equatable {
  /// A lattice whose side cannot be divided into blocks of two.
  case oddSide(Int)
  /// A lattice on which the sites of a 3 × 3 window would coincide.
  case windowTooLarge(side: Int)
  /// A text that is not a product of spins of the 3 × 3 window.
  case unknownOperator(String)
  /// An orbit index outside 1...85, or that of the empty product where an operator is needed.
  case badOrbit(Int)
  /// Sums over different operators that were to be merged.
  case differentOperators
  /// An operator that was not accumulated.
  case notAccumulated(String)
  /// A list of orbit averages of the wrong length, or sums whose arrays do not fit their operators.
  case badCount(what: String, count: Int, expected: Int)
  /// Fewer samples than a covariance matrix of these operators needs.
  case tooFewSamples(count: Int, minimum: Int)
  /// An operator that has the same value in every sample.
  case constantOperator(sector: OperatorSector, name: String)
  /// An operator that is a linear combination of others, so that the covariance has no inverse.
  case singularCovariance(sector: OperatorSector, name: String, dependsOn: [String])
  /// A leading eigenvalue that is one of a complex pair.
  case complexEigenvalue(sector: OperatorSector, real: Double, imaginary: Double)
  /// Conditional magnetizations that do not make a local, isotropic, Z₂-symmetric rule; `why` says what.
  case badRule(why: String)
  /// No net of the tuned family at this W₂; the continuation from W₂ = 0 ended at `lastFound`, if anywhere.
  case noTunedNet(w2: Double, lastFound: Double?)
  /// The numerical library reported an error.
  case numerical(GSLError)
  /// The statistical analysis reported an error.
  case statistics(StatisticsError)

  /// One line: what is wrong, where, what is allowed.
  public var description: String {
    switch self {
    case .oddSide(let side):
      return "block rule: a lattice of side \(side) has no 2 × 2 blocks; the side must be even"
    case .windowTooLarge(let side):
      return "window histogram: sites of a 3 × 3 window coincide at side \(side); the side must be >= 3"
    case .unknownOperator(let name):
      return "operator \"\(name)\" is not a product of spins of the 3 × 3 window; "
        + "write it as s(0,0)s(0,1), rows and columns 0...2, each site once"
    case .badOrbit(let index):
      return "orbit \(index) is not an operator; orbits 1...\(WindowOrbits.all.count - 1) are"
    case .differentOperators:
      return "MCRG sums of different operator sets cannot be merged; accumulate the same set in every bin"
    case .notAccumulated(let name):
      return "MCRG sums do not contain the operator \(name); choose from the accumulated ones"
    case .badCount(let what, let count, let expected):
      return "\(what): \(count) numbers; \(expected) are needed"
    case .tooFewSamples(let count, let minimum):
      return "MCRG matrix: \(count) samples; at least \(minimum) are needed for these operators"
    case .constantOperator(let sector, let name):
      return "MCRG matrix: singular operator covariance, the \(sector) operator \(name) has zero variance; "
        + "leave it out"
    case .singularCovariance(let sector, let name, let dependsOn):
      return "MCRG matrix: singular operator covariance, the \(sector) operator \(name) depends linearly on "
        + dependsOn.joined(separator: ", ") + "; leave one of them out"
    case .complexEigenvalue(let sector, let real, let imaginary):
      return "the leading \(sector) eigenvalue \(real) ± \(abs(imaginary))i is complex; it must be real to "
        + "have a scaling exponent"
    case .badRule(let why):
      return "window operator: \(why)"
    case .noTunedNet(let w2, let lastFound):
      let found = lastFound.map { "the family was followed from W2 = 0 to \($0)" } ?? "nor one at W2 = 0"
      return "tuned family: no net with these eigenvalues found at W2 = \(w2); \(found)"
    case .numerical(let error):
      return error.description
    case .statistics(let error):
      return error.description
    }
  }
}
