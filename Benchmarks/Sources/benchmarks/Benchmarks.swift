import Foundation

/// `benchmarks` lists the cases; `benchmarks CASE [REPEATS]` times one and prints one line.
///
/// One process times one case, so that a script can alternate this program with others.
@main
enum Benchmarks {
  static func main() {
    do {
      let arguments = CommandLine.arguments.dropFirst()
      guard let name = arguments.first else {
        for training in Training.allCases { print(training.rawValue) }
        return
      }
      guard let training = Training(rawValue: name) else {
        let allowed = Training.allCases.map(\.rawValue).joined(separator: ", ")
        throw BenchmarkError("there is no case \(name); allowed: \(allowed)")
      }
      let repeats = arguments.dropFirst().first ?? "3"
      guard let repeats = Int(repeats), repeats > 0 else {
        throw BenchmarkError("the number of repeats is \(repeats), but must be a positive integer")
      }
      print(try training.measure(repeats: repeats))
    } catch {
      FileHandle.standardError.write(Data("error: \(error)\n".utf8))
      exit(1)
    }
  }
}
