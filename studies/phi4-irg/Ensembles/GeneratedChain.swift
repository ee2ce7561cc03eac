import Lattice
import Learning
import Random

/// Configurations of one chain enlarged by an inverse map again and again.
struct GeneratedChain: Codable, Sendable {
  /// Bins of the histogram of fields, from −3 to 3.
  static let bins = 60

  /// The sampled lattice and its enlargements.
  private(set) var levels: [FieldSeries]
  /// Number of sites by field, for every level, symmetrised; fields beyond ±3 are left out.
  private(set) var histograms: [[Int]]

  /// Simulates a chain and enlarges each configuration `doublings` times; configuration i draws from the child stream i.
  ///
  /// - Throws: `ScalarFieldError`, `InverseMapError`.
  init(
    _ parameters: EnsembleParameters, map: InverseMap, doublings: Int, chain: Int, random: RandomStream
  ) throws {
    levels = (0...doublings).map { FieldSeries(side: parameters.size << $0) }
    histograms = levels.map { _ in [Int](repeating: 0, count: Self.bins) }
    var stream = random.child("updates")
    var sampler = try PhiFourSampler(
      side: parameters.size, action: parameters.action, mix: parameters.mix, start: .hot, random: &stream)
    sampler.equilibrate(parameters.equilibration)
    for index in 0..<parameters.configurations(ofChain: chain) {
      sampler.sweep(parameters.sweepsBetween)
      var field = sampler.field
      var noise = random.child("noise", index)
      record(field, 0)
      for level in 1..<levels.count {
        field = ScalarField(
          side: 2 * field.side, values: try map.refined(field.values, side: field.side, random: &noise))
        record(field, level)
      }
    }
  }

  private mutating func record(_ field: ScalarField, _ level: Int) {
    levels[level].append(field.moments)
    for value in field.values where abs(value) < 3 {
      // Both signs of every field: the theory is symmetric, a few configurations are not.
      let bin = Int((value + 3) * Double(Self.bins) / 6)
      histograms[level][bin] += 1
      histograms[level][Self.bins - 1 - bin] += 1
    }
  }
}
