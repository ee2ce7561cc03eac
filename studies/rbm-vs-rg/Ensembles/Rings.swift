import Random
import Renormalization
import Statistics

extension FiniteRing {
  /// - Throws: `ChainError`.
  init(side: Int, coupling: Double) throws {
    let chain = try IsingChain(coupling: coupling)
    let exact = try chain.decimated().coupling
    let ring = try IsingRing(sites: side, chain: chain)
    func error(_ estimator: CorrelationLengthEstimator, sites: Int) -> Double? {
      (try? ring.matchedCoupling(coarseSites: sites, estimator: estimator)).map { $0 - exact }
    }
    self.side = side
    self.coupling = coupling
    naiveHalf = error(.neighbourCorrelation, sites: side / 2)
    naiveWhole = error(.neighbourCorrelation, sites: side)
    structure = error(.structureFactor, sites: side / 2)
  }
}

extension SampledRing {
  /// - Throws: `ChainError`.
  init(_ coupling: Double, side: Int, rings: Int, random: inout RandomStream) throws {
    let chain = try IsingChain(coupling: coupling)
    let ring = try IsingRing(sites: side, chain: chain)
    let samples = try RingSamples(ring: ring, count: rings, random: &random)
    let decimated = try RingEstimates(samples.decimated())
    self.coupling = coupling
    exact = try chain.decimated().coupling
    structure = try RingEstimates(samples).renormalizedCoupling
    neighbour = decimated.neighbourCorrelation
    exactNeighbour = try ring.decimated().correlation(atDistance: 1)
  }
}
