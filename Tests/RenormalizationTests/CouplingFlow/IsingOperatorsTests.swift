import Foundation
import Lattice
import Random
import Testing

@testable import Renormalization

@Suite struct IsingOperatorsTests {
  /// The operators as offsets (y, x) of the spins of each of their products.
  private static let terms: [IsingOperator: [[(Int, Int)]]] = [
    .nearest: [[(0, 0), (0, 1)], [(0, 0), (1, 0)]],
    .diagonal: [[(0, 0), (1, 1)], [(0, 0), (1, -1)]],
    .plaquette: [[(0, 0), (0, 1), (1, 0), (1, 1)]],
    .axial: [[(0, 0), (0, 2)], [(0, 0), (2, 0)]],
    .knight: [[(0, 0), (1, 2)], [(0, 0), (1, -2)], [(0, 0), (2, 1)], [(0, 0), (2, -1)]],
    .secondDiagonal: [[(0, 0), (2, 2)], [(0, 0), (2, -2)]],
    .diamond: [[(0, 1), (0, -1), (1, 0), (-1, 0)]],
    .spin: [[(0, 0)]],
    .corner: [
      [(0, 0), (0, 1), (1, 0)], [(0, 0), (0, 1), (1, 1)], [(0, 0), (1, 0), (1, 1)], [(0, 1), (1, 0), (1, 1)],
    ],
    .line: [[(0, 0), (0, 1), (0, 2)], [(0, 0), (1, 0), (2, 0)]],
    .vee: [[(0, 0), (1, 1), (1, -1)]],
  ]

  @Test("lattice sums are those of plain loops", arguments: [2, 3, 4, 5, 8, 16, 20, 31, 32, 40, 63, 64])
  func agreesWithLoops(side: Int) throws {
    var random = RandomStream(seed: 1, name: "ising-operators", index: side)
    for up in [0.5, 0.8] {
      let plain = PlainLattice(side: side, up: up, &random)
      let operators = try IsingOperators(plain.packed)
      for operation in IsingOperator.allCases {
        let terms = try #require(Self.terms[operation])
        #expect(terms.count == operation.termsPerSite)
        #expect(terms.allSatisfy { ($0.count % 2 == 1) == (operation.sector == .odd) })
        var sum = 0
        for y in 0..<side {
          for x in 0..<side {
            for term in terms { sum += term.reduce(1) { $0 * plain[y + $1.0, x + $1.1] } }
          }
        }
        #expect(operators[operation] == sum, "\(operation)")
        #expect(abs(operators.average(operation) * Double(terms.count * side * side) - Double(sum)) < 1e-9)
      }
    }
  }

  @Test("sides without words of their own are refused", arguments: [1, 66])
  func badSides(side: Int) {
    #expect(throws: IsingError.side(side, allowed: "2 to 64 for sums of operators")) {
      try IsingOperators(SpinLattice(side: side))
    }
  }

  @Test("the matrix of lattice sums is that of averages per site, and fewer operators are a part of it")
  func agreesWithWindows() throws {
    let names = ["s(0,0)s(0,1)", "s(0,0)s(1,1)", "s(0,0)s(0,1)s(1,0)s(1,1)", "s(0,0)", "s(0,0)s(0,1)s(1,0)"]
    var windows = MCRGSums(operators: try OperatorSet(names: names))
    var sums = OperatorSums()
    for index in 0..<60 {
      var random = RandomStream(seed: 2, name: "ising-operators/mcrg", index: index)
      let fine = PlainLattice(side: 16, up: random.uniform(), &random).packed
      let coarse = try BlockRule.coin.block(fine, random: &random).coarse
      windows.add(coarse: try WindowHistogram(coarse).averages, fine: try WindowHistogram(fine).averages)
      sums.add(coarse: try IsingOperators(coarse), fine: try IsingOperators(fine))
    }
    let found = try MCRGMatrix(sums.selecting(even: 3, odd: 2))
    let expected = try MCRGMatrix(windows)
    for (a, b) in zip(found.evenEigenvalues + found.oddEigenvalues, expected.evenEigenvalues + expected.oddEigenvalues)
    {
      #expect(abs(a.real - b.real) < 1e-8 && abs(a.imaginary - b.imaginary) < 1e-8)
    }
    #expect(throws: RenormalizationError.differentOperators) {
      try OperatorSums.merged([sums, sums.selecting(even: 3, odd: 2)])
    }
    #expect(throws: RenormalizationError.notAccumulated("(2,0)")) {
      try sums.selecting(even: 3, odd: 2).selecting(even: 7, odd: 2)
    }
    let text = try #require(String(data: JSONEncoder().encode(sums), encoding: .utf8))
    #expect(try JSONDecoder().decode(OperatorSums.self, from: Data(text.utf8)) == sums)
    let broken = text.replacingOccurrences(of: "\"even\":7", with: "\"even\":6")
    #expect(throws: RenormalizationError.self) {
      try JSONDecoder().decode(OperatorSums.self, from: Data(broken.utf8))
    }
  }
}
