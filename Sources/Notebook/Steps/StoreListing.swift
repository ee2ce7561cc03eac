import Foundation

/// What the store holds, for `cache ls`, `gc` and `rm`.
public struct StoreListing: Sendable {
  /// The results of one step.
  public struct Item: Sendable {
    public let study: String
    public let step: String
    public let files: Int
    public let bytes: Int
    /// Whether the last complete run of some profile, or one that was stopped, uses it.
    public let inUse: Bool
    let folder: URL
  }

  public let items: [Item]
  private let checkout: Checkout
  /// Temporary files of killed runs, older than an hour.
  private let leftovers: [URL]
  /// Folders of runs of a queue whose reports are written.
  private let finished: [RunFolder]

  /// - Throws: `StoreError.corrupt` if a remembered plan cannot be read, so that it is not known what is in use.
  public init(_ checkout: Checkout) throws(StoreError) {
    let files = FileManager.default
    self.checkout = checkout
    let used = try Self.foldersInUse(checkout)
    let now = FileTime.now(in: checkout.store.folder)
    var items: [Item] = []
    var leftovers: [URL] = []
    let store = checkout.store.folder
    for prefix in ((try? files.contentsOfDirectory(atPath: store.path)) ?? []).sorted() {
      let group = store.appending(path: prefix)
      for key in ((try? files.contentsOfDirectory(atPath: group.path)) ?? []).sorted() {
        let folder = group.appending(path: key)
        var bytes = 0
        var count = 0
        for name in ((try? files.contentsOfDirectory(atPath: folder.path)) ?? []).sorted() {
          let url = folder.appending(path: name)
          let attributes = try? files.attributesOfItem(atPath: url.path)
          if name.hasSuffix(".tmp") {
            if let written = FileTime.ofChange(url), now - written > 3600 { leftovers.append(url) }
          } else if name != "step.json" {
            if !name.hasSuffix(".state") { count += 1 }
            bytes += (attributes?[.size] as? Int) ?? 0
          }
        }
        let data = files.contents(atPath: folder.appending(path: "step.json").path) ?? Data()
        let record = try? CanonicalJSON.decode(Plan.Record.self, from: data)
        items.append(
          Item(
            study: record?.study ?? "?", step: record?.step ?? key, files: count, bytes: bytes,
            inUse: used.contains(key), folder: folder))
      }
    }
    finished = RunFolder.all(in: checkout).filter { $0.isDone || !$0.hasPlan }
    self.items = items.sorted { ($0.study, $0.step, $0.folder.path) < ($1.study, $1.step, $1.folder.path) }
    self.leftovers = leftovers
  }

  private static func foldersInUse(_ checkout: Checkout) throws(StoreError) -> Set<String> {
    for folder in [checkout.plans, checkout.runs] where FileManager.default.fileExists(atPath: folder.path) {
      guard (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) != nil else {
        throw StoreError.corrupt(file: folder.path, reason: "it cannot be read, so it is not known what is in use")
      }
    }
    var used = try LastPlan.foldersInUse(below: checkout.plans)
    for run in RunFolder.all(in: checkout) where !run.isDone { used.formUnion(try run.foldersInUse()) }
    return used
  }

  public func remove(_ chosen: [Item]) {
    for item in chosen { try? FileManager.default.removeItem(at: item.folder) }
  }

  /// Removes what no plan uses, and the logs of finished runs.
  ///
  /// - Throws: `StoreError.corrupt` as the initialiser.
  public func collect() throws(StoreError) -> (folders: Int, runs: Int, leftovers: Int, bytes: Int) {
    // A run may have begun since the store was listed.
    let used = try Self.foldersInUse(checkout)
    let unused = items.filter { !$0.inUse && !used.contains($0.folder.lastPathComponent) }
    remove(unused)
    for run in finished { run.remove() }
    for url in leftovers { try? FileManager.default.removeItem(at: url) }
    return (unused.count, finished.count, leftovers.count, unused.reduce(0) { $0 + $1.bytes })
  }
}
