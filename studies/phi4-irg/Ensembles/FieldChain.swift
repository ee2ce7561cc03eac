import Lattice
import Random
import Renormalization

/// One chain of a direct simulation with the observables of every configuration and of its blockings.
struct FieldChain: Codable, Sendable {
  /// The sampled lattice and what one, two, … blocking steps make of it, down to side 4.
  private(set) var levels: [FieldSeries]
  /// Acceptance rates of the Metropolis and the over-relaxation updates.
  let metropolisAcceptance: Double?
  let overrelaxationAcceptance: Double?
  /// Largest |SD − 2 S/V − λ p4/2| of any configuration: two ways to write the same combination of observables.
  let identityDefect: Double

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
    var defect = 0.0
    for _ in 0..<parameters.configurations(ofChain: chain) {
      sampler.sweep(parameters.sweepsBetween)
      let moments = sampler.moments
      levels[0].append(moments)
      let other = 2 * moments.actionPerSite(parameters.action) + parameters.action.lambda / 2 * moments.p4
      defect = max(defect, abs(moments.schwingerDyson(parameters.action) - other))
      guard levels.count > 1 else { continue }
      var field = sampler.field
      for k in levels.indices.dropFirst() {
        field = try rule.block(field)
        levels[k].append(field.moments)
      }
    }
    metropolisAcceptance = sampler.tally.metropolisAcceptance
    overrelaxationAcceptance = sampler.tally.overrelaxationAcceptance
    identityDefect = defect
  }
}
