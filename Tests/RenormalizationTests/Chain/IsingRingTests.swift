import Foundation
import Testing

@testable import Renormalization

private func ring(_ sites: Int, _ coupling: Double) throws -> IsingRing {
  try IsingRing(sites: sites, chain: IsingChain(coupling: coupling))
}

@Suite("Ising ring")
struct IsingRingTests {
  @Test("correlations equal those of an enumeration", arguments: [(2, 0.4), (3, 0.7), (5, 1.2), (8, 0.5)])
  func enumeration(sites: Int, coupling: Double) throws {
    let ring = try ring(sites, coupling)
    for r in 0...sites {
      var (sum, partition) = (0.0, 0.0)
      for state in 0..<1 << sites {
        let spins = (0..<sites).map { state >> $0 & 1 == 1 ? 1.0 : -1.0 }
        let weight = exp(coupling * (0..<sites).reduce(0) { $0 + spins[$1] * spins[($1 + 1) % sites] })
        partition += weight
        sum += weight * spins[0] * spins[r % sites]
      }
      #expect(abs(ring.correlation(atDistance: r) - sum / partition) < 1e-14)
    }
  }

  @Test("decimation is exact at every number of sites", arguments: [(4, 2), (6, 3), (8, 2), (30, 5)])
  func decimation(sites: Int, factor: Int) throws {
    let fine = try ring(sites, 0.8)
    let coarse = try fine.decimated(by: factor)
    for r in 0...coarse.sites {
      #expect(abs(coarse.correlation(atDistance: r) - fine.correlation(atDistance: factor * r)) < 1e-15)
    }
  }

  @Test("the second-moment length is √t/(1 - t) for every number of sites", arguments: [2, 3, 8, 37, 128])
  func secondMoment(sites: Int) throws {
    for coupling in [0.1, 0.5, 1, 2] {
      let ring = try ring(sites, coupling)
      let t = tanh(coupling)
      #expect(abs(ring.secondMomentLength / (t.squareRoot() / (1 - t)) - 1) < 1e-10)
      #expect(abs(ring.correlationLength(.structureFactor) / (-1 / log(t)) - 1) < 1e-10)
    }
  }

  @Test("matching the second-moment length itself is not decimation")
  func secondMomentMatching() throws {
    // √t'/(1 - t') = √t/(2 (1 - t)) at K = 0.5, solved for √t'.
    let t = tanh(0.5)
    let half = t.squareRoot() / (2 * (1 - t))
    let root = (-1 + (1 + 4 * half * half).squareRoot()) / (2 * half)
    let bias = try atanh(root * root) - IsingChain(coupling: 0.5).decimated().coupling
    #expect(abs(bias - 0.0217) < 5e-5)
  }

  @Test("the naive length is that of the correlation of neighbours", arguments: [(2, 0.3), (8, 1), (64, 2), (16, 6)])
  func naiveLength(sites: Int, coupling: Double) throws {
    let ring = try ring(sites, coupling)
    let plain = -1 / log(ring.correlation(atDistance: 1))
    let found = ring.correlationLength(.neighbourCorrelation)
    // The plain formula loses 1e-16/(1 - C).
    #expect(abs(found / plain - 1) < 1e-13 * (1 + plain))
  }

  @Test(
    "matching with the naive length misses decimation by t^N",
    arguments: [
      (8, 1.0, -3.1e-2, 1e-3), (32, 1, -7.5e-5, 1e-6), (64, 2, -2.6e-3, 1e-4), (128, 2, -3.3e-4, 1e-5),
      (512, 2, -2.8e-10, 1e-11),
    ])
  func finiteRings(sites: Int, coupling: Double, printed: Double, unit: Double) throws {
    let ring = try ring(sites, coupling)
    let exact = try ring.chain.decimated().coupling
    let found = try ring.matchedCoupling(coarseSites: sites / 2, estimator: .neighbourCorrelation) - exact
    #expect(abs(found - printed) <= 0.51 * unit)
    for estimator in [CorrelationLengthEstimator.transferMatrix, .structureFactor] {
      #expect(abs(try ring.matchedCoupling(coarseSites: sites / 2, estimator: estimator) - exact) < 1e-9)
    }
  }

  @Test("a coarse ring that is not shortened misses it by far more")
  func wronglyKept() throws {
    let ring = try ring(64, 2)
    let found = try ring.matchedCoupling(coarseSites: 64, estimator: .neighbourCorrelation)
    #expect(abs(try found - ring.chain.decimated().coupling - 8.0e-2) <= 5.1e-4)
  }
}
