import Foundation

/// A request to replace reference values by measured ones: the only way to change them.
public struct GoldenUpdate: Sendable, Hashable {
  /// Which entries.
  public enum Selection: Sendable, Hashable {
    case ids([String])
    /// Every entry that fails in the judged run.
    case failed
  }

  public var selection: Selection
  public var reason: String
  public var author: String?
  /// Calendar date, `"2025-01-31"`.
  public var date: String
  /// Whether this is a continuous-integration machine, which must not change references.
  public var isContinuousIntegration: Bool
  /// Whether the checkout has uncommitted changes, so that nobody could say what measured the new value.
  public var isDirty: Bool

  public init(
    _ selection: Selection, reason: String, author: String? = nil, date: String, isDirty: Bool,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    self.selection = selection
    self.reason = reason
    self.author = author
    self.date = date
    self.isDirty = isDirty
    isContinuousIntegration = !["", "0", "false"].contains(environment["CI", default: ""].lowercased())
  }
}

extension GoldenFile {
  /// The file with the selected values replaced by those of `run`, each old value kept in its entry's
  /// history.
  ///
  /// `judged` is the run whose comparison asks for the change (the committed results); `run` supplies the
  /// new values. For entries of kinds exact and numeric, which have no error bar, the two may be the same. A
  /// statistical reference must come from another seed and from at least ten times the effective samples of
  /// the judged run, so that no run becomes its own reference and the reference's error stays small beside
  /// that of the runs it judges.
  ///
  /// `.failed` covers entries whose value came from a run; a value from theory, a derivation, a paper or a
  /// repository has to be named, because a failure there more likely means a defect. What a paper or a
  /// repository printed (kind published) and predicates are not measured and cannot be replaced at all. The
  /// entry's stated parameters are set to those of `run`.
  /// - Throws: `GoldenUpdateError`; the file is then unchanged as a whole.
  public func updating(
    _ update: GoldenUpdate, from run: MeasuredRun, judged: MeasuredRun
  ) throws(GoldenUpdateError) -> GoldenFile {
    let reason = update.reason.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !reason.isEmpty else { throw .noReason }
    guard !update.isContinuousIntegration else { throw .continuousIntegration }
    guard !update.isDirty else { throw .uncommittedChanges }
    for other in [run, judged] where other.study != study {
      throw .otherStudy(file: study, run: other.study)
    }

    let failing = Set(judged.judged(by: self).checks.filter(\.isFailure).map(\.id))
    var result = self
    for index in try selected(by: update.selection, failing: failing) {
      let golden = entries[index]
      if case .failed = update.selection, golden.source.type != .run {
        throw .needsExplicitId(id: golden.id, source: golden.source.type)
      }
      let quantity = try golden.replacement(from: run, judged: judged)
      var change = Golden.Change(
        date: update.date, reason: reason, author: update.author, old: golden.value ?? .null,
        oldStderr: golden.stderr, oldSource: golden.source, new: quantity.value, newStderr: nil)
      if golden.kind == .statistical { change.newStderr = quantity.stderr }
      result.entries[index] = golden.replaced(by: quantity, of: run, change)
    }
    return result
  }

  /// Indices of the selected entries, in order of the file, each once.
  private func selected(
    by selection: GoldenUpdate.Selection, failing: Set<String>
  ) throws(GoldenUpdateError) -> [Int] {
    switch selection {
    case .failed:
      let indices = entries.indices.filter { failing.contains(entries[$0].id) }
      guard !indices.isEmpty else { throw .nothingSelected }
      return indices
    case .ids(let ids):
      guard !ids.isEmpty else { throw .nothingSelected }
      for id in ids where self[id] == nil {
        let suggestion = NearestName.suggestion(for: id, among: entries.map(\.id))
        throw .unknownId(id: id, suggestion: suggestion)
      }
      return entries.indices.filter { ids.contains(entries[$0].id) }
    }
  }
}

extension Golden {
  /// The quantity that may replace this value.
  fileprivate func replacement(
    from run: MeasuredRun, judged: MeasuredRun
  ) throws(GoldenUpdateError) -> Quantity {
    guard kind != .published, kind != .property else { throw .notMeasured(id: id, kind: kind) }
    guard let quantity = run.quantities.first(where: { $0.id == id }) else {
      throw .noQuantity(id: id)
    }
    guard kind == .statistical else {
      if kind == .numeric, quantity.value.everyNumber(\.isFinite) == false {
        throw .unusable(id: id, problem: "the measured value is not finite")
      }
      return quantity
    }
    guard let value = quantity.value.number, value.isFinite, let error = quantity.stderr, error > 0,
      error.isFinite
    else { throw .unusable(id: id, problem: "the measured value has no error bar") }
    guard run.seed != judged.seed else { throw .ownReference(id: id, seed: run.seed) }
    let needed = judged.quantities.first { $0.id == id }?.effectiveSamples.map { 10 * $0 }
    guard let needed, let samples = quantity.effectiveSamples, samples >= needed else {
      throw .tooFewSamples(id: id, samples: quantity.effectiveSamples, needed: needed)
    }
    return quantity
  }

  fileprivate func replaced(by quantity: Quantity, of run: MeasuredRun, _ change: Change) -> Golden {
    var golden = self
    golden.value = quantity.value
    if kind == .statistical {
      golden.stderr = quantity.stderr
      golden.degreesOfFreedom = quantity.degreesOfFreedom
    }
    golden.source = Source(
      type: .run, where: "results of study \(run.study), profile \(run.profile), seed \(run.seed)",
      run: Source.Run(
        profile: run.profile, seed: run.seed, effectiveSamples: quantity.effectiveSamples))
    for path in (parameters ?? [:]).keys { golden.parameters?[path] = run.parameters[path: path] }
    golden.history = (history ?? []) + [change]
    return golden
  }
}
