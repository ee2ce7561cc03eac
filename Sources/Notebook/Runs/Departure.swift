import Dispatch
import Foundation
import Synchronization

/// Lets the process of a task stop at a signal: a task that saves its state does so at its next opportunity, then the
/// process ends; any other ends at once.
final class Departure: Sendable {
  /// What the process has done when it ends.
  struct State: Sendable {
    /// SIGUSR1: the time of the job is over soon.
    var isOutOfTime = false
    /// Whether a task was stored or a state saved: if not, going on later would begin where this process began.
    var hasSaved = false
    fileprivate var isRequested = false
    fileprivate var canSave = false
  }

  private let state = Mutex(State())
  private let end: @Sendable (State) -> Never

  /// How long a task may take to its next opportunity; queues kill half a minute after their signal.
  private static let grace = 25

  /// - Parameter end: ends the process.
  init(end: @escaping @Sendable (State) -> Never) { self.end = end }

  /// Watches for SIGUSR1, SIGTERM and SIGINT as long as the result is kept.
  func watch() -> [any DispatchSourceSignal] {
    [SIGUSR1, SIGTERM, SIGINT].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInteractive))
      source.setEventHandler { [self] in
        request(isOutOfTime: number == SIGUSR1)
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(Self.grace)) { self.leave() }
      }
      source.resume()
      return source
    }
  }

  /// Asks the task under way to stop; ends the process at once if it offers no states to save.
  func request(isOutOfTime: Bool) {
    let waits = state.withLock { state in
      state.isRequested = true
      state.isOutOfTime = state.isOutOfTime || isOutOfTime
      return state.canSave
    }
    if !waits { leave() }
  }

  var isRequested: Bool { state.withLock { $0.isRequested } }

  func saved() { state.withLock { $0.hasSaved = true } }

  /// Whether the task under way offers states to save.
  func taskCanSave(_ canSave: Bool) { state.withLock { $0.canSave = canSave } }

  func leave() -> Never { end(state.withLock { $0 }) }
}
