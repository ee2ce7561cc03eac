import Lattice
import Random
import Statistics

/// The integrated autocorrelation times of one mix of updates, from a chain that is measured after every sweep.
struct AutocorrelationRun: Codable, Sendable {
  let mix: UpdateMix
  let side: Int
  /// τ_int of |m| and of p2 in sweeps, with their errors.
  let magnetization: Estimate
  let square: Estimate
  /// - Throws: `ScalarFieldError`, `StatisticsError`.
  init(_ mix: UpdateMix, side: Int, sweeps: Int, action: PhiFourAction, random: RandomStream) throws {
    self.mix = mix
    self.side = side
    var updates = random.child("updates")
    var sampler = try PhiFourSampler(side: side, action: action, mix: mix, start: .hot, random: &updates)
    sampler.equilibrate(2000)
    var m: [Double] = []
    var p2: [Double] = []
    for _ in 0..<sweeps {
      sampler.sweep()
      let moments = sampler.moments
      m.append(abs(moments.m))
      p2.append(moments.p2)
    }
    magnetization = try Self.tau(m)
    square = try Self.tau(p2)
  }

  private static func tau(_ series: [Double]) throws -> Estimate {
    let estimate = try GammaMethod(series).estimate
    return Estimate(estimate.tauInt ?? .nan, estimate.tauIntError ?? .nan)
  }
}
