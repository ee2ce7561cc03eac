import Lattice
import Testing

/// Closed forms and quadrature.
@Suite("Exact averages of scalar fields")
struct QuadratureTests {
  @Test("2 × 2 torus at λ = 0.7, μ² = −0.9515: independent quadratures of the same integrals")
  func twoByTwo() throws {
    let exact = try TwoByTwoField(PhiFourAction(lambda: 0.7, massSquared: -0.9515))
    let pairs = [
      (exact.m2, 0.8563759822), (exact.m4, 1.2437432058), (exact.binderCumulant, 0.4346980164),
      (exact.p2, 0.9906005798), (exact.p4, 1.8462137832), (exact.nn, 1.6560977578),
      (exact.absoluteM, 0.8222692627),
    ]
    for (value, reference) in pairs { #expect(abs(value - reference) < 1e-9) }
  }

  /// −2κ nn + (μ² + 4κ) p2 + λ p4 = 1, for shallow and deep wells, weak and strong coupling, none at all.
  @Test(
    "Schwinger–Dyson equation of the 2 × 2 torus",
    arguments: [(1, 0.7, -0.9515), (1, 0.05, 0.3), (0.5, 1.3, -2), (0, 0.7, 1), (2, 5, -1), (1, 1, -4)])
  func identity(kappa: Double, lambda: Double, massSquared: Double) throws {
    let action = try PhiFourAction(kappa: kappa, lambda: lambda, massSquared: massSquared)
    let exact = try TwoByTwoField(action)
    let moments = FieldMoments(side: 2, m: 0, p2: exact.p2, p4: exact.p4, nn: exact.nn)
    #expect(abs(moments.schwingerDyson(action) - 1) < 1e-11)
    #expect(exact.absoluteM * exact.absoluteM < exact.m2 && exact.m2 * exact.m2 < exact.m4)
  }

  @Test("the 2 × 2 torus without a quartic term is the free field", arguments: [(1, 0.5), (0.3, 2), (2, 1.0)])
  func gaussian(kappa: Double, massSquared: Double) throws {
    let exact = try TwoByTwoField(PhiFourAction(kappa: kappa, lambda: 0, massSquared: massSquared))
    let free = try FreeField(side: 2, kappa: kappa, massSquared: massSquared)
    let pairs = [
      (exact.p2, free.p2), (exact.p4, free.p4), (exact.nn, free.nn), (exact.m2, free.m2), (exact.m4, free.m4),
      (exact.absoluteM, free.absoluteM),
    ]
    for (value, reference) in pairs { #expect(abs(value - reference) < 1e-11 * max(1, reference)) }
  }

  @Test("without hopping the sites are independent: ⟨m²⟩ = ⟨φ²⟩/4, nn = 0")
  func independentSites() throws {
    let exact = try TwoByTwoField(PhiFourAction(kappa: 0, lambda: 0.7, massSquared: -0.5))
    #expect(abs(exact.m2 - exact.p2 / 4) < 1e-12 && abs(exact.nn) < 1e-12)
    #expect(abs(256 * exact.m4 - 4 * exact.p4 - 36 * exact.p2 * exact.p2) < 1e-11)
  }

  @Test("free field on 8 × 8 at μ² = 0.5, and equipartition for every side")
  func freeField() throws {
    let free = try FreeField(side: 8, massSquared: 0.5)
    #expect(abs(free.p2 - 0.3175926812) < 1e-9 && abs(64 * free.m2 - 2) < 1e-12)
    for side in [1, 2, 3, 7, 16] {
      let action = try PhiFourAction(kappa: 0.8, lambda: 0, massSquared: 0.3)
      let free = try FreeField(side: side, kappa: 0.8, massSquared: 0.3)
      let moments = FieldMoments(side: side, m: 0, p2: free.p2, p4: free.p4, nn: free.nn)
      #expect(abs(moments.actionPerSite(action) - free.actionPerSite) < 1e-12)
    }
  }

  @Test("a weight that the grid does not resolve is refused")
  func resolution() throws {
    let message = #expect(throws: ScalarFieldError.self) {
      try TwoByTwoField(PhiFourAction(lambda: 0, massSquared: 1e-6))
    }
    #expect(message?.description.contains("at most 1201 are allowed") == true)
  }
}
