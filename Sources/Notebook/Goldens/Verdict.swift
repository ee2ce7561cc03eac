/// The outcome of comparing one quantity with one golden.
public enum Verdict: String, Codable, Sendable, CaseIterable {
  case pass = "PASS"
  case fail = "FAIL"
  /// The error bar is larger than the resolution that the golden states.
  case inconclusive = "INCONCLUSIVE"
  /// A golden of this profile for which the run has no quantity.
  case missing = "MISSING"
  /// A quantity without a golden.
  case new = "NEW"
  /// The run's parameters are not those that the golden was made for; not compared.
  case stale = "STALE"
  /// A published value that nothing can be compared with, for the stated reason.
  case unavailable = "UNAVAILABLE"
  /// A published value within two standard errors.
  case agrees = "AGREES"
  /// A published value between two and three standard errors away.
  case tension = "TENSION"
  /// A published value more than three standard errors away.
  case disagrees = "DISAGREES"

  /// Whether it fails a run by itself. `disagrees` fails only without a known difference: see
  /// `Check.isFailure`.
  public var isFailure: Bool { self == .fail || self == .missing }

  /// Whether it fails a run that was asked to be strict.
  public var isInconclusive: Bool { self == .inconclusive || self == .stale }
}
