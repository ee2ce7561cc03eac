import Foundation

/// What is kept of a run that is under way or was stopped: `.kadanoff/runs/<name>/` with its plan, what its processes
/// are doing, their logs and the jobs of a queue. The results themselves are in the store.
public struct RunFolder: Sendable {
  public let url: URL

  public init(_ url: URL) { self.url = url }

  init(_ plan: PlanFile, in checkout: Checkout) { url = checkout.runs.appending(path: plan.name) }

  public var name: String { url.lastPathComponent }
  public var planFile: URL { url.appending(path: "plan.json") }
  public var logs: URL { url.appending(path: "logs") }
  var workers: URL { url.appending(path: "workers") }
  var jobs: URL { url.appending(path: "jobs.json") }
  private var mark: URL { url.appending(path: "done") }
  private var list: URL { url.appending(path: "listed") }

  /// The checkout whose store the run fills: the one that the plan lies in, wherever that is mounted.
  public func checkout(at root: URL) -> Checkout {
    let runs = url.absoluteURL.deletingLastPathComponent()
    return Checkout(root: root, work: runs.lastPathComponent == "runs" ? runs.deletingLastPathComponent() : nil)
  }

  /// All of a checkout, by name.
  public static func all(in checkout: Checkout) -> [RunFolder] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: checkout.runs.path)) ?? []
    return names.sorted().filter { !$0.hasPrefix(".") }.map { RunFolder(checkout.runs.appending(path: $0)) }
  }

  /// Writes the plan and forgets what dead processes left. From here on `cache gc` keeps what the run stores and
  /// `status` shows it.
  func begin(_ plan: PlanFile) throws(StoreError) {
    guard let data = try? plan.encoded() else { return }
    _ = try AtomicFile.update(data, at: planFile)
    forgetTheDead()
  }

  /// There is something to do again.
  func reopen() { try? FileManager.default.removeItem(at: mark) }

  func handOut() throws(StoreError) { try AtomicFile.write(Data(), to: list) }

  /// After the report: a run whose commands or jobs are in other hands keeps its folder, any other is removed unless
  /// another process is still at work on it.
  func end() {
    if isInOtherHands {
      try? AtomicFile.write(Data(), to: mark)
    } else if !isAtWork {
      try? FileManager.default.removeItem(at: url)
    }
  }

  /// Whether a living process has its record here.
  public var isAtWork: Bool { WorkerRecord.all(in: workers).contains(where: \.isAlive) }

  public func remove() { try? FileManager.default.removeItem(at: url) }

  /// Whether a plan is in it; a process that was the last to leave may have found its folder gone.
  var hasPlan: Bool { FileManager.default.fileExists(atPath: planFile.path) }

  /// The folders of the store that its steps occupy.
  ///
  /// - Throws: `StoreError.corrupt` for a plan that cannot be read, because it is not known what it uses.
  func foldersInUse() throws(StoreError) -> [String] {
    guard hasPlan else { return [] }
    do { return try PlanFile.read(planFile).steps.map(\.folder) } catch {
      throw StoreError.corrupt(file: planFile.path, reason: "not a plan; remove \(url.path)")
    }
  }

  /// Whether jobs of a queue belong to it.
  public var isSubmitted: Bool { FileManager.default.fileExists(atPath: jobs.path) }
  /// Whether jobs of a queue or commands that were printed may still be started.
  private var isInOtherHands: Bool { isSubmitted || isHandedOut }
  /// Whether its commands were printed, for others to start.
  var isHandedOut: Bool { FileManager.default.fileExists(atPath: list.path) }
  func forgetJobs() { try? FileManager.default.removeItem(at: jobs) }
  /// Whether its report was written.
  public var isDone: Bool { FileManager.default.fileExists(atPath: mark.path) }

  /// Removes what processes that are gone left behind, before the same tasks are started again.
  private func forgetTheDead() {
    for worker in WorkerRecord.all(in: workers) where !worker.isAlive {
      try? FileManager.default.removeItem(at: worker.file)
    }
  }

  /// A plain run that was stopped and whose profile or code has changed since will not go on: the new one takes its
  /// place.
  func replaceOlder(_ plan: PlanFile, in checkout: Checkout) {
    guard plan.isPlain else { return }
    for other in Self.all(in: checkout) where other.name != name && !other.isInOtherHands {
      guard let old = try? PlanFile.read(other.planFile), old.study == plan.study, old.profile == plan.profile,
        old.isPlain, !other.isAtWork
      else { continue }
      other.remove()
    }
  }
}

extension PlanFile {
  fileprivate var isPlain: Bool { request.isPlain && output == nil }
}
