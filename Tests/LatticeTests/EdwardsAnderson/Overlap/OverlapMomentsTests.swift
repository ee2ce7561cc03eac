import Foundation
import Random
import Testing

@testable import Lattice

@Suite struct OverlapMomentsTests {
  @Test("512 lanes at once agree with loops over sites", arguments: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16])
  func lanesAgreeWithLoops(side: Int) {
    let planes = SpinPlanesTests.random(side: side, "moments")
    let moments = LaneMoments.measure(planes)
    let distant = LaneMoments.correlation(planes, distance: side / 2)
    for lane in stride(from: 0, to: 512, by: side < 9 ? 7 : 101) {
      let packed = planes.configuration(lane)
      let plain = PlainCube(side: side) { packed[$0, $1, $2] }
      #expect(abs(moments.q[lane] - plain.q) < 1e-14)
      #expect(abs(moments.structureFactor[lane] - (side > 1 ? plain.structureFactor : 0)) < 1e-13)
      #expect(abs(moments.nearestNeighbour[lane] - plain.correlation(1)) < 1e-14)
      #expect(abs(distant[lane] - plain.correlation(side / 2)) < 1e-14)
    }
  }

  @Test("a packed configuration agrees with loops over sites", arguments: [2, 3, 4, 7, 8, 12, 31, 63, 64, 65])
  func packedAgreesWithLoops(side: Int) {
    var random = RandomStream(seed: 3, name: "overlap-moments/packed", index: side)
    let plain = PlainCube(side: side, &random)
    let distances = min(side / 2, side < 60 ? 32 : 2)
    let moments = plain.packed.moments(distances: distances)
    #expect(abs(moments.q - plain.q) < 1e-14)
    #expect(abs(moments.structureFactor - plain.structureFactor) < 1e-13)
    #expect(moments.correlation.count == distances)
    for r in 1...distances { #expect(abs(moments.correlation[r - 1] - plain.correlation(r)) < 1e-14) }
  }

  @Test("both packings give the same moments", arguments: [2, 5, 8])
  func packingsAgree(side: Int) {
    let planes = SpinPlanesTests.random(side: side, "packings")
    let lanes = LaneMoments.measure(planes)
    for (lane, spins) in planes.configurations.enumerated() {
      let moments = spins.moments
      #expect(moments.q == lanes.q[lane])
      #expect(abs(moments.structureFactor - lanes.structureFactor[lane]) < 1e-14)
      #expect(moments.correlation[0] == lanes.nearestNeighbour[lane])
    }
  }

  @Test("a wave of half + and half - has the structure factor of a square wave", arguments: [2, 4, 8, 64])
  func squareWave(side: Int) {
    // |Σ_j s_j e^{2πij/L}| = 2/sin(π/L) of one axis; the other two have no modulation.
    let amplitude = 2 / (Double(side) * sin(.pi / Double(side)))
    for axis in 0..<3 {
      let wave = PlainCube(side: side) { x, y, z in [x, y, z][axis] < side / 2 ? 1 : -1 }.packed
      let moments = wave.moments(distances: 1)
      #expect(moments.q == 0)
      #expect(abs(moments.structureFactor - amplitude * amplitude / 3) < 1e-12)
      // Two of L bonds along the axis differ; for L = 2 these are all.
      #expect(abs(moments.correlation[0] - (1 - 4 / (3 * Double(side)))) < 1e-14)
      guard side <= 8 else { continue }
      let lanes = LaneMoments.measure(SpinPlanes(Array(repeating: wave, count: 512)))
      #expect(lanes.structureFactor.allSatisfy { abs($0 - amplitude * amplitude / 3) < 1e-12 })
    }
  }

  @Test("uniform lattices have q = ±1 and no modulation", arguments: [2, 3, 4, 6, 8, 12, 16])
  func uniform(side: Int) {
    for spin in [1, -1] {
      let moments = LaneMoments.measure(SpinPlanes(side: side, uniform: spin))
      #expect(moments.q.allSatisfy { $0 == Double(spin) })
      #expect(moments.structureFactor.allSatisfy { abs($0) < 1e-30 })
      #expect(moments.nearestNeighbour.allSatisfy { $0 == 1 })
    }
  }

  @Test func independentSpinsHaveStructureFactorOneOverV() {
    // For k ≠ π the real and imaginary parts are nearly normal: |ρ(k)|²/V is exponential, variance 1 for each axis.
    let moments = LaneMoments.measure(SpinPlanesTests.random(side: 8, "white"))
    let mean = moments.structureFactor.reduce(0, +) / 512 * 512
    #expect(abs(mean - 1) < 5 / (3.0 * 512).squareRoot())
  }
}
