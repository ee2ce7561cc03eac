import Foundation
import Testing

@testable import MLRG

@Suite("Fine chains of finite length")
struct ExactChainTests {
  @Test("Lumped sweep at J = 0.7 to six digits")
  func lumpedSweep() {
    let expected = [
      [0.667641, 0.257401, 0.064091, 0.010867], [0.297708, 0.431498, 0.245850, 0.024944],
      [0.148254, 0.491700, 0.330952, 0.029094], [0.232581, 0.461599, 0.269201, 0.036619],
    ]
    for (row, other) in zip(CornerClasses.sweep(0.7), expected) {
      for (a, b) in zip(row, other) { #expect(abs(a - b) < 5.1e-7) }
      #expect(abs(row.reduce(0, +) - 1) < 1e-15)
    }
  }

  @Test("Lumpability: the 16 × 16 sweep, summed over a class, is the same for all states of a class")
  func lumpability() throws {
    let block = try Block.square()
    let full = try GibbsChain(units: block.fine, spins: 4).sweep(0.7)
    let lumped = CornerClasses.sweep(0.7)
    for state in 0..<16 {
      for target in 0..<4 {
        var sum = 0.0
        for end in 0..<16 where CornerClasses.classOfState[end] == target { sum += full[state][end] }
        #expect(abs(sum - lumped[CornerClasses.classOfState[state]][target]) < 1e-15)
      }
    }
  }

  @Test("The symmetries of the square and the flip have the four classes as orbits")
  func orbits() throws {
    let block = try Block.square()
    let chain = try GibbsChain(units: block.fine, spins: 4, symmetries: block.symmetries, isFlipped: true)
    #expect(chain.sizes.count == 4)
    let lumped = CornerClasses.sweep(0.9)
    let sweep = chain.sweep(0.9)
    for a in 0..<16 {
      for b in 0..<16 {
        let expected = lumped[CornerClasses.classOfState[a]][CornerClasses.classOfState[b]]
        #expect(abs(sweep[chain.orbits[a]][chain.orbits[b]] - expected) < 1e-15)
      }
    }
    #expect(CornerClasses.states == [2, 8, 4, 2])
    #expect(CornerClasses.uniform == [0.125, 0.5, 0.25, 0.125])
  }

  @Test("The law of the block is stationary and in detailed balance", arguments: [0.2, 0.8139, 2.0])
  func stationarity(j: Double) throws {
    let law = CornerClasses.equilibrium(j)
    let sweep = CornerClasses.sweep(j)
    for (a, b) in zip(CornerClasses.apply(sweep, to: law), law) { #expect(abs(a - b) < 1e-15) }
    for a in 0..<4 {
      for b in 0..<a { #expect(abs(law[a] * sweep[a][b] - law[b] * sweep[b][a]) < 1e-15) }
    }
    let enumerated = CornerEnumeration.fine(j)
    for c in 0..<4 {
      var sum = 0.0
      for state in 0..<16 where CornerClasses.classOfState[state] == c { sum += enumerated[state] }
      #expect(abs(sum - law[c]) < 1e-15)
    }
    #expect(abs(CornerClasses.magnetisationLaw(law).reduce(0, +) - 1) < 1e-15)
  }

  @Test("One coarse sweep forgets its start")
  func coarseLaw() throws {
    let chain = try GibbsChain(units: try Block.square().coarse, spins: 4)
    let law = CornerClasses.coarse(0.6)
    for row in chain.sweep(0.6) {
      var magnitudes = [0.0, 0.0, 0.0]
      for state in 0..<16 { magnitudes[abs(state.nonzeroBitCount - 2)] += row[state] }
      for (a, b) in zip(magnitudes, CornerClasses.magnetisationLaw(law)) { #expect(abs(a - b) < 1e-15) }
    }
  }

  @Test("The expected gradient does not depend on the number of coarse sweeps", arguments: 1...10)
  func coarseSweeps(n: Int) throws {
    let j = CornerEnumeration.spread(n, 2.0.squareRoot(), in: -2...2)
    let image = CornerEnumeration.spread(n, 3.0.squareRoot(), in: -2...2)
    let sweeps = [1, 2, 3, 5, 8, 13, 21, 32, 50, 64][n - 1]
    let block = try Block.square()
    let limit = FiniteChainFlow(fineSweeps: sweeps).gradient(j, image)
    for coarse in [1, 2, 3, 5, 10, 31, nil] {
      let chain = try ContrastiveDivergence(block, fineSweeps: sweeps, coarseSweeps: coarse)
      #expect(abs(chain.gradient(j, image) - limit) < 1e-13)
    }
    // A coarse chain of no sweeps at all teaches nothing, so the statement above could fail.
    let none = try ContrastiveDivergence(block, fineSweeps: sweeps, coarseSweeps: 0)
    #expect(none.gradient(j, image) == 0)
  }

  @Test("In equilibrium the chain gradient is that of the divergence")
  func equilibriumGradient() throws {
    let chain = FiniteChainFlow(fineSweeps: nil)
    #expect(abs(chain.gradient(0.9, 0.4) + KLOptimalFlow.gradient(from: 0.9, to: 0.4)) < 1e-14)
    for j in [0.1, 0.6, 1.3] {
      #expect(abs(try chain.coarse(j) - KLOptimalFlow.coarse(j)) < 1e-13)
      #expect(abs(try FiniteChainFlow(fineSweeps: 400).coarse(j) - KLOptimalFlow.coarse(j)) < 1e-12)
    }
  }

  @Test(
    "Zeros of the flow of finite chains",
    arguments: [
      (6, 0.8829519159215, 1.2938454604796), (8, 0.8270990422503, 1.7525098502628),
    ])
  func twoZeros(sweeps: Int, physical: Double, spurious: Double) throws {
    let zeros = try FiniteChainFlow(fineSweeps: sweeps).zeros()
    try #require(zeros.count == 2)
    #expect(abs(zeros[0].coupling - physical) < 1e-12)
    #expect(abs(zeros[1].coupling - spurious) < 1e-12)
    #expect(zeros[0].isRepelling)
    #expect(!zeros[1].isRepelling && zeros[1].correlationLengthExponent == nil)
  }

  @Test("Sixteen sweeps: one zero up to 3, the spurious one just beyond")
  func sixteenSweeps() throws {
    let flow = FiniteChainFlow(fineSweeps: 16)
    let zeros = try flow.zeros()
    #expect(zeros.count == 1)
    #expect(abs((zeros.first?.coupling ?? 0) - 0.8139963776724) < 1e-12)
    #expect(try flow.zeros(in: 3...3.3).count == 1)
    #expect(try FiniteChainFlow(fineSweeps: 15).zeros().count == 2)
    let table = [
      (0.5, -0.05610680244444799), (0.75, -0.020312861216923994), (1.0, 0.08684040216902678),
      (1.5, 0.44638972893731954), (2.0, 0.7032845709292546),
    ]
    for (j, f) in table { #expect(abs(try flow.change(j) - f) < 1e-12) }
  }

  @Test("Five sweeps and fewer have no fixed point; f stays below zero", arguments: 0...5)
  func noZero(sweeps: Int) throws {
    let flow = FiniteChainFlow(fineSweeps: sweeps)
    #expect(try flow.zeros(in: 0.02...10).isEmpty)
    for j in stride(from: 0.05, through: 4, by: 0.05) { #expect(try flow.change(j) < 0) }
  }

  @Test("The highest point of f: below zero with five sweeps, above with six")
  func maximum() throws {
    let five = try FiniteChainFlow(fineSweeps: 5).maximum()
    #expect(abs(five.change + 0.01689) < 5.1e-6)
    // The printed place comes from a grid of step 0.0048.
    #expect(abs(five.coupling - 0.957) < 0.0048)
    #expect(try FiniteChainFlow(fineSweeps: 6).maximum().change > 0)
  }

  @Test("A close pair of zeros inside one step of the scan is found")
  func scanSeesPairs() throws {
    let pair = try ZeroScan.zeros(in: 0...1, step: 0.1) { ($0 - 0.501) * ($0 - 0.502) }
    try #require(pair.count == 2)
    #expect(abs(pair[0] - 0.501) < 1e-12 && abs(pair[1] - 0.502) < 1e-12)
    #expect(try ZeroScan.zeros(in: 0...1, step: 0.1) { ($0 - 0.5) * ($0 - 0.5) + 1e-6 }.isEmpty)
    #expect(try ZeroScan.zeros(in: 0...1, step: 0.25) { $0 - 0.5 } == [0.5])
  }

  @Test("J_c(k) approaches the equilibrium value like the second eigenvalue of the sweep")
  func approach() throws {
    let limit = try KLOptimalFlow.fixedPoint().coupling
    let eigenvalues = try ChainSaddleNode.eigenvalues(limit)
    #expect(abs(eigenvalues[1] - 0.5351) < 5.1e-5)
    #expect(eigenvalues[0] == 1 || abs(eigenvalues[0] - 1) < 1e-14)
    let excess = try (24...26).map { sweeps in
      (try FiniteChainFlow(fineSweeps: sweeps).zeros().first?.coupling ?? 0) - limit
    }
    #expect(abs(excess[1] / excess[0] / eigenvalues[1] - 1) < 1e-3)
    #expect(abs(excess[2] / excess[1] / eigenvalues[1] - 1) < 1e-3)
  }

  @Test("Real powers of the sweep equal repeated sweeps at whole numbers", arguments: [1, 2, 5, 9])
  func realPowers(sweeps: Int) throws {
    for j in [0.4, 0.8, 1.3, 2.1] {
      let real = try ChainSaddleNode.law(sweeps: Double(sweeps), j)
      for (a, b) in zip(real, CornerClasses.law(afterSweeps: sweeps, j)) { #expect(abs(a - b) < 1e-13) }
    }
  }

  @Test("The zeros meet between five and six sweeps")
  func saddleNode() throws {
    let node = try ChainSaddleNode.find()
    #expect(node.sweeps > 5 && node.sweeps < 6)
    func zeros(_ sweeps: Double) throws -> Int {
      try ZeroScan.zeros(in: 0.1...3, step: 0.01) { j in
        FiniteChainFlow.excess(
          try ChainSaddleNode.law(sweeps: sweeps, j), tanhSquared: tanh(j) * tanh(j))
      }.count
    }
    #expect(try zeros(node.sweeps + 1e-4) == 2)
    #expect(try zeros(node.sweeps - 1e-4) == 0)
    #expect(abs(node.sweeps - 5.41870871) < 1e-8)
  }

  @Test("The slope of a finite chain is a derivative", arguments: [1, 6, 20])
  func slope(sweeps: Int) throws {
    let flow = FiniteChainFlow(fineSweeps: sweeps)
    let h = 1e-5
    for j in [0.5, 0.9, 1.4] {
      let difference = (try flow.coarse(j + h) - flow.coarse(j - h)) / (2 * h)
      #expect(abs(difference - (try flow.slope(j, image: try flow.coarse(j)))) < 1e-8)
    }
    #expect(try flow.coarse(-0.9) == -flow.coarse(0.9))
  }
}
