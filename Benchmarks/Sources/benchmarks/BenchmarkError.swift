/// Bad arguments, or a benchmark whose result is wrong, however fast it was.
struct BenchmarkError: Error, CustomStringConvertible {
  let description: String
  /// What the process ends with: 64 (EX_USAGE) for bad arguments, otherwise 1.
  let exitStatus: Int32

  init(_ description: String, exitStatus: Int32 = 1) {
    self.description = description
    self.exitStatus = exitStatus
  }

  static func usage(_ description: String) -> BenchmarkError { BenchmarkError(description, exitStatus: 64) }
}
