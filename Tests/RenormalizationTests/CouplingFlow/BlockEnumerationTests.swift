import Lattice
import Testing

@testable import Renormalization

@Suite struct BlockEnumerationTests {
  /// The rounding of a sum over 2¹⁶ states of numbers below 1; T₁₁ divides two such sums.
  private static let rounding = 65536 * 0x1p-53

  /// P(tie), ⟨B₀B₁⟩, diagonal, ⟨BBBB⟩, T₁₁, ⟨sB⟩ at K_c from an independent enumeration.
  private static let references: [(BlockRule, [Double])] = [
    (
      .coin,
      [
        0.052739034503, 0.856698875469, 0.834381439995, 0.784962784537, 1.827500446514, 0.866777694121,
      ]
    ),
    (
      .corner,
      [
        0.052739034503, 0.856616563791, 0.831051674340, 0.785519828981, 1.848985849013, 0.919516728625,
      ]
    ),
  ]

  @Test("4 × 4 to 2 × 2 at the critical coupling", arguments: references)
  func critical(rule: BlockRule, expected: [Double]) throws {
    let blocks = try BlockEnumeration(coupling: Ising2D.criticalCoupling, rule: rule)
    let found = [
      blocks.tieProbability, blocks.nearest, blocks.diagonal, blocks.plaquette, blocks.thermalElement, blocks.ownSpin,
    ]
    for (a, b) in zip(found, expected) { #expect(abs(a - b) < 2 * Self.rounding) }
  }

  @Test("free spins: blocks are free, a block has six ties in sixteen", arguments: [BlockRule.coin, .corner])
  func free(rule: BlockRule) throws {
    let blocks = try BlockEnumeration(coupling: 0, rule: rule)
    #expect(abs(blocks.tieProbability - 0.375) < Self.rounding)
    for value in [blocks.nearest, blocks.diagonal, blocks.plaquette] { #expect(abs(value) < Self.rounding) }
    // A quarter of the mean modulus of a sum of four spins, 3/8; where the spin decides ties, their share more.
    #expect(abs(blocks.ownSpin - (rule == .corner ? 0.75 : 0.375)) < Self.rounding)
    // The mean modulus of a sum of four spins, in which ties do not count.
    #expect(abs(blocks.magneticElement - 1.5) < 2 * Self.rounding)
  }

  @Test("decimation keeps the correlations of every second spin")
  func decimation() throws {
    let torus = try IsingEnumeration(side: 4, coupling: 0.3)
    let axial = torus.average { lattice, _ in lattice[0, 0] == lattice[0, 2] ? 1 : -1 }
    let blocks = try BlockEnumeration(coupling: 0.3, rule: .decimation)
    #expect(abs(blocks.nearest - axial) < Self.rounding)
    #expect(abs(blocks.ownSpin - 1) < Self.rounding)
  }

  @Test("rules that differ in the sign of ties have the same even correlations")
  func mirrored() throws {
    let (up, down) = (
      try BlockEnumeration(coupling: 0.35, rule: .up), try BlockEnumeration(coupling: 0.35, rule: .down)
    )
    #expect(abs(up.nearest - down.nearest) < Self.rounding && abs(up.plaquette - down.plaquette) < Self.rounding)
    #expect(throws: CouplingFlowError.ising(.coupling(21, allowed: "-20 to 20"))) {
      try BlockEnumeration(coupling: 21, rule: .coin)
    }
  }
}
