/// Why reference values were not replaced. The description is one line.
public enum GoldenUpdateError: Error, Sendable, Hashable, CustomStringConvertible {
  case noReason
  case continuousIntegration
  case uncommittedChanges
  case nothingSelected
  case otherStudy(file: String, run: String)
  case unknownId(id: String, suggestion: String)
  /// `.failed` does not cover values that did not come from a run.
  case needsExplicitId(id: String, source: Golden.Source.Origin)
  /// Published values and predicates are not measured.
  case notMeasured(id: String, kind: Golden.Kind)
  case noQuantity(id: String)
  case unusable(id: String, problem: String)
  /// The new value would come from the run (or the random numbers) that it judges.
  case ownReference(id: String, seed: UInt64)
  /// `needed` is `nil` if the judged run does not state its effective samples.
  case tooFewSamples(id: String, samples: Double?, needed: Double?)

  public var description: String {
    switch self {
    case .noReason: "a golden is changed only with a reason: give a text that is not empty"
    case .continuousIntegration: "goldens are not changed in continuous integration (CI is set)"
    case .uncommittedChanges: "goldens are not changed with uncommitted changes: commit them first"
    case .nothingSelected: "no golden is selected: name identifiers, or have failing checks"
    case .otherStudy(let file, let run): "the goldens are of study '\(file)', the results of '\(run)'"
    case .unknownId(let id, let suggestion): "no golden has the id '\(id)'\(suggestion)"
    case .needsExplicitId(let id, let source):
      "golden '\(id)' comes from \(source.rawValue), not from a run: name it if it has to change"
    case .notMeasured(let id, let kind):
      "golden '\(id)' is of kind \(kind.rawValue), which no run can replace: edit the file with its source"
    case .noQuantity(let id): "golden '\(id)': the results have no such quantity"
    case .unusable(let id, let problem): "golden '\(id)': \(problem)"
    case .ownReference(let id, let seed):
      "golden '\(id)': a run may not be its own reference: take results of another seed than \(seed)"
    case .tooFewSamples(let id, let samples, let needed):
      "golden '\(id)': a reference needs 10 times the effective samples of the run it judges "
        + "(\(needed.map { "\($0)" } ?? "not stated there")), the results have "
        + (samples.map { "\($0)" } ?? "none stated")
    }
  }
}
