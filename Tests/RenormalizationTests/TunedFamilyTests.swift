import Testing

@testable import Renormalization

@Suite struct TunedFamilyTests {
  /// Roots of λ_h = 2^{15/8}, λ_t = 2: derivation, eight digits.
  private static let table: [(w2: Double, w0: Double, w1: Double)] = [
    (-0.4, 3.99658257, 1.26463614), (-0.10768303, 4.02852420, 1.07849875), (0, 4.06704892, 1.00154642),
    (0.2, 4.19036514, 0.84197995), (0.55, 4.59530254, 0.49852555),
  ]

  @Test("nets with exactly Ising exponents") func isingFamily() throws {
    for (w2, w0, w1) in Self.table {
      let found = try TunedFamily().weights(w2: w2)
      #expect(abs(found.w0 - w0) < 5e-8 && abs(found.w1 - w1) < 5e-8, "W2 = \(w2): \(found)")
      let eigenvalues = try WindowOperator(w0: found.w0, w1: found.w1, w2: w2).scalingEigenvalues()
      #expect(abs(eigenvalues.magnetic - ScalingEigenvalues.ising.magnetic) < 1e-11)
      #expect(abs(eigenvalues.thermal - 2) < 1e-11)
      #expect(abs(eigenvalues.gammaOverNu - 1.75) < 1e-10)
    }
  }

  @Test("a family through the eigenvalues of a net returns this net") func roundTrip() throws {
    let net = try WindowOperator(w0: 3.205, w1: 1.175, w2: 0.55)
    let found = try TunedFamily(eigenvalues: net.scalingEigenvalues()).weights(w2: 0.55)
    #expect(abs(found.w0 - 3.205) < 1e-10 && abs(found.w1 - 1.175) < 1e-10)
  }

  @Test("eigenvalues that no net has give one clear line") func noRoot() {
    // A mean of four spins cannot grow by more than 4.
    let family = TunedFamily(eigenvalues: ScalingEigenvalues(magnetic: 4.1, thermal: 2))
    #expect(throws: RenormalizationError.noTunedNet(w2: 0.5, lastFound: nil)) { try family.weights(w2: 0.5) }
    #expect { try TunedFamily().weights(w2: 50) } throws: { "\($0)".contains("followed from W2 = 0 to") }
    #expect(throws: RenormalizationError.self) { try TunedFamily().weights(w2: .nan) }
  }
}
