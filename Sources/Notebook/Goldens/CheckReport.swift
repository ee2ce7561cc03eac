/// All comparisons of one run of one study.
public struct CheckReport: Codable, Sendable, Hashable {
  /// In order of the identifiers.
  public var checks: [Check]
  /// How many checks have each verdict, by the verdict's text; verdicts that do not occur are left out.
  public var counts: [String: Int]
  /// Number of statistical checks that share the family's false-fail rate.
  public var family: Int
  /// Set when the statistical checks agree better than chance allows, which hints at error bars that are
  /// too large or at a run that is its own reference.
  public var tooGood: String?

  /// Sorts the checks and counts their verdicts.
  public init(checks: [Check], family: Int, tooGood: String?) {
    self.checks = checks.sorted { $0.id < $1.id }
    counts = checks.reduce(into: [:]) { counts, check in counts[check.verdict.rawValue, default: 0] += 1 }
    self.family = family
    self.tooGood = tooGood
  }

  /// Whether any check fails the run.
  public var failed: Bool { checks.contains(where: \.isFailure) }

  /// Whether anything was left undecided (INCONCLUSIVE or STALE), which `--strict` does not accept.
  public var inconclusive: Bool { checks.contains { $0.verdict.isInconclusive } }
}
