/// Bad arguments, or a benchmark whose result is wrong, however fast it was.
struct BenchmarkError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
