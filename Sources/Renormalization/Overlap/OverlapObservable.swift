import Elementary

/// What is compared between systems of the same size.
public enum OverlapObservable: String, Codable, CaseIterable, Sendable {
  /// [⟨|q|⟩].
  case absoluteOverlap = "abs-q"
  /// [⟨q²⟩].
  case overlapSquared = "q2"
  /// U₄ = [⟨q⁴⟩]/[⟨q²⟩]².
  case binder = "U4"
  /// ξ/L = √(1/R − 1)/(2 L sin(π/L)), R = [⟨|ρ(k)|²⟩]/[⟨|ρ(0)|²⟩] at k = 2π/L: the second-moment correlation length
  /// (F. Cooper, B. Freedman and D. Preston, Nucl. Phys. B 210 (1982) 210).
  case correlationLength = "xi-over-L"
  /// The link overlap C(1).
  case linkOverlap = "link-overlap"
  /// Energy per spin.
  case energy

  /// The observable of a system of side L; NaN where it has no value (no energy, R > 1, no overlap).
  public func value(_ means: OverlapMeans, side: Int) -> Double {
    switch self {
    case .absoluteOverlap: return means.absoluteOverlap
    case .overlapSquared: return means.overlapSquared
    case .binder: return means.binder
    case .correlationLength:
      let ratio = means.overlapSquared / means.structureFactor
      let sine = Elementary.sinCosTurns(0.5 / Double(side)).sin
      return (ratio - 1).squareRoot() / (2 * Double(side) * sine)
    case .linkOverlap: return means.linkOverlap
    case .energy: return means.energy ?? .nan
    }
  }
}
