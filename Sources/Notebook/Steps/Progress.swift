import Foundation
import Synchronization

/// Shows on standard error what is running: one line a step with tasks done, rate and time left, redrawn in place
/// on a terminal and as plain lines every ten seconds otherwise.
public final class Progress: Sendable {
  private struct Line: Sendable {
    var total: Int
    var done: Int
    var doneBefore: Double
    var start: ContinuousClock.Instant
    /// Fractions of the long tasks under way.
    var parts: [Int: Double] = [:]

    /// Tasks done, long ones in part.
    var work: Double { parts.values.sorted().reduce(Double(done), +) }
  }

  private struct State: Sendable {
    var lines: [String: Line] = [:]
    var drawn = 0
    var lastPlain = ContinuousClock.now
    var stored = 0
  }

  private let state = Mutex(State())
  private let isTerminal: Bool
  private let isQuiet: Bool
  private let label: String

  /// `label`: put before every step's name, usually the study.
  public init(label: String, quiet: Bool = false) {
    self.label = label
    isQuiet = quiet
    isTerminal = !quiet && isatty(STDERR_FILENO) == 1
  }

  /// Tasks stored so far in this run.
  public var stored: Int { state.withLock { $0.stored } }

  /// Shows a step from its first task on; later calls change nothing.
  func begin(_ step: String, total: Int, done: Int) {
    state.withLock { state in
      guard state.lines[step] == nil else { return }
      state.lines[step] = Line(total: total, done: done, doneBefore: Double(done), start: .now)
      redraw(&state)
    }
  }

  /// How much of a long task is done. What an earlier run did of it does not count for the rate.
  func report(_ step: String, task: Int, fraction: Double) {
    state.withLock { state in
      if state.lines[step]?.parts[task] == nil { state.lines[step]?.doneBefore += fraction }
      state.lines[step]?.parts[task] = fraction
      redraw(&state)
    }
  }

  func advance(_ step: String, task: Int) {
    state.withLock { state in
      state.lines[step]?.done += 1
      state.lines[step]?.parts[task] = nil
      state.stored += 1
      redraw(&state)
    }
  }

  func end(_ step: String) {
    state.withLock { state in
      guard let line = state.lines.removeValue(forKey: step) else { return }
      erase(&state)
      let seconds = ContinuousClock.now - line.start
      emit("  \(label)/\(step): \(line.total) of \(line.total) done in \(Self.text(seconds))")
      redraw(&state)
    }
  }

  /// A line that stays on the screen.
  public func note(_ text: String) {
    state.withLock { state in
      erase(&state)
      emit(text)
      redraw(&state)
    }
  }

  private func redraw(_ state: inout State) {
    guard !isQuiet else { return }
    if isTerminal {
      erase(&state)
      for (step, line) in state.lines.sorted(by: { $0.key < $1.key }) {
        emit("  " + text(step, line))
        state.drawn += 1
      }
    } else if ContinuousClock.now - state.lastPlain > .seconds(10) {
      state.lastPlain = .now
      for (step, line) in state.lines.sorted(by: { $0.key < $1.key }) where line.work > line.doneBefore {
        emit("  " + text(step, line))
      }
    }
  }

  private func text(_ step: String, _ line: Line) -> String {
    var text = "\(label)/\(step): \(line.done)/\(line.total)"
    let elapsed = ContinuousClock.now - line.start
    if !line.parts.isEmpty { text += String(format: " (%.0f %%)", 100 * line.work / Double(max(line.total, 1))) }
    let fresh = line.work - line.doneBefore
    if fresh > 0, elapsed > .milliseconds(200) {
      let rate = fresh / (elapsed / .seconds(1))
      let left = Duration.seconds((Double(line.total) - line.work) / rate)
      text += String(format: ", %.2g tasks/s, ", rate) + Self.text(left) + " left"
    }
    return text
  }

  private func erase(_ state: inout State) {
    guard state.drawn > 0 else { return }
    write("\u{1B}[\(state.drawn)A\u{1B}[J")
    state.drawn = 0
  }

  private func emit(_ line: String) {
    if !isQuiet { write(line + "\n") }
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }

  /// `0.4 s`, `12 s`, `3 min 05 s`, `1 h 02 min`.
  static func text(_ duration: Duration) -> String {
    let seconds = duration / .seconds(1)
    if seconds < 10 { return String(format: "%.1f s", seconds) }
    let whole = Int(seconds.rounded())
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return String(format: "%d min %02d s", whole / 60, whole % 60) }
    return String(format: "%d h %02d min", whole / 3600, (whole % 3600) / 60)
  }
}
