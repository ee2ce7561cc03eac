import Foundation
import Synchronization

/// Where a long task has got to, kept in the store so that a run that is killed goes on from there.
///
/// A resumable task (`Step.resumable`) starts from `saved` if there is something, and calls `reached` every second
/// or so. The state must hold everything that the rest of the task depends on, random generators included: the
/// result must be the same bytes however often the task was stopped.
///
/// ```swift
/// var run = try checkpoint.saved.map { try Simulation(resuming: $0) } ?? Simulation(random)
/// while !run.isFinished {
///   run.advance(sweeps: 1024)
///   try checkpoint.reached(run.fraction) { run.state }
/// }
/// ```
public final class Checkpoint: Sendable {
  /// The state at which an earlier run of the task was stopped, as `reached` was given it.
  public let saved: Data?

  private let interval: Duration
  private let last: Mutex<(saved: ContinuousClock.Instant, reported: ContinuousClock.Instant?)>
  private let save: @Sendable (Data) throws(StoreError) -> Void
  private let report: @Sendable (Double) -> Void
  private let departure: Departure?

  /// - Parameters:
  ///   - interval: time between saved states.
  ///   - save: keeps a state.
  ///   - report: takes the fraction of the task that is done.
  ///   - departure: asks for the state at once, and ends the process when it is saved.
  init(
    saved: Data? = nil, every interval: Duration = .seconds(20), departure: Departure? = nil,
    save: @escaping @Sendable (Data) throws(StoreError) -> Void = { _ in },
    report: @escaping @Sendable (Double) -> Void = { _ in }
  ) {
    self.departure = departure
    self.saved = saved
    self.interval = interval
    self.save = save
    self.report = report
    last = Mutex((.now, nil))
  }

  /// Says how much of the task is done and saves its state if the last one is 20 seconds old (`KADANOFF_CHECKPOINT`
  /// sets another number of seconds).
  ///
  /// - Parameters:
  ///   - fraction: the part of the task that is done, 0...1.
  ///   - state: what the task needs to go on from here; asked for only when it is saved.
  /// - Throws: `StoreError.unwritable`.
  public func reached(_ fraction: Double, state: () -> Data) throws(StoreError) {
    let now = ContinuousClock.now
    let (reports, saves) = last.withLock { last in
      let due = (last.reported.map { now - $0 >= .milliseconds(200) } ?? true, now - last.saved >= interval)
      if due.0 { last.reported = now }
      if due.1 { last.saved = now }
      return due
    }
    if reports { report(fraction) }
    departure?.taskCanSave(true)
    if let departure, departure.isRequested {
      try save(state())
      departure.saved()
      departure.leave()
    }
    if saves {
      try save(state())
      departure?.saved()
    }
  }

  /// Time between saved states.
  static var interval: Duration {
    let seconds = ProcessInfo.processInfo.environment["KADANOFF_CHECKPOINT"].flatMap { Double($0) }
    return .seconds(seconds.map { max(0, $0) } ?? 20)
  }
}
