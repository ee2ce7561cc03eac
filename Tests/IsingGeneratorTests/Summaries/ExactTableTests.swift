import Lattice
import Learning
import Renormalization
import Testing

@testable import IsingGenerator

/// What the report states as exact, against other derivations of the same numbers.
@Suite("Exact tables") struct ExactTableTests {
  @Test("Recursion and enumeration are two ways to the same energies and magnetisations")
  func recursionAgainstEnumeration() throws {
    for set in PublishedSet.all {
      let table = try WindowTable(name: set.name, ThreeParameterNet(a: set.a, b: set.b, c: set.c), sides: [2, 4, 8])
      for side in [4, 8] {
        let (level, small) = (try #require(table.level(side)), try #require(table.small(side)))
        #expect(abs(level.u - small.u) < 1e-12)
      }
    }
  }

  @Test("W = (W₀, 0, 0) in closed form: λ_h = 4 tanh(W₀/4), and 2 tanh² for the energy")
  func closedForms() throws {
    for w0 in [0.5, 2.0, 4.0] {
      let window = try WindowOperator(w0: w0, w1: 0, w2: 0)
      let tanh = (try ThreeParameterNet(w0: w0, w1: 0, w2: 0)).conditionalMagnetization[1]
      #expect(abs(try window.leadingEigenvalues().magnetic - 4 * tanh) < 1e-12)
    }
    #expect(abs(try WindowResults(sides: [2]).closedNearest - 0.427104534) < 5e-10)
  }

  @Test("A permutation of fine spins hides from χ and V₄ at L = 8, not from u and c_p")
  func wrongSide() throws {
    let rows = try MistakeTable(.reference).rows
    let (right, wrong) = (try #require(rows[0].small.last), try #require(rows[3].small.last))
    #expect(rows[3].name == "wrong-side" && right.side == 8)
    #expect(abs(right.chi - wrong.chi) < 1e-10 && abs(right.v4 - wrong.v4) < 1e-10)
    #expect(abs(right.u - wrong.u) > 0.04)
    #expect(abs((right.cp ?? 0) - (wrong.cp ?? 0)) > 0.5)
  }

  @Test("Flipping all spins exchanges the ties-up and ties-down rules")
  func tieRules() throws {
    let table = try ExactTrainingTable(coupling: Ising2D.criticalCoupling, couplings: [], published: .coin)
    let up = try #require(table.others.first { $0.name == "ties-up" })
    let down = try #require(table.others.first { $0.name == "ties-down" })
    #expect(abs(up.a - down.a) < 1e-9 && abs(up.b - down.b) < 1e-9 && abs(up.c - down.c) < 1e-9)
  }

  @Test("Without coupling the fine spins know nothing beyond their block's majority: W₁ = W₂ = 0")
  func infiniteTemperature() throws {
    let fit = try ExactTrainingTable.Fit(name: "K = 0", ExactContextTable(coupling: 0, rule: .coin))
    // A spin is its block's majority with probability 11/16: half of the ties and of the other 4, 3 of 4 spins.
    #expect(abs(fit.coarseWeights[1]) < 1e-10 && abs(fit.coarseWeights[2]) < 1e-10)
    let agree = try ThreeParameterNet(a: fit.a, b: fit.b, c: fit.c).probabilities[1]
    #expect(abs(agree - 11.0 / 16) < 1e-10)
  }
}
