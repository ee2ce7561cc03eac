import Lattice
import Learning
import Random
import Renormalization

/// Equilibration from four starts: |m| and p2 after 0, 1, 4, 16, 32 and 64 sweeps, configuration by configuration.
struct WarmStart: Codable, Sendable {
  enum Start: String, Codable, CaseIterable, Sendable {
    /// Enlarged by the linear inverse with trained noise, and without.
    case stochastic, deterministic
    /// Independent uniform fields, and the constant field of least action.
    case hot, cold
  }

  static let sweeps = [0, 1, 4, 16, 32, 64]

  /// Mean over the chain's configurations of |m|, and of p2, at each of `sweeps`, by start.
  private(set) var magnetization: [[Double]]
  private(set) var square: [[Double]]

  /// - Throws: `ScalarFieldError`, `InverseMapError`.
  init(
    _ seed: EnsembleParameters, side: Int, maps: [InverseMap], chain: Int, random: RandomStream
  ) throws {
    let count = seed.configurations(ofChain: chain)
    magnetization = Start.allCases.map { _ in [Double](repeating: 0, count: Self.sweeps.count) }
    square = magnetization
    var updates = random.child("seeds")
    var source = try PhiFourSampler(side: seed.size, action: seed.action, mix: seed.mix, start: .hot, random: &updates)
    source.equilibrate(seed.equilibration)
    for index in 0..<count {
      source.sweep(seed.sweepsBetween)
      for (k, start) in Start.allCases.enumerated() {
        var stream = random.child(start.rawValue, index)
        var field: ScalarField?
        if start == .stochastic || start == .deterministic {
          var enlarged = source.field
          while enlarged.side < side {
            let values = try maps[k].refined(enlarged.values, side: enlarged.side, random: &stream)
            enlarged = ScalarField(side: 2 * enlarged.side, values: values)
          }
          field = enlarged
        }
        try follow(k, start, field, seed, side, &stream, count)
      }
    }
  }

  private mutating func follow(
    _ k: Int, _ start: Start, _ field: ScalarField?, _ seed: EnsembleParameters, _ side: Int,
    _ stream: inout RandomStream, _ count: Int
  ) throws {
    let beginning: PhiFourSampler.Start = field.map { .field($0) } ?? (start == .hot ? .hot : .cold)
    var sampler = try PhiFourSampler(
      side: side, action: seed.action, mix: .recommended(side: side), start: beginning, random: &stream)
    var done = 0
    for (place, sweeps) in Self.sweeps.enumerated() {
      sampler.sweep(sweeps - done)
      done = sweeps
      let moments = sampler.moments
      magnetization[k][place] += abs(moments.m) / Double(count)
      square[k][place] += moments.p2 / Double(count)
    }
  }
}
