import Foundation
import Lattice
import Random

@testable import IsingGenerator

/// The refinements of generators of Ising configurations that are timed: CPU time a fine spin from side 2048
/// to 4096, without measurement. Cases are named `generator`, `generator-16`, `generator-patch`.
enum Generator: String, CaseIterable, BenchmarkCase {
  /// The three-parameter network; `C/generator.c` and `peers/generator.py` have it, too.
  case four = "generator"
  /// A table of 16 entries without symmetry.
  case sixteen = "generator-16"
  /// A table of 65536 entries.
  case patch = "generator-patch"

  static let side = 2048

  var name: String { rawValue }

  /// Times the case and checks how many spins agree with their block; one line in the format of the other
  /// measurements.
  ///
  /// - Throws: `BenchmarkError` if the frequency is not that of the rule.
  func measure(repeats: Int) throws -> String {
    let rule = try rule()
    let side = Self.side
    var random = RandomStream(seed: 1, name: "benchmarks/\(name)")
    // Fair coins: all contexts occur.
    let coarse = SpinLattice(side: side, words: (0..<side * side / 64).map { _ in random.next() })
    let start = Xoshiro512(&random)
    let (fine, seconds) = try Measurement.best(of: repeats) {
      var generator = start
      return rule.refined(coarse, random: &generator)
    }
    let sites = Double(fine.sites)
    let counts = TrainingCounts.contextCounts(fine: fine, coarse: coarse)
    let agreeing = Double((0..<6).reduce(0) { $0 + counts[2 * $1 + 1] }) / sites
    let (exact, limit) = (expected, 5 / sites.squareRoot())
    let numbers = [("agreeing", agreeing), ("exact", exact), ("limit", limit)]
    let check = numbers.map { String(format: "%@=%.6f", $0.0, $0.1) }.joined(separator: " ")
    guard abs(agreeing - exact) < limit else {
      throw BenchmarkError("\(name): the frequency of agreement is wrong: \(check)")
    }
    return "swift \(name) spin_ns=\(String(format: "%.5f", 1e9 * seconds / sites)) \(check)"
  }

  func rule() throws -> any UpsamplingRule {
    switch self {
    case .four, .sixteen: try FourSpinRule(probabilities: table)
    case .patch: try PatchRule(probabilities: table)
    }
  }

  /// W = (3.205, 1.175, 0.55), near the optimum for critical configurations; one entry differs in `sixteen`.
  var table: [Double] {
    var table: [Double] = (0..<16).map { (context: Int) -> Double in
      func spin(_ bit: Int) -> Double { context >> bit & 1 == 1 ? 1 : -1 }
      let field = 3.205 * spin(0) + 1.175 * (spin(1) + spin(2)) + 0.55 * spin(3)
      return 1 / (1 + exp(-field / 2))
    }
    if self == .sixteen { table[3] = 0.75 }
    return table
  }

  /// The probability of agreement if the coarse spins are fair coins.
  private var expected: Double {
    table.enumerated().reduce(0.0) { sum, entry in
      let agrees: Double = entry.offset & 1 == 1 ? entry.element : 1 - entry.element
      return sum + agrees / 16
    }
  }
}
