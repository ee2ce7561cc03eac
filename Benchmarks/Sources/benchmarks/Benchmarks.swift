import Foundation

/// `benchmarks` lists the cases; `benchmarks CASE [REPEATS]` times one and prints one line.
///
/// One process times one case, so that a script can alternate this program with others.
@main
enum Benchmarks {
  static let cases: [any BenchmarkCase] =
    Training.allCases + Ising.allCases + Generator.allCases + [NewtonTraining(), LargeDream()]
    + PhiFour.allCases + Convolution.allCases + SpinGlass.allCases + SpinGlassErrors.allCases
    + SpinGlassRefinement.allCases + [SpinGlassThreads(), SpinGlassFit(), SpinGlassExact()]
    + Boltzmann.allCases + SingleProduct.allCases + [BlockedSample()]

  static func main() {
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      FileHandle.standardError.write(Data("error: \(error)\n".utf8))
      exit((error as? BenchmarkError)?.exitStatus ?? 1)
    }
  }

  private static func run(_ arguments: [String]) throws {
    guard let name = arguments.first else {
      for item in cases { print(item.name) }
      return
    }
    guard let item = cases.first(where: { $0.name == name }) else {
      let allowed = cases.map(\.name).joined(separator: ", ")
      throw BenchmarkError.usage("there is no case \(name); allowed: \(allowed)")
    }
    guard arguments.count <= 2 else {
      let extra = arguments.dropFirst(2).joined(separator: " ")
      throw BenchmarkError.usage("there is nothing after CASE [REPEATS], but \(extra) is given")
    }
    let repeats = arguments.count == 2 ? arguments[1] : "3"
    guard let repeats = Int(repeats), repeats > 0 else {
      throw BenchmarkError.usage("the number of repeats is \(repeats), but must be a positive integer")
    }
    print(try item.measure(repeats: repeats))
  }
}
