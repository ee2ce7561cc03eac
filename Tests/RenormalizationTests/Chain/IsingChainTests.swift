import Foundation
import Testing

@testable import Renormalization

@Suite("Ising chain and its decimation")
struct IsingChainTests {
  @Test(
    "decimation: tanh K' = tanh^b K",
    arguments: [
      (0.1, 2, 0.00993403592, 1e-11), (0.25, 2, 0.0600572534791, 1e-13), (0.5, 2, 0.216890415242, 1e-12),
      (1, 2, 0.662501373679, 1e-12), (1.5, 2, 1.15466425229, 1e-11), (2, 2, 1.65359411291, 1e-11),
      (0.5, 3, 0.099008418573, 1e-12), (1, 3, 0.474395754689, 1e-12),
    ])
  func decimation(coupling: Double, factor: Int, printed: Double, unit: Double) throws {
    let chain = try IsingChain(coupling: coupling)
    let decimated = try chain.decimated(by: factor)
    #expect(abs(decimated.coupling - printed) <= 0.51 * unit)
    #expect(abs(decimated.bondCorrelation - pow(tanh(coupling), Double(factor))) < 1e-15)
    #expect(abs(decimated.correlationLength * Double(factor) / chain.correlationLength - 1) < 1e-14)
  }

  @Test("correlation lengths", arguments: [(0.5, 1.29544278414), (1, 3.67186093251), (2, 27.296022137)])
  func correlationLength(coupling: Double, printed: Double) throws {
    let chain = try IsingChain(coupling: coupling)
    #expect(abs(chain.correlationLength - printed) < 1e-9)
    #expect(abs(try IsingChain(correlationLength: chain.correlationLength).coupling - coupling) < 1e-14)
  }

  @Test("the slope of the correlation length", arguments: [0.05, 0.3, 0.5, 1, 2, 4])
  func slope(coupling: Double) throws {
    let h = 1e-4 * coupling
    func length(_ steps: Double) throws -> Double { try IsingChain(coupling: coupling + steps * h).correlationLength }
    // Error of fifth order in h; each of the lengths is rounded.
    let difference = try (8 * (length(1) - length(-1)) - (length(2) - length(-2))) / (12 * h)
    let slope = try IsingChain(coupling: coupling).correlationLengthSlope
    #expect(abs(difference / slope - 1) < 1e-10)
  }

  @Test("no digits are lost at strong coupling: K' = K - ln 2 / 2, and a dual of a dual is itself")
  func strongCoupling() throws {
    for coupling in [10.0, 30, 100] {
      let chain = try IsingChain(coupling: coupling)
      #expect(abs(try chain.decimated().coupling - (coupling - log(2) / 2)) < 1e-7 * exp(-2 * coupling + 20) + 1e-13)
      #expect(abs(chain.correlationLength / (exp(2 * coupling) / 2) - 1) < 1e-8)
    }
    for coupling in [1e-6, 0.01, 0.4, 0.499, 0.501, 3, 18] {
      #expect(abs(IsingChain.dual(IsingChain.dual(coupling)) / coupling - 1) < 1e-13)
    }
  }

  @Test("functions of a small argument are accurate relative to it", arguments: [1e-300, 1e-12, 1e-5, 0.1, 0.7, 0.99])
  func smallArguments(x: Double) {
    func same(_ a: Double, _ b: Double) -> Bool { abs(a / b - 1) < 2e-15 }
    #expect(same(StableHyperbolic.logOnePlus(x), log1p(x)) && same(StableHyperbolic.logOnePlus(-x), log1p(-x)))
    #expect(same(StableHyperbolic.expMinusOne(x), expm1(x)) && same(StableHyperbolic.expMinusOne(-x), expm1(-x)))
    #expect(same(StableHyperbolic.sinh(x), sinh(x)) && same(StableHyperbolic.sinh(-9 * x), sinh(-9 * x)))
    #expect(same(StableHyperbolic.atanh(x), atanh(x)) && same(StableHyperbolic.atanh(-x), atanh(-x)))
    #expect(same(StableHyperbolic.asinh(x), asinh(x)) && same(StableHyperbolic.asinh(-1e4 * x), asinh(-1e4 * x)))
  }

  @Test("bad couplings and factors are refused")
  func refusals() throws {
    for bad in [0, -1, .nan, 301] { #expect(throws: ChainError.self) { try IsingChain(coupling: bad) } }
    let chain = try IsingChain(coupling: 1)
    #expect(throws: ChainError.self) { try chain.decimated(by: 1) }
    #expect(throws: ChainError.self) { try IsingChain(correlationLength: 0) }
    #expect(throws: ChainError.indivisible(sites: 9, factor: 2)) { try IsingRing(sites: 9, chain: chain).decimated() }
    #expect(throws: ChainError.self) { try IsingRing(sites: 1, chain: chain) }
    let message = ChainError.indivisible(sites: 9, factor: 2).description
    #expect(message.contains("9 sites") && !message.contains("\n"))
  }
}
