import Elementary
import Testing

@testable import MLRG

@Suite("Class laws of eight couplings at once")
struct ClassLawTests {
  private static let couplings = SIMD8<Double>(-10, -2.5, -0.8139, -0.3, 0, 0.1, 0.7643, 10)

  /// 64 half sweeps of sums of four rounded products lose at most a few hundred roundings.
  private static let rounding = 64 * 8 * Double.ulpOfOne

  private func probabilities(_ law: ClassLaw, _ lane: Int) -> [Double] {
    [law.aligned[lane], law.oneFlipped[lane], law.adjacentPairs[lane], law.alternating[lane]]
  }

  private func expect(_ a: [Double], _ b: [Double], _ tolerance: Double) {
    for (x, y) in zip(a, b) { #expect(abs(x - y) <= tolerance) }
  }

  @Test("After k sweeps: the lumped chain and the 16 × 16 chain", arguments: [0, 1, 5, 16, 32])
  func afterSweeps(sweeps: Int) {
    let law = ClassLaw.afterSweeps(sweeps, Self.couplings)
    for lane in 0..<8 {
      let j = Self.couplings[lane]
      let chain = SweepEnumeration.square(j)
      let states = chain.law(from: chain.uniform, afterSweeps: sweeps)
      let found = probabilities(law, lane)
      expect(found, CornerClasses.law(afterSweeps: sweeps, j), Self.rounding)
      expect(found, SweepEnumeration.classes(states), Self.rounding)
    }
  }

  @Test("Equilibrium: every class to full relative precision, and the enumerated block")
  func equilibrium() {
    let law = ClassLaw.equilibrium(Self.couplings)
    for lane in 0..<8 {
      let j = Self.couplings[lane]
      for (x, y) in zip(probabilities(law, lane), CornerClasses.equilibrium(j)) {
        // The logarithm of the reference weights is up to 4 ln cosh 20 = 77: 40 ulp of the weight.
        #expect(abs(x / y - 1) < 100 * Double.ulpOfOne)
      }
      expect(probabilities(law, lane), SweepEnumeration.classes(CornerEnumeration.fine(j)), 1e-14)
    }
  }

  @Test("Long chains reach equilibrium, to which λ₂ᵏ = 0.5351ᵏ is the distance at the critical point")
  func relaxation() throws {
    let j = SIMD8(repeating: try KLOptimalFlow.fixedPoint().coupling)
    let equilibrium = probabilities(.equilibrium(j), 0)
    expect(probabilities(.afterSweeps(80, j), 0), equilibrium, Self.rounding)
    let distances = [10, 11].map { probabilities(.afterSweeps($0, j), 0)[0] - equilibrium[0] }
    #expect(abs(distances[1] / distances[0] - 0.5351) < 5e-3)
  }

  @Test("Coarse law: |M| of the cross, with mean score 4 tanh J′ for every J′")
  func coarse() {
    let law = ClassLaw.coarse(Self.couplings)
    for lane in 0..<8 {
      let j = Self.couplings[lane]
      let found = probabilities(law, lane)
      expect(found, CornerClasses.coarse(j), 1e-15)
      expect(found, SweepEnumeration.classes(CornerEnumeration.coarse(j)), 1e-14)
      let score = CornerClasses.mean(of: found) { $0 * Elementary.tanh(j * $0) }
      #expect(abs(score - 4 * Elementary.tanh(j)) < 1e-14)
    }
  }

  @Test("Laws are even in J: the hidden spins can be flipped")
  func signs() {
    for sweeps in [1, 7] {
      let laws = [Self.couplings, -Self.couplings].map { ClassLaw.afterSweeps(sweeps, $0) }
      for lane in 0..<8 { expect(probabilities(laws[0], lane), probabilities(laws[1], lane), Self.rounding) }
    }
  }

  @Test("Probabilities stay probabilities at any coupling")
  func extremes() {
    let j = SIMD8<Double>(10, -10, 50, -50, 400, -400, 1e6, 1e-300)
    for law in [ClassLaw.afterSweeps(32, j), .equilibrium(j), .coarse(j)] {
      for lane in 0..<8 {
        let p = probabilities(law, lane)
        #expect(p.allSatisfy { $0 >= 0 && $0 <= 1 })
        #expect(abs(p.reduce(0, +) - 1) < Self.rounding)
      }
    }
    // Fully ordered: one domain of aligned corners, and a coarse block without a second state.
    #expect(probabilities(.equilibrium(j), 4) == [1, 0, 0, 0])
    #expect(probabilities(.coarse(j), 5) == [1, 0, 0, 0])
  }
}
