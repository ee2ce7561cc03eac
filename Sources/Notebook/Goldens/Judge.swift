import Foundation
import GSL
import Statistics

/// Probability that at least one statistical check of a correct program fails, per study and profile.
public let familyFalseFailRate = 1e-3

/// Compares the quantities of a run with the golden file of its study.
///
/// - exact: the same JSON value (1 and 1.0 are the same number).
/// - numeric: |x − r| ≤ max(absolute, relative·|r|) for every element; NaN never passes.
/// - statistical: z = (x − r)/√(σx² + σr² + σsys²), as a normal deviate, within the Šidák limit for
///   `familyFalseFailRate` over all statistical checks with a z. FAIL without an error bar;
///   INCONCLUSIVE when z is within the limit but the combined error exceeds the stated resolution.
/// - published: z as above after |x − r| is reduced by the half-range that the rule allows; |z| ≤ 2 AGREES,
///   ≤ 3 TENSION, else DISAGREES; without any error the half-range alone decides; words must be equal.
///   UNAVAILABLE if the golden says why nothing can be compared.
/// - property: the predicate holds.
///
/// A golden whose parameters differ from the run's is STALE and not compared; a golden of this profile
/// without a quantity is MISSING; a quantity without a golden, or only with one for other profiles, is NEW.
/// - Parameters:
///   - quantities: what the run measured.
///   - goldens: the references of its study.
///   - profile: the profile of the run.
///   - parameters: the run's parameters, against which a golden's dotted paths are looked up.
/// - Returns: the checks in order of their identifiers, and a message if the statistical checks agree too
///   well: Σz² in the lower 10⁻³ tail of χ² (which takes the checks as independent).
public func judge(
  quantities: [Quantity], goldens: GoldenFile, profile: String, parameters: JSONValue
) -> CheckReport {
  let measured = Dictionary(grouping: quantities, by: \.id)
  let applicable = goldens.entries.filter { $0.profiles?.contains(profile) ?? true }
  var checks = applicable.map { golden in
    golden.check(measured[golden.id] ?? [], parameters: parameters)
  }

  let judged = checks.indices.filter { checks[$0].kind == .statistical && checks[$0].z != nil }
  let limit = sidakLimit(falseFailRate: familyFalseFailRate, family: max(1, judged.count))
  for index in judged { checks[index].apply(limit: limit) }

  let known = Set(applicable.map(\.id))
  for id in measured.keys.sorted() where !known.contains(id) {
    let profiles = goldens[id]?.profiles?.joined(separator: ", ")
    checks.append(
      Check(
        id: id, kind: nil, verdict: .new, value: measured[id]?.first?.value, reference: nil,
        message: profiles.map { "its golden is for other profiles: \($0)" }))
  }
  return CheckReport(
    checks: checks, family: judged.count, tooGood: tooGood(deviates: judged.compactMap { checks[$0].z }))
}

/// A message if independent standard normal deviates would be this small with a probability below 10⁻³.
func tooGood(deviates: [Double]) -> String? {
  guard !deviates.isEmpty else { return nil }
  let chiSquared = deviates.reduce(0) { $0 + $1 * $1 }
  let probability = chiSquaredLowerTail(chiSquared, Double(deviates.count))
  guard probability < 1e-3 else { return nil }
  let numbers = String(format: "χ² = %.3g for %d statistical checks", chiSquared, deviates.count)
  let tail = String(format: "%.1g", probability)
  return "too good: \(numbers) (probability \(tail) if they were independent); the error bars may be too large, or the "
    + "checks correlated"
}

extension Check {
  /// Decides a statistical check once the size of its family, and so the limit, is known. A deviation beyond
  /// the limit is a failure whatever the resolution.
  fileprivate mutating func apply(limit: Double) {
    self.limit = limit
    guard let z, abs(z) > limit else { return }
    verdict = .fail
    message = "|z| exceeds the limit of the family"
  }
}
