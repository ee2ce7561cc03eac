import Foundation

/// The ingredients of the steps of the last run of a study under a profile, so that a plan can say which of them
/// changed.
struct LastPlan: Sendable {
  private let url: URL
  private let records: [String: Plan.Record]

  /// - Parameter folder: usually `.kadanoff/plans`.
  init(study: String, profile: String, folder: URL) {
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

  /// Remembers a plan; steps of earlier plans that this one does not contain (a run of one chapter) are kept.
  func remember(_ plan: Plan) throws(StoreError) {
    var all = records
    for entry in plan.entries { all[entry.name] = entry.record }
    guard let data = try? CanonicalJSON.encode(all, pretty: true) else { return }
    _ = try AtomicFile.update(data, at: url)
  }

  /// The folders in the store that the remembered steps occupy.
  static func foldersInUse(below folder: URL) -> Set<String> {
    var keys: Set<String> = []
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    for name in names where name.hasSuffix(".json") {
      guard let data = FileManager.default.contents(atPath: folder.appending(path: name).path),
        let records = try? CanonicalJSON.decode([String: Plan.Record].self, from: data)
      else { continue }
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
