import Foundation

/// What a process says of itself in the folder of its run: where it is, what it is computing, and why it failed.
/// Rewritten every ten seconds; a file that is older than a minute is of a process that is gone.
struct WorkerRecord: Codable, Sendable {
  var schema = "worker/1"
  var host = Machine.host
  var machine = Machine.identity
  var pid = getpid()
  var birth = Machine.birth(of: getpid()) ?? 0
  /// The number of the job in its queue.
  var job: String?
  /// The command that does the same again.
  var command: String
  var log: String?
  var tasks: [Task] = []
  var failure: Failure?

  /// A task under way.
  struct Task: Codable, Sendable, Hashable {
    let step: String
    let task: Int
    /// How much of it is done, for long ones.
    var fraction: Double?
  }

  struct Failure: Codable, Sendable, Hashable {
    let step: String
    let task: Int
    let reason: String
  }

  /// A record as it was found.
  struct Found: Sendable {
    let file: URL
    let record: WorkerRecord
    let isAlive: Bool
    /// Seconds since it was written.
    let age: Double

    /// What it tells of a failure: its own words or, if its process is gone without any, that.
    var failure: Failure? {
      if let failure = record.failure { return failure }
      // A run of many tasks that was stopped has not failed; the same command goes on.
      guard !isAlive, file.lastPathComponent.hasPrefix("task-"), let last = record.tasks.first else { return nil }
      return Failure(
        step: last.step, task: last.task, reason: "its process is gone without a word: killed, or its machine stopped")
    }
  }

  /// Records of a folder, by name. What is not one is left out.
  static func all(in folder: URL) -> [Found] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let records = names.sorted().filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }
    guard !records.isEmpty else { return [] }
    let now = FileTime.now(in: folder)
    return records.compactMap { name in
      let file = folder.appending(path: name)
      guard let data = FileManager.default.contents(atPath: file.path),
        let record = try? CanonicalJSON.decode(WorkerRecord.self, from: data), record.schema == "worker/1"
      else { return nil }
      let written = FileTime.ofChange(file)
      return Found(
        file: file, record: record, isAlive: record.isAlive(since: written, now: now), age: now - (written ?? now))
    }
  }

  /// A process of this machine can be looked up; of one elsewhere only its file tells.
  private func isAlive(since written: Double?, now: Double) -> Bool {
    if machine == Machine.identity { return Machine.birth(of: pid) == birth }
    return written.map { abs(now - $0) < Self.silence } ?? false
  }

  /// Seconds between rewritings, and after which a process of another machine counts as gone.
  static let heartbeat = 10.0
  static let silence = 60.0
}

/// Times of files, in seconds, by the clock of the machine that has them: clocks of two machines may differ.
enum FileTime {
  static func ofChange(_ file: URL) -> Double? {
    var info = stat()
    guard stat(file.path, &info) == 0 else { return nil }
    return Double(info.st_mtim.tv_sec) + 1e-9 * Double(info.st_mtim.tv_nsec)
  }

  /// What the time of a file written now would be; by this machine's clock where nothing can be written.
  static func now(in folder: URL) -> Double {
    let probe = folder.appending(path: ".now.\(UUID().uuidString).tmp")
    defer { try? FileManager.default.removeItem(at: probe) }
    if (try? Data().write(to: probe)) != nil, let time = ofChange(probe) { return time }
    return Date().timeIntervalSince1970
  }
}
