import Foundation
import Lattice
import Random
import Statistics
import Testing

@testable import Renormalization

/// Gaussian operators with a known transformation: 4c = Tᵀc′ + noise, the even ones with a mean.
struct LinearEnsemble {
  static let operators = OperatorSet.leading(odd: 2, even: 3)
  static let odd = [[3.5, 0.3], [0.2, 0.8]]
  static let even = [[1.9, 0.2, 0.1], [0.3, 0.5, 0.0], [-0.2, 0.1, 0.3]]
  var noise: Double

  func add(to sums: inout MCRGSums, _ random: inout RandomStream) throws {
    var coarse = [Double](repeating: 0, count: 86)
    var fine = coarse
    let sectors = [(Self.operators.odd, Self.odd, 0.0), (Self.operators.even, Self.even, 0.6)]
    for (orbits, matrix, mean) in sectors {
      let common = random.normal()
      // Correlated operators of different scales.
      let values = orbits.indices.map { Double($0 + 1) * (0.5 * common + random.normal()) * 0.1 }
      for (j, orbit) in orbits.enumerated() {
        coarse[orbit] = mean + values[j]
        var sum = noise * 0.1 * random.normal()
        for i in orbits.indices { sum += values[i] * matrix[i][j] }
        fine[orbit] = mean + sum / 4
      }
    }
    sums.add(coarse: try WindowAverages(values: coarse), fine: try WindowAverages(values: fine))
  }

  func sums(_ count: Int, _ random: inout RandomStream) throws -> MCRGSums {
    var sums = MCRGSums(operators: Self.operators)
    for _ in 0..<count { try add(to: &sums, &random) }
    return sums
  }

  /// Eigenvalues of a 2 × 2 matrix, larger first.
  static var oddEigenvalues: [Double] {
    let (half, product) = ((odd[0][0] + odd[1][1]) / 2, odd[0][0] * odd[1][1] - odd[0][1] * odd[1][0])
    let root = (half * half - product).squareRoot()
    return [half + root, half - root]
  }

  /// Value of the characteristic polynomial of the even matrix.
  static func characteristic(_ x: Double) -> Double {
    let m = even.enumerated().map { i, row in row.enumerated().map { j, value in (i == j ? x : 0) - value } }
    let first = m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
    let second = m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
    return first - second + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0])
  }
}

@Suite struct MCRGTests {
  @Test("without noise T is recovered from a few samples, in any units") func exactRecovery() throws {
    var random = RandomStream(seed: 31, name: "mcrg/exact")
    let sums = try LinearEnsemble(noise: 0).sums(30, &random)
    let matrix = try MCRGMatrix(sums)
    for (found, expected) in [(matrix.odd, LinearEnsemble.odd), (matrix.even, LinearEnsemble.even)] {
      for (a, b) in zip(found.joined(), expected.joined()) { #expect(abs(a - b) < 1e-10) }
    }
    for (found, expected) in zip(matrix.oddEigenvalues, LinearEnsemble.oddEigenvalues) {
      #expect(abs(found.real - expected) < 1e-10)
    }
    for found in matrix.evenEigenvalues where found.imaginary == 0 {
      #expect(abs(LinearEnsemble.characteristic(found.real)) < 1e-9)
    }
    // With all operators present subtracting a mean that is zero changes nothing either.
    let subtracted = try MCRGMatrix(sums, subtractingOddMeans: true)
    #expect(abs(subtracted.oddEigenvalues[0].real - LinearEnsemble.oddEigenvalues[0]) < 1e-10)
  }

  @Test("jackknife errors of eigenvalues and exponents cover the truth as Student's t says")
  func pulls() throws {
    let bins = 20
    var odd: [Double] = []
    var exponents: [Double] = []
    var subleading: [Double] = []
    let truth = LinearEnsemble.oddEigenvalues
    for seed in 0..<60 {
      var random = RandomStream(seed: 32, name: "mcrg/pulls", index: seed)
      let data = try (0..<bins).map { _ in try LinearEnsemble(noise: 0.5).sums(60, &random) }
      let found = try MCRGEigenvalues(bins: data)
      odd.append((found.odd[0].value - truth[0]) / found.odd[0].standardError)
      subleading.append((found.odd[1].value - truth[1]) / found.odd[1].standardError)
      let exponent = try #require(found.oddExponents[0])
      exponents.append((exponent.value - log2(truth[0])) / exponent.standardError)
      #expect(found.odd[0].degreesOfFreedom == Double(bins - 1))
      #expect(found.even.count == 2)
    }
    let law = StudentLaw(dof: Double(bins - 1))
    for pulls in [Pulls(values: odd), Pulls(values: exponents), Pulls(values: subleading)] {
      #expect(abs(pulls.mean) < pulls.meanLimit(variance: law.variance))
      #expect(
        abs(pulls.variance - law.variance)
          < pulls.varianceLimit(variance: law.variance, kurtosis: law.kurtosis))
    }
  }

