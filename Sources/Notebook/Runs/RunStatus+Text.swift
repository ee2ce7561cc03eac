import Foundation

extension RunStatus {
  /// For a terminal: a line for the run, a table of the steps that are begun but not done, and what failed.
  public var text: String {
    var lines = ["\(name): \(sentence)"]
    let open = steps.filter { $0.done < $0.tasks && $0.waiting < $0.tasks }
    let untouched = steps.filter { $0.tasks > 0 && $0.waiting == $0.tasks }
    if !isDone, !open.isEmpty {
      let rows = open.map { step in
        [
          "  \(step.name)", "\(step.done)/\(step.tasks)", Self.count(step.running), Self.count(step.failed),
          Self.count(step.waiting), step.rate > 0 && running > 0 ? Self.rate(step.rate) : "",
          step.secondsLeft.map { Progress.text(.seconds($0)) } ?? "unknown",
        ]
      }
      let header = ["  step", "done", "running", "failed", "waiting", "rate", "processor time left"]
      lines += TextTable.lines(header: header, rows: rows)
    }
    if !isDone, !untouched.isEmpty {
      let (steps, tasks) = (untouched.count, untouched.reduce(0) { $0 + $1.tasks })
      lines.append("  not begun: \(steps) steps with \(tasks) tasks")
    }
    for failure in failures.prefix(Self.mostFailures) {
      let what = failure.step == Self.report ? failure.step : "\(failure.step), task \(failure.task)"
      lines.append("  failed on \(failure.host): \(what): \(failure.reason)")
      lines += failure.lines.map { "    | \($0)" }
      lines.append("    again, alone: \(failure.command)")
    }
    if failures.count > Self.mostFailures { lines.append("  and \(failures.count - Self.mostFailures) more failed") }
    for log in silentFailures.prefix(Self.mostLogs) {
      lines.append("  a job failed before it could say more than its log, \(log.path):")
      lines += log.lines.map { "    | \($0)" }
    }
    if silentFailures.count > Self.mostLogs {
      lines.append("  and \(silentFailures.count - Self.mostLogs) more such jobs")
    }
    if isOfAnotherProgram, !isDone {
      lines.append(
        "  this program would compute something else than this run means: the code has changed since;"
          + " 'kadanoff cache rm \(name)' gives it up")
    }
    return lines.joined(separator: "\n")
  }

  /// "31 of 120 tasks done, 4 running, 1 failed, 84 waiting; 0.42 tasks/s, 3 min 10 s left".
  public var sentence: String {
    if isDone { return "done, its report is written" }
    var text = "\(done) of \(plan.taskCount) tasks done, \(running) running, \(failed) failed, \(waiting) waiting"
    if rate > 0, running > 0 { text += "; " + Self.rate(rate) }
    if let left = timeLeft, left.seconds >= 0.1 {
      text += ", \(left.isAtLeast ? "at least " : "")\(Progress.text(.seconds(left.seconds))) left"
    }
    if !hosts.isEmpty {
      let names = hosts.sorted { $0.key < $1.key }.map { $0.value > 1 ? "\($0.key) (\($0.value))" : $0.key }
      text += "; at work: " + names.joined(separator: ", ")
    } else if isAtWork {
      text += "; a process is about to work on it"
    } else if isOfAnotherProgram {
      // What follows would be advice for another run.
    } else if done == plan.taskCount {
      text +=
        "; the report is missing: kadanoff task --plan \(planFile.path.shellWord) --index \(done) writes it"
    } else if !isSubmitted {
      text += "; nobody is at work on it: \(command) goes on\(isHandedOut ? ", and so do the commands listed" : "")"
    }
    return text
  }

  /// The command that computes what is missing, with the engine that the run had.
  public var command: String {
    var words = plan.request.command(for: plan.study)
    if let output = plan.output { words += " --output \(output.shellWord)" }
    guard isSubmitted else { return words }
    return words.replacing("kadanoff run ", with: "kadanoff submit ", maxReplacements: 1) + " --engine slurm"
  }

  private static let mostFailures = 10
  private static let mostLogs = 3

  private static func count(_ count: Int) -> String { count == 0 ? "" : "\(count)" }

  private static func rate(_ rate: Double) -> String {
    rate >= 0.1 ? String(format: "%.2g tasks/s", rate) : String(format: "%.2g tasks/min", 60 * rate)
  }
}
