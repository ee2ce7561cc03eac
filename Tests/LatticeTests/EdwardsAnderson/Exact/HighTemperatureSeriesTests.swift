import Foundation
import Testing

@testable import Lattice

@Suite("High-temperature series of the ±J model")
struct HighTemperatureSeriesTests {
  @Test("Values at three temperatures (derivation)", arguments: [(0.1, -0.29900), (0.2, -0.59199), (0.3, -0.87183)])
  func values(beta: Double, energy: Double) {
    #expect(abs(HighTemperatureSeries.energy(beta: beta) - energy) < 0.51e-5)
  }

  @Test("Its coefficients are p₄ · 4 and p₆ · 6 with the polygons counted on the lattice")
  func polygons() {
    let counted = [4, 6].map { Double(Self.closedWalks(length: $0)) / Double(2 * $0) }
    #expect(counted == [3, 22])
    let beta = 0.23
    let w = tanh(beta)
    // e = -d/dβ of 3 ln cosh β - ½ Σ p_l w^{2l}.
    let loops = counted[0] * 4 * pow(w, 7) + counted[1] * 6 * pow(w, 11)
    #expect(abs(HighTemperatureSeries.energy(beta: beta) - (-3 * w + loops * (1 - w * w))) < 1e-15)
  }

  /// Walks that come back to the origin after `length` steps and visit no other site twice.
  private static func closedWalks(length: Int) -> Int {
    let steps: [SIMD3<Int>] = [[1, 0, 0], [-1, 0, 0], [0, 1, 0], [0, -1, 0], [0, 0, 1], [0, 0, -1]]
    func count(_ path: [SIMD3<Int>]) -> Int {
      steps.reduce(0) { total, step in
        let site = (path.last ?? .zero) &+ step
        if path.count == length { return total + (site == .zero ? 1 : 0) }
        return path.contains(site) ? total : total + count(path + [site])
      }
    }
    return count([.zero])
  }
}
