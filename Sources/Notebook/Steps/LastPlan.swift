import Foundation

/// The ingredients of the steps of the last complete run of a study under a profile, so that a plan can say which of
/// them changed and `cache gc` knows what is in use.
struct LastPlan: Sendable {
  private let url: URL
  private let records: [String: Plan.Record]

  /// Whether the runs of this plan are those of the profile as it is; others are not remembered.
  private let isPlain: Bool

  /// `folder`: usually `.kadanoff/plans`.
  init(study: String, profile: String, isPlain: Bool, folder: URL) {
    self.isPlain = isPlain
    url = folder.appending(path: study).appending(path: "\(profile).json")
    let data = FileManager.default.contents(atPath: url.path) ?? Data()
    records = (try? CanonicalJSON.decode([String: Plan.Record].self, from: data)) ?? [:]
  }

  /// What changed, "training.epochs 4096 → 2048; needs 'exact-flow', which changed", or nil if nothing did or the
  /// step is new.
  func reason(_ record: Plan.Record) -> String? {
    guard let old = records[record.step] else { return nil }
    let changes = record.changes(since: old)
    return changes.isEmpty ? nil : changes.joined(separator: "; ")
  }

  /// Remembers a complete run, if it was plain, in place of the one before it.
  func end(_ plan: Plan) throws(StoreError) {
    guard isPlain else { return }
    let records = Dictionary(plan.entries.map { ($0.name, $0.record) }) { first, _ in first }
    guard let data = try? CanonicalJSON.encode(records, pretty: true) else { return }
    _ = try AtomicFile.update(data, at: url)
  }

  /// The folders in the store that the remembered steps occupy.
  ///
  /// - Throws: `StoreError.corrupt` for a plan that cannot be read, because it is not known what it uses.
  static func foldersInUse(below folder: URL) throws(StoreError) -> Set<String> {
    var keys: Set<String> = []
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    for name in names.sorted() where name.hasSuffix(".json") {
      let url = folder.appending(path: name)
      guard let data = FileManager.default.contents(atPath: url.path),
        let records = try? CanonicalJSON.decode([String: Plan.Record].self, from: data)
      else { throw StoreError.corrupt(file: url.path, reason: "not a plan; run its profile again, or remove it") }
      for record in records.values { keys.formUnion(record.storeFolders) }
    }
    return keys
  }
}

extension Plan.Record {
  /// The store folder of this record, for an array step and for a single one.
  var storeFolders: [String] {
    [0, 1].compactMap { tasks in
      try? CanonicalJSON.digest(
        Plan.Record(
          study: study, step: step, revision: revision, parameters: parameters, needs: needs, tasks: tasks,
          seed: seed))
    }
  }
}
