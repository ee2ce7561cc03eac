import Foundation

/// Processor time in seconds, which other processes on the machine do not change.
enum ProcessorTime {
  /// Of the calling thread.
  static var ofThread: Double { read(CLOCK_THREAD_CPUTIME_ID) }
  /// Of all threads of this process.
  static var ofProcess: Double { read(CLOCK_PROCESS_CPUTIME_ID) }

  private static func read(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }
}
