import Foundation
import Lattice
import Random

@testable import IsingGenerator

/// One configuration of the three-parameter network grown from one spin: CPU time and memory of the process,
/// without measurement. The case `dream-16384`.
struct LargeDream: BenchmarkCase {
  static let side = 16384

  var name: String { "dream-\(Self.side)" }

  /// Times the dream and checks how many spins of the last level agree with their block.
  ///
  /// - Throws: `BenchmarkError` if the frequency is not that of the rule.
  func measure(repeats: Int) throws -> String {
    let rule = try Generator.four.rule()
    let dream = Dream(rule: rule, root: .up, configuration: 0)
    let stream = RandomStream(seed: 1, name: "benchmarks/\(name)")
    func grown() throws -> SpinLattice {
      var random = stream
      return try dream.configuration(side: Self.side, random: &random)
    }
    _ = try grown()
    let peak = peakMemory
    let (last, seconds) = try Measurement.best(of: repeats, grown)
    let (difference, limit) = try agreement(dream, stream, last)
    let check = String(format: "difference=%.7f limit=%.7f", difference, limit)
    guard abs(difference) < limit else {
      throw BenchmarkError("\(name): the frequency of agreement is wrong: \(check)")
    }
    let numbers = String(format: "seconds=%.5f peak_mib=%.0f", seconds, peak)
    return "swift \(name) \(numbers) \(check)"
  }

  /// The fraction of spins that agree with their block, less the one expected for their contexts, and five
  /// standard errors of it: spins are independent given the level before.
  private func agreement(
    _ dream: Dream, _ stream: RandomStream, _ last: SpinLattice
  ) throws -> (difference: Double, limit: Double) {
    var random = stream
    var coarse = dream.start
    var fine = coarse
    try dream.levels(to: Self.side, random: &random) {
      coarse = fine
      fine = $0
    }
    guard fine == last else { throw BenchmarkError("\(name): two dreams from one seed are different") }
    let counts = TrainingCounts.contextCounts(fine: fine, coarse: coarse)
    let table = Generator.four.table
    var excess = 0.0
    var variance = 0.0
    for context in 0..<6 {
      let (neighbours, diagonal) = (context / 2, context % 2)
      let probability = table[1 | (1 << neighbours - 1) << 1 | diagonal << 3]
      let spins = Double(counts[2 * context] + counts[2 * context + 1])
      excess += Double(counts[2 * context + 1]) - spins * probability
      variance += spins * probability * (1 - probability)
    }
    let sites = Double(fine.sites)
    return (excess / sites, 5 * variance.squareRoot() / sites)
  }

  /// The most memory the process has had so far, MiB.
  private var peakMemory: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
  }
}