  @Test("sums merge, lose operators and survive JSON without a change") func bookkeeping() throws {
    var random = RandomStream(seed: 33, name: "mcrg/sums")
    let ensemble = LinearEnsemble(noise: 0.3)
    let (first, second) = (try ensemble.sums(20, &random), try ensemble.sums(30, &random))
    let both = try MCRGSums.merged([first, second])
    #expect(both.count == 50)
    let decoded = try JSONDecoder().decode(MCRGSums.self, from: JSONEncoder().encode(both))
    #expect(decoded == both)
    let fewer = OperatorSet.leading(odd: 1, even: 2)
    let part = try MCRGMatrix(both.selecting(fewer))
    var direct = MCRGSums(operators: fewer)
    random = RandomStream(seed: 33, name: "mcrg/sums")
    for _ in 0..<50 { try ensemble.add(to: &direct, &random) }
    let expected = try MCRGMatrix(direct).even
    for (a, b) in zip(part.even.joined(), expected.joined()) { #expect(abs(a - b) < 1e-10) }
    #expect(throws: RenormalizationError.differentOperators) { try MCRGSums.merged([first, direct]) }
    #expect(throws: RenormalizationError.notAccumulated("s(0,0)s(1,2)")) {
      try both.selecting(.leading(odd: 1, even: 4))
    }
    let empty = try JSONEncoder().encode(MCRGSums(operators: .nearest))
    var broken = try #require(String(data: empty, encoding: .utf8))
    broken = broken.replacingOccurrences(of: "\"coarseFine\":[0]", with: "\"coarseFine\":[0,0]")
    #expect(throws: RenormalizationError.self) {
      try JSONDecoder().decode(MCRGSums.self, from: Data(broken.utf8))
    }
  }

  /// Samples of uncorrelated spins of a density that varies from sample to sample.
  private func randomLattices(_ count: Int, side: Int, _ operators: OperatorSet) throws -> MCRGSums {
    var sums = MCRGSums(operators: operators)
    for index in 0..<count {
      var random = RandomStream(seed: 34, name: "mcrg/random", index: index)
      let fine = PlainLattice(side: 2 * side, up: random.uniform(), &random).packed
      let coarse = try BlockRule.coin.block(fine, random: &random).coarse
      sums.add(coarse: try WindowHistogram(coarse).averages, fine: try WindowHistogram(fine).averages)
    }
    return sums
  }

  @Test("a repeated operator makes the covariance singular, and the error names it")
  func repeatedOperator() throws {
    let sums = try randomLattices(200, side: 8, .plaquetteTwice)
    let plaquette = WindowOrbits.all[WindowOrbits.plaquette].name
    #expect {
      try MCRGMatrix(sums)
    } throws: { error in
      guard case .singularCovariance(.even, let name, let dependsOn) = error as? RenormalizationError else {
        return false
      }
      let line = "\(error)"
      return name == plaquette && dependsOn == [plaquette]
        && line.contains("singular operator covariance") && !line.contains("\n")
    }
    #expect(throws: Never.self) { try MCRGMatrix(randomLattices(200, side: 8, .upToFourSpins)) }
  }

  @Test("an operator without variance and too few samples are named") func degenerateSamples() throws {
    var sums = MCRGSums(operators: .nearest)
    let ordered = try WindowHistogram(SpinLattice(side: 8)).averages
    for _ in 0..<2 { sums.add(coarse: ordered, fine: ordered) }
    #expect(throws: RenormalizationError.tooFewSamples(count: 2, minimum: 3)) { try MCRGMatrix(sums) }
    sums.add(coarse: ordered, fine: ordered)
    let energy = RenormalizationError.constantOperator(sector: .even, name: "s(0,0)s(0,1)")
    #expect(throws: energy) { try MCRGMatrix(sums) }
    #expect(energy.description.contains("s(0,0)s(0,1)"))
    #expect(throws: RenormalizationError.self) { try MCRGEigenvalues(bins: [sums]) }
  }

  @Test("a sector without operators is left out") func oneSector() throws {
    let sums = try randomLattices(100, side: 4, .leading(odd: 1, even: 0))
    let matrix = try MCRGMatrix(sums)
    #expect(matrix.even.isEmpty && matrix.evenEigenvalues.isEmpty && matrix.oddEigenvalues.count == 1)
    let found = try MCRGEigenvalues(bins: [sums, randomLattices(100, side: 4, .leading(odd: 1, even: 0))])
    #expect(found.even.isEmpty && found.odd.count == 1)
  }

  @Test("coarse to generated lattices: T has the leading eigenvalues of the window operator")
  func generatedLattices() throws {
    let net = try WindowOperatorTests.reference()
    let exact = try net.scalingEigenvalues()
    let generator = PlainGenerator(f: net.conditionalMagnetization)
    var bins = [MCRGSums](repeating: MCRGSums(), count: 40)
    for index in 0..<2000 {
      var random = RandomStream(seed: 35, name: "mcrg/generated", index: index)
      var coarse = PlainLattice([[index % 2 == 0 ? 1 : -1]])
      for _ in 0..<3 { coarse = generator.doubled(coarse, &random) }
      let fine = generator.doubled(coarse, &random)
      bins[index / 50].add(
        coarse: try WindowHistogram(coarse.packed).averages, fine: try WindowHistogram(fine.packed).averages)
    }
    let found = try MCRGEigenvalues(bins: bins)
    let (magnetic, thermal) = (found.odd[0], found.even[0])
    // Of 40 bins the error is known to 11 %: five standard errors, and errors that are small themselves.
    #expect(abs(magnetic.value - exact.magnetic) < 5 * magnetic.standardError, "\(magnetic)")
    #expect(abs(thermal.value - exact.thermal) < 5 * thermal.standardError, "\(thermal)")
    #expect(magnetic.standardError < 0.01 && thermal.standardError < 0.1)
  }
}
