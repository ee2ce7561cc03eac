import Foundation

/// Runs a prepared study and writes its report: steps, pages, verdicts, figures, files.
public struct StudyRun: Sendable {
  let study: PreparedStudy
  let progress: Progress
  private let run: RunFolder

  /// What a run did.
  public struct Summary: Sendable {
    public let study: String
    public let folder: URL
    public let tasksRun: Int
    public let tasks: Int
    /// Files of the report whose bytes changed.
    public let filesWritten: Int
    public let checks: CheckReport
    public let seconds: Double
  }

  /// - Parameter run: the folder of a run that was frozen before; otherwise the one that belongs to the study as it is.
  public init(_ study: PreparedStudy, progress: Progress, run: RunFolder? = nil) {
    self.study = study
    self.progress = progress
    self.run = run ?? RunFolder(PlanFile(study), in: study.checkout)
  }

  /// - Throws: `GoldenError`, `GnuplotError.missing` before anything runs; `RunError`, `StoreError`, `FigureError`
  ///   and `GnuplotError` while it does.
  public func run() async throws -> Summary {
    let start = ContinuousClock.now
    let began = Date()
    let goldens = try GoldenFile.load(study.checkout.goldenFile(of: study.name))
    let scoreboard = Scoreboard(folder: study.request.folder(in: study.checkout))
    try scoreboard.protectOthers()
    try AtomicFile.makeFolder(study.reportFolder)
    let gnuplot = try FigureRenderer(cache: Store(folder: study.checkout.figures), progress: progress)
    let status = study.status
    if let warning = status.sourcesWarning { progress.note(warning) }
    let outcome = try await compute(isComplete: status.missingTasks == 0 && study.request.rerun.isEmpty)
    try study.lastPlan.end(study.plan)

    let pages = try study.chapters.map { chapter in
      let page = Page(chapter: chapter.title, data: study.checkout.golden.appending(path: "data"))
      do { try chapter.body(page, outcome.values) } catch {
        throw RunError.chapterFailed(study: study.name, chapter: chapter.title, reason: "\(error)")
      }
      return page
    }
    let checks = judged(pages, goldens)
    let report = Report(study: study, pages: pages, goldens: goldens, checks: checks)
    var files = try report.files()
    files.merge(try await gnuplot.render(pages.flatMap(\.figures))) { _, new in new }
    var written = try write(files)
    if written > 0 || outcome.tasksRun > 0 || !hasProvenance {
      let provenance = await Provenance.gather(
        study: study, costs: outcome.costs, start: began, duration: ContinuousClock.now - start)
      written += try write(["provenance.json": CanonicalJSON.encode(provenance, pretty: true)])
    }
    try scoreboard.update()
    run.end()
    return Summary(
      study: study.name, folder: study.reportFolder, tasksRun: outcome.tasksRun,
      tasks: study.plan.entries.reduce(0) { $0 + $1.taskCount }, filesWritten: written, checks: checks,
      seconds: (ContinuousClock.now - start) / .seconds(1))
  }

  /// Runs what is missing. A run that lacks nothing leaves no trace, so that it works on a store that it may only read.
  private func compute(isComplete: Bool) async throws -> Runner.Outcome {
    let plan = PlanFile(study)
    var worker: Worker?
    if !isComplete {
      // As long as this record is there no other process that ends the same run removes its folder.
      worker = Worker("run-\(Machine.host)-\(getpid())", in: run, command: study.request.command(for: study.name))
      worker?.announce()
      try run.begin(plan)
      run.reopen()
      run.replaceOlder(plan, in: study.checkout)
    }
    defer { worker?.leave() }
    return try await Runner(
      plan: study.plan, store: study.checkout.store, sources: study.sources, jobs: study.request.jobs,
      rerun: Set(study.request.rerun), progress: progress, worker: worker
    ).run()
  }

  /// A part of a report, or one with other parameters, is not blamed for goldens it has no quantity for.
  private func judged(_ pages: [Page], _ goldens: GoldenFile) -> CheckReport {
    let quantities = pages.flatMap(\.quantities)
    var wanted = goldens
    if !study.request.isPlain {
      let ids = Set(quantities.map(\.id))
      wanted.entries.removeAll { !ids.contains($0.id) }
    }
    return judge(
      quantities: quantities, goldens: wanted, profile: study.request.profile, parameters: study.parameters)
  }

  private var hasProvenance: Bool {
    FileManager.default.fileExists(atPath: study.reportFolder.appending(path: "provenance.json").path)
  }

  /// Writes what differs and removes figures that are no longer made. Returns how many files changed.
  private func write(_ files: [String: Data]) throws(StoreError) -> Int {
    var changed = 0
    for (name, data) in files.sorted(by: { $0.key < $1.key }) {
      if try AtomicFile.update(data, at: study.reportFolder.appending(path: name)) { changed += 1 }
    }
    guard files.count > 1 else { return changed }
    let figures = study.reportFolder.appending(path: "figures")
    let present = (try? FileManager.default.contentsOfDirectory(atPath: figures.path)) ?? []
    for name in present where files["figures/\(name)"] == nil && Self.isOfFigure(name) {
      try? FileManager.default.removeItem(at: figures.appending(path: name))
      changed += 1
    }
    return changed
  }

  private static func isOfFigure(_ name: String) -> Bool {
    !name.hasPrefix(".") && [".svg", ".csv", ".gp"].contains { name.hasSuffix($0) }
  }
}
