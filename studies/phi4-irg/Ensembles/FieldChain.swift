import Lattice
import Random
import Renormalization

/// One chain of a direct simulation with the observables of every configuration and of its blockings.
struct FieldChain: Codable, Sendable {
  /// The sampled lattice and what one, two, … blocking steps make of it, down to side 4.
  private(set) var levels: [FieldSeries]
  /// Acceptance rate of the Metropolis updates.
  let acceptance: Double

  /// Runs the chain.
  ///
  /// - Parameter blockings: how many blocking steps are measured at most.
  /// - Throws: `ScalarFieldError`, `RenormalizationError`.
  init(
    _ parameters: EnsembleParameters, rule: FieldBlockRule, blockings: Int, chain: Int, random: RandomStream
  ) throws {
    var sides = [parameters.size]
    while let last = sides.last, last % 2 == 0, last >= 8, sides.count <= blockings { sides.append(last / 2) }
    levels = sides.map { FieldSeries(side: $0) }
    var stream = random.child("updates")
    var sampler = try PhiFourSampler(
      side: parameters.size, action: parameters.action, mix: parameters.mix, start: .hot, random: &stream)
    sampler.equilibrate(parameters.equilibration)
    for _ in 0..<parameters.configurations(ofChain: chain) {
      sampler.sweep(parameters.sweepsBetween)
      levels[0].append(sampler.moments)
      guard levels.count > 1 else { continue }
      var field = sampler.field
      for k in levels.indices.dropFirst() {
        field = try rule.block(field)
        levels[k].append(field.moments)
      }
    }
    acceptance = sampler.acceptance.metropolis
  }
}
