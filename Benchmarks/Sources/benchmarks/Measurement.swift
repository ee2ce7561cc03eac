import Foundation

/// The time of one case and what shows that the right thing was computed.
struct Measurement: CustomStringConvertible {
  let name: String
  let epochs: Int
  /// CPU seconds of the fastest repeat.
  let seconds: Double
  /// "key=value" words: a physical quantity and the digest of the trained parameters.
  let check: String

  /// One line that both a reader and `summarize.py` understand.
  var description: String {
    let epoch = String(format: "%.3f", 1e6 * seconds / Double(epochs))
    let total = String(format: "%.4f", seconds)
    return "swift \(name) epoch_us=\(epoch) epochs=\(epochs) seconds=\(total) \(check)"
  }

  /// The result of the body and the CPU seconds of the fastest of `repeats` runs.
  ///
  /// - Throws: what the body throws; `BenchmarkError` if two runs differ.
  static func best<Result: Equatable>(
    of repeats: Int, _ body: () throws -> Result
  ) throws -> (result: Result, seconds: Double) {
    var fastest = Double.infinity
    var last: Result?
    for _ in 0..<repeats {
      let start = processorSeconds()
      let result = try body()
      fastest = min(fastest, processorSeconds() - start)
      if let last, last != result { throw BenchmarkError("two runs from one seed gave different results") }
      last = result
    }
    guard let last else { throw BenchmarkError("nothing was run") }
    return (last, fastest)
  }

  /// CPU time of the process so far.
  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }

  /// A 64-bit digest of the bits of numbers (Fowler, Noll, Vo: FNV-1a).
  static func digest(_ values: [Double]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for value in values {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        hash = (hash ^ (value.bitPattern &>> shift & 0xff)) &* 0x100_0000_01b3
      }
    }
    return String(format: "%016lx", hash)
  }
}
