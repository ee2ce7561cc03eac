import Foundation
import Notebook

extension StudyRun.Summary {
  /// Prints what was done and which checks failed.
  ///
  /// - Parameter before: tasks that other processes have computed for it.
  func show(before: Int = 0) {
    let tasksRun = tasksRun + before
    let done =
      tasksRun == 0 && filesWritten == 0
      ? "nothing to do: all \(tasks) tasks are stored and the report is up to date"
      : "\(tasksRun) of \(tasks) tasks run, \(filesWritten) files written"
    print("\(study): \(done) (\(String(format: "%.1f", seconds)) s)")
    print("  checks: \(checks.summary.sentence)")
    for check in checks.checks where check.isFailure { print("  \(check)") }
  }
}

extension PreparedStudy {
  /// Prints the headline numbers of the folder that the report is in.
  func showScoreboard() {
    let folder = reportFolder.deletingLastPathComponent()
    print("\n" + Scoreboard(folder: folder).text)
    print("\nreports: \(folder.appending(path: "README.md").path)")
  }
}
