import Foundation
import Lattice
import Synchronization

/// Two batches on two threads against one on one: wall time, not CPU time. The case `spin-glass-threads`.
struct SpinGlassThreads: BenchmarkCase {
  let name = "spin-glass-threads"

  /// Times one batch alone and two at a time, alternating, and checks that their spins do not depend on it.
  ///
  /// - Throws: `BenchmarkError` if they do.
  func measure(repeats: Int) throws -> String {
    let glass = SpinGlass(cycle: .production, side: 8, sharing: .planes)
    let schedule = try glass.schedule()
    let batches = try (0..<2).map { try glass.batch(schedule, number: $0) }
    var (alone, together) = (Double.infinity, Double.infinity)
    let expected = batches.map(Self.finished)
    for _ in 0..<repeats {
      for batch in 0..<2 {
        let start = Self.wallSeconds()
        guard Self.finished(batches[batch]) == expected[batch] else {
          throw BenchmarkError("two runs from one seed gave different results")
        }
        alone = min(alone, Self.wallSeconds() - start)
      }
      let hashes = Mutex([UInt64](repeating: 0, count: 2))
      let start = Self.wallSeconds()
      DispatchQueue.concurrentPerform(iterations: 2) { batch in
        let hash = Self.finished(batches[batch])
        hashes.withLock { $0[batch] = hash }
      }
      together = min(together, Self.wallSeconds() - start)
      guard hashes.withLock({ $0 }) == expected else {
        throw BenchmarkError("\(name): the spins depend on the number of threads")
      }
    }
    let numbers = String(format: "alone_s=%.4f together_s=%.4f", alone, together)
    return "swift \(name) \(numbers) scaling=\(String(format: "%.3f", 2 * alone / together))"
  }

  private static func finished(_ batch: ReplicaExchange) -> UInt64 {
    var run = batch
    run.advance(sweeps: run.schedule.sweeps)
    return run.fingerprint
  }

  private static func wallSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }
}
