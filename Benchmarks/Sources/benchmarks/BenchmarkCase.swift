/// Something that is timed and checked, by a name of its own.
protocol BenchmarkCase: Sendable {
  var name: String { get }

  /// One line for readers and for the summary: program, name and "key=value" words, one of them the CPU time
  /// of the fastest repeat.
  ///
  /// - Throws: `BenchmarkError` if the result is wrong.
  func measure(repeats: Int) throws -> String
}
