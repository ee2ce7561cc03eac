import Foundation

/// The log of a job of a queue that ended with an error.
struct JobLog: Sendable {
  let path: String
  let lines: [String]

  /// Begins the last line of the log of such a job, before its exit code.
  static let ending = "kadanoff: the job ended with exit code"

  /// Those among the jobs that a run queued last; reads some hundred logs at most.
  static func failures(of run: RunFolder) -> [JobLog] {
    let ids = Set(SlurmJobs.read(run)?.ids ?? [])
    let names = (try? FileManager.default.contentsOfDirectory(atPath: run.logs.path)) ?? []
    let mine = names.filter { name in
      // "study.step-12_7.log"
      let job = name.split(separator: "-").last?.split(separator: "_").first
      return job.flatMap { Int($0) }.map { ids.contains($0) } ?? false
    }
    return mine.sorted().prefix(256).compactMap { name in
      let path = run.logs.appending(path: name).path
      let lines = LastLines.of(path)
      return lines.last?.hasPrefix(ending) == true ? JobLog(path: path, lines: lines.dropLast()) : nil
    }
  }
}
