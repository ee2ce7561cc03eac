import Random

/// One rearrangement of the sites of a lattice, the same for all fields and all samples: the control that keeps
/// every weight and destroys the geometry.
///
/// Participation ratio, norm and purity of a field cannot react to it; radius, shares of windows, block
/// correlations and distances of centres can.
public struct FieldPermutation: Sendable, Hashable, Codable {
  public let torus: FieldTorus
  /// Where each site goes.
  public let target: [Int]

  /// A uniformly random permutation (Fisher and Yates).
  public init(torus: FieldTorus, random: RandomStream) {
    var random = random
    var target = Array(0..<torus.sites)
    for k in stride(from: target.count - 1, to: 0, by: -1) { target.swapAt(k, random.below(k + 1)) }
    self.torus = torus
    self.target = target
  }

  /// The fields with their sites rearranged.
  ///
  /// - Throws: `BoltzmannError.wrongCount` if the lattices differ.
  public func applied(to fields: FieldSet) throws(BoltzmannError) -> FieldSet {
    guard fields.torus == torus else {
      throw .wrongCount(what: "the sites of the fields", expected: torus.sites, found: fields.torus.sites)
    }
    var values = fields.values
    for (k, value) in fields.values.enumerated() {
      let site = k % torus.sites
      values[k - site + target[site]] = value
    }
    return try FieldSet(torus: torus, fields: values, flips: fields.isFlipped)
  }

  /// The samples with their sites rearranged.
  ///
  /// - Throws: `BoltzmannError.wrongCount` if the samples are not of this lattice.
  public func applied(to samples: SpinSamples) throws(BoltzmannError) -> SpinSamples {
    try torus.check(samples)
    var words = [UInt64](repeating: 0, count: samples.words.count)
    for sample in 0..<samples.count {
      for site in 0..<torus.sites where samples[sample, site] {
        words[sample * samples.stride + target[site] >> 6] |= 1 << UInt64(target[site] & 63)
      }
    }
    return SpinSamples(units: samples.units, count: samples.count, words: words)
  }
}
