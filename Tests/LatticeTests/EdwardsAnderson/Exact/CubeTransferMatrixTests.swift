import Foundation
import Testing

@testable import Lattice

@Suite("Transfer matrix of the 4 × 4 × 4 lattice")
struct CubeTransferMatrixTests {
  static let text = "d45aaa15b9e4a815 9333e6b8ecd64478 4f5317a4348f7633"

  @Test("A sample with exchanged axes, moved and gauged: ln Z of the original by another transfer (derivation)")
  func symmetries() throws {
    let original = try CubicCouplings(hex: Self.text, side: 4)
    let gauge = 0x5BD1_E995_C2B2_AE35 as UInt64
    let couplings = CubicCouplings(side: 4) { site, direction in
      // The new axes x, y, z are the old z, x, y, and the new y is the old x + 1.
      let (x, y, z) = (site & 3, site >> 2 & 3, site >> 4)
      let old = (y + 3) & 3 + 4 * z + 16 * x
      let neighbor = CubicCouplings.neighbor(of: site, direction: direction, side: 4)
      let flips = (gauge >> UInt64(site) ^ gauge >> UInt64(neighbor)) & 1 == 1
      return (original[old, [2, 0, 1][direction]] < 0) != flips
    }
    #expect(couplings != original)
    let result = try CubeTransferMatrix(couplings).partitionFunction(beta: 0.9090909091 + 1e-3)
    #expect(abs(result.logPartitionFunction - 104.805355487647) < 1e-9)
  }

  @Test("Cold ferromagnet: Z/2 = e^{192β}(1 + 64 u⁶ + 192 u¹⁰ + (C(64,2) - 192) u¹² + …), u = e^{-2β}")
  func coldFerromagnet() throws {
    let beta = 1.5
    let result = try CubeTransferMatrix(CubicCouplings(side: 4) { _, _ in false }).partitionFunction(beta: beta)
    // One spin flipped, two neighbours, two others; three in a row or a corner cost u¹⁴ and are below 10⁻¹⁵.
    let states: [(count: Double, power: Double)] = [(64, 6), (192, 10), (1824, 12)]
    let terms = states.map { $0.count * exp(-2 * beta * $0.power) }
    let sum = 1 + terms.reduce(0, +)
    #expect(abs(result.logPartitionFunction - (192 * beta + log(2) + log(sum))) < 1e-12)
    let excitation = zip(states, terms).reduce(0.0) { $0 + 2 * $1.0.power * $1.1 } / sum
    #expect(abs(result.energy - (-3 + excitation / 64)) < 1e-14)
  }

  @Test("Infinite temperature: every task has the same share of the 2⁶⁴ states")
  func infiniteTemperature() throws {
    let transfer = try CubeTransferMatrix(CubicCouplings(side: 4) { _, _ in false })
    let part = try transfer.partialTrace(task: 0b10_01_01, beta: 0)
    #expect(part.value == 0x1p58)
    // -⟨H⟩ of the spins that the task fixes: in layer 0 the sites 1 and 14 are down and 0, 2 and 15 up, which breaks
    // four bonds, in layer 2 site 15 is down and 14 up.
    #expect(part.slope / part.value + Double(part.scale) == -5)
    let parts = (0..<64).map {
      PartialTrace(task: 63 - $0, beta: 0, value: part.value, slope: part.slope, scale: part.scale)
    }
    #expect(abs(CubePartitionFunction(combining: parts).logPartitionFunction - 64 * log(2)) < 1e-13)
  }

  @Test("The slope of a task is the derivative of its value", arguments: [5, 42])
  func slope(task: Int) throws {
    let transfer = try CubeTransferMatrix(CubicCouplings(hex: Self.text, side: 4))
    let (beta, step) = (0.7, 1e-3)
    let logs = try [-2, -1, 1, 2].map { log(try transfer.partialTrace(task: task, beta: beta + $0 * step).value) }
    let difference = (8 * (logs[2] - logs[1]) - (logs[3] - logs[0])) / (12 * step)
    let part = try transfer.partialTrace(task: task, beta: beta)
    // Truncation: step⁴/30 times the fifth cumulant of H, which is far below 10⁵; rounding: 10⁻¹⁴/step.
    #expect(abs(part.slope / part.value - difference) < 1e-8)
  }

  @Test("Bad input gets one line")
  func badInput() throws {
    let transfer = try CubeTransferMatrix(CubicCouplings(hex: Self.text, side: 4))
    #expect(throws: ExactReferenceError.beta(5.5, largest: 5)) { try transfer.partialTrace(task: 0, beta: 5.5) }
    let small = CubicCouplings(side: 2) { _, _ in false }
    #expect(throws: ExactReferenceError.side(2, required: 4)) { try CubeTransferMatrix(small) }
  }
}
