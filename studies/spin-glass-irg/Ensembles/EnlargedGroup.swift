import Lattice
import Learning
import Random

/// Configurations of different disorder samples enlarged again and again by an inverse map.
struct EnlargedGroup: Codable, Sendable {
  /// What is measured at one size: a number for each configuration.
  struct Level: Codable, Sendable {
    let side: Int
    private(set) var q: [Double] = []
    private(set) var structure: [Double] = []
    private(set) var link: [Double] = []
    /// C(r), r = 1 … , mean over the configurations.
    private(set) var correlation: [Double] = []

    init(side: Int) { self.side = side }

    mutating func add(_ moments: CubicMoments, of count: Int) {
      q.append(moments.q)
      structure.append(moments.structureFactor)
      link.append(moments.correlation.first ?? 1)
      let kept = moments.correlation.prefix(16)
      if correlation.isEmpty { correlation = [Double](repeating: 0, count: kept.count) }
      for (r, value) in kept.enumerated() { correlation[r] += value / Double(count) }
    }
  }

  private(set) var levels: [Level]

  /// By whichever map was trained.
  init(_ start: [CubicSpins], by trained: TrainedInverse, doublings: Int, random: RandomStream) {
    switch trained {
    case .tanh(let model): self.init(start, by: model, doublings: doublings)
    default: self.init(start, by: trained.map ?? CopyInverse(), doublings: doublings, random: random)
    }
  }

  /// The first level is the start itself.
  init(_ start: [CubicSpins], by map: any CubicInverse, doublings: Int, random: RandomStream) {
    let side = start.first?.side ?? 1
    levels = (0...doublings).map { Level(side: side << $0) }
    for (index, configuration) in start.enumerated() {
      var noise = random.child("configuration", index)
      var current = configuration
      levels[0].add(current.moments, of: start.count)
      for level in levels.indices.dropFirst() {
        let words = map.refined(current.words, side: current.side, random: &noise)
        current = CubicSpins(side: 2 * current.side, words: words)
        levels[level].add(current.moments, of: start.count)
      }
    }
  }

  /// Continuous fields enlarged without drawing spins.
  init(_ start: [CubicSpins], by map: TanhInverse, doublings: Int) {
    let side = start.first?.side ?? 1
    levels = (0...doublings).map { Level(side: side << $0) }
    for configuration in start {
      var current = ContinuousCube(configuration)
      levels[0].add(current.moments, of: start.count)
      for level in levels.indices.dropFirst() {
        current = ContinuousCube(
          side: 2 * current.side, values: map.refined(current.values, side: current.side))
        levels[level].add(current.moments, of: start.count)
      }
    }
  }
}
