import Elementary
import Lattice
import Random
import Testing

@testable import Renormalization

@Suite struct PseudoLikelihoodTests {
  /// Probabilities of the cells over all states of the 4 × 4 torus with weight exp(Σ K S) of three operators.
  private func weights(_ couplings: [Double]) throws -> [Double] {
    let torus = try IsingEnumeration(side: 4, coupling: 0)
    var weights = [Double](repeating: 0, count: LocalFieldHistogram.cells)
    for state in 0..<1 << 16 {
      let lattice = torus.lattice(ofState: state)
      let operators = try IsingOperators(lattice)
      let exponent =
        couplings[0] * Double(operators[.nearest] - 32) + couplings[1] * Double(operators[.diagonal] - 32)
        + couplings[2] * Double(operators[.plaquette] - 16)
      var histogram = LocalFieldHistogram()
      try histogram.add(lattice)
      let probability = Elementary.exp(exponent)
      for (cell, count) in histogram.counts.enumerated() where count > 0 {
        weights[cell] += probability * Double(count)
      }
    }
    return weights
  }

  @Test("the exact law of a 4 × 4 torus returns its couplings", arguments: [[0.44, 0, 0], [0.35, 0.08, -0.02]])
  func population(couplings: [Double]) throws {
    let weights = try weights(couplings)
    let fit = try PseudoLikelihood(weights: weights)
    for (a, b) in zip(fit.couplings, couplings) { #expect(abs(a - b) < 1e-11) }
    let control = try PseudoLikelihood(weights: weights, terms: .nearest)
    if couplings[1] == 0 {
      #expect(abs(control.couplings[0] - couplings[0]) < 1e-12)
    } else {
      #expect(control.couplings[0] > couplings[0])
      #expect(control.logLikelihood < fit.logLikelihood)
    }
  }

  @Test("cells are those of plain loops", arguments: [3, 4, 20, 64])
  func histogram(side: Int) throws {
    var random = RandomStream(seed: 1, name: "local-fields", index: side)
    let plain = PlainLattice(side: side, up: 0.6, &random)
    var found = LocalFieldHistogram()
    try found.add(plain.packed)
    var expected = [Int](repeating: 0, count: LocalFieldHistogram.cells)
    for y in 0..<side {
      for x in 0..<side {
        var sums = [0, 0, 0]
        for (dy, dx) in [(1, 0), (0, 1), (-1, 0), (0, -1)] { sums[0] += plain[y + dy, x + dx] }
        for (dy, dx) in [(1, 1), (1, -1), (-1, 1), (-1, -1)] {
          sums[1] += plain[y + dy, x + dx]
          sums[2] += plain[y + dy, x] * plain[y, x + dx] * plain[y + dy, x + dx]
        }
        expected[LocalFieldHistogram.cell(up: plain[y, x] == 1, x1: sums[0], x2: sums[1], x3: sums[2])] += 1
      }
    }
    #expect(found.counts == expected)
  }

  @Test("data without a maximum are named")
  func degenerate() throws {
    var aligned = LocalFieldHistogram()
    try aligned.add(SpinLattice(side: 8))
    for terms in PseudoLikelihood.Terms.allCases {
      #expect {
        try PseudoLikelihood(aligned, terms: terms)
      } throws: { error in
        guard case .noMaximum? = error as? CouplingFlowError else { return false }
        return true
      }
    }
    #expect(throws: CouplingFlowError.self) { try PseudoLikelihood(LocalFieldHistogram()) }
    #expect(throws: RenormalizationError.windowTooLarge(side: 2)) { try aligned.add(SpinLattice(side: 2)) }
  }
}
