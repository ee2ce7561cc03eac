import Elementary

/// The disorder average [⟨·⟩] over all ±J samples of the periodic 2 × 2 × 2 lattice (24 bonds).
///
/// The samples are summed by gauge classes. A class carries the weight of all its members, which is itself a
/// partition function of the class: Σ_g Π w(J g g′), with w = p² or (1−p)² for the two bonds of an edge.
public struct TwoCubeDisorderAverage: Sendable, Hashable, Codable {
  /// Inverse temperature β.
  public let beta: Double
  /// p, the probability of J = +1.
  public let positiveProbability: Double
  /// [ln Z]/8.
  public private(set) var logPartitionFunctionPerSpin = 0.0
  /// [e], the energy per spin of one replica.
  public private(set) var energy = 0.0
  /// [P(q)] at q = 0, 1/4, 1/2, 3/4, 1; P(-q) = P(q), so that P(0) + 2 Σ P(q > 0) = 1.
  public private(set) var overlapLaw = [Double](repeating: 0, count: 5)
  /// [⟨q_link⟩], the mean of ⟨s s′⟩² over the bonds.
  public private(set) var linkOverlap = 0.0
  /// [⟨m²⟩], m being the magnetization per spin of one replica.
  public private(set) var magnetizationSquare = 0.0
  /// [atanh(J⟨s s′⟩)], which is β where p = ½.
  public private(set) var betaEstimate = 0.0

  /// [⟨|q|⟩].
  public var absoluteOverlap: Double { TwoCube.overlapMean(overlapLaw) { $0 } }
  /// [⟨q²⟩].
  public var overlapSquare: Double { TwoCube.overlapMean(overlapLaw) { $0 * $0 } }
  /// [⟨q⁴⟩].
  public var overlapFourth: Double { TwoCube.overlapMean(overlapLaw) { $0 * $0 * $0 * $0 } }

  /// Sums all samples.
  ///
  /// - Throws: `ExactReferenceError` for β outside 0 to `TwoCubeSample.largestBeta` and p outside 0 to 1.
  public init(beta: Double, positiveProbability: Double = 0.5) throws(ExactReferenceError) {
    try ExactReferenceError.check(beta: beta, largest: TwoCubeSample.largestBeta)
    guard positiveProbability >= 0, positiveProbability <= 1 else {
      throw .positiveProbability(positiveProbability, allowed: "0 to 1")
    }
    self.beta = beta
    self.positiveProbability = positiveProbability
    let factors = TwoCubeSample.factors(beta: beta)
    let weights = Self.weights(positiveProbability: positiveProbability)
    for gaugeClass in TwoCube.gaugeClasses {
      let (present, negative) = (gaugeClass.present, gaugeClass.negative)
      let sample = TwoCubeSample(present: present, negative: negative, beta: beta, factors: factors)
      var members = TwoCube.sums(present: present, negative: negative, weights: weights[present.nonzeroBitCount])
      // Transformations that are constant on every part change nothing; site 7 is fixed already.
      let share = 1 / Double(1 << (gaugeClass.parts - 1))
      for index in members.indices { members[index] *= share }
      add(sample, members: members)
    }
  }

  /// For each number of present edges the probability of a sample with u = 0, 1, … negative ones among them.
  private static func weights(positiveProbability: Double) -> [[Double]] {
    let negativeProbability = 1 - positiveProbability
    let positive = powers(positiveProbability * positiveProbability)
    let negative = powers(negativeProbability * negativeProbability)
    let absent = powers(2 * positiveProbability * negativeProbability)
    return (0...12).map { present in
      (0...present).map { positive[present - $0] * negative[$0] * absent[12 - present] }
    }
  }

  private static func powers(_ base: Double) -> [Double] {
    (0..<12).reduce(into: [1]) { list, _ in list.append(list[list.count - 1] * base) }
  }

  /// Adds a class. `members[A]` is Σ g_A times probability over its members J g g′, g being the gauge transformation
  /// from the class's first member, so that [⟨s_i s_j⟩] gets members[{i, j}] ⟨s_i s_j⟩.
  private mutating func add(_ sample: TwoCubeSample, members: [Double]) {
    let weight = members[0]
    logPartitionFunctionPerSpin += weight * sample.logPartitionFunctionPerSpin
    energy += weight * sample.energy
    for index in overlapLaw.indices { overlapLaw[index] += weight * sample.overlapLaw[index] }
    linkOverlap += weight * sample.linkOverlap
    betaEstimate += weight * sample.betaEstimate
    var pairs = 8 * weight
    for i in 0..<8 {
      for j in 0..<i {
        let pair = TwoCube.pair(i, j)
        pairs += 2 * members[pair] * sample.correlations[pair]
      }
    }
    magnetizationSquare += pairs / 64
  }
}
