import Lattice
import Learning
import Random
import Renormalization

/// Bond energies of hidden units, majority blocks and decimated spins of the same configurations, and the couplings
/// these are on the torus of their size.
struct BlockedCouplings {
  let hidden: Double
  let majority: Double
  let decimated: Double
  let hiddenCoupling: Double?
  let majorityCoupling: Double?
  let decimatedCoupling: Double?
  /// C(r) by distance in units of the coarse lattice, r = 1, 2, … .
  let hiddenCorrelation: [Double]
  let blockCorrelation: [Double]
  /// Mean distances of the pairs, in units of the coarse lattice.
  let hiddenDistances: [Double]
  let blockDistances: [Double]

  /// - Parameters:
  ///   - levels: blocking steps that the hidden layer stands for; its side is L/2ⁿ.
  /// - Throws: `BoltzmannError`.
  init(
    _ data: SpinSamples, hidden samples: SpinSamples, fields: FieldSet, levels: Int, random: RandomStream
  ) throws {
    let torus = fields.torus
    let spacing = Double(1 << levels)
    let coarse = torus.side >> levels
    let statistics = try FieldStatistics(fields, deadBelow: 0)
    let distances = (1...max(1, min(4, coarse / 2))).map(Double.init)
    // Half steps: neighbours and diagonal neighbours of a square lattice in bins of their own.
    let edges = (0...2 * distances.count).map { (0.75 + 0.5 * Double($0)) * spacing }
    let units = try FieldHiddenCorrelation(
      samples, centres: statistics.centres, isFlipped: fields.isFlipped, neighbours: min(4, samples.units - 1),
      edges: edges)
    let blocks = try torus.majority(data, levels: levels, random: random.child("coins"))
    let kept = try torus.decimated(data, levels: levels)
    let tiling = try FieldCentres(tiling: torus, block: 1 << levels)
    let blockUnits = try FieldHiddenCorrelation(
      blocks, centres: tiling, neighbours: min(4, blocks.units - 1), edges: edges)
    func energy(_ samples: SpinSamples) throws -> Double {
      let sums = try FieldTorus(side: coarse).bondSums(of: samples)
      return Double(sums.reduce(0, +)) / Double(samples.count * 2 * coarse * coarse)
    }
    hidden = units.nearest.mean
    majority = try energy(blocks)
    decimated = try energy(kept)
    let energies = [hidden, majority, decimated].map { value in
      try? KaufmanInversion(side: coarse).coupling(bondEnergy: value)
    }
    (hiddenCoupling, majorityCoupling, decimatedCoupling) = (energies[0], energies[1], energies[2])
    hiddenCorrelation = units.bins.map(\.correlation.mean)
    blockCorrelation = blockUnits.bins.map(\.correlation.mean)
    hiddenDistances = units.bins.map { $0.distance / spacing }
    blockDistances = blockUnits.bins.map { $0.distance / spacing }
  }
}
