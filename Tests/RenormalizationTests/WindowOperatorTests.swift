import Foundation
import Lattice
import Random
import Testing

@testable import Renormalization

/// Three-parameter nets of A. Rançon et al., arXiv:2506.04016: kernels (a, b, c) of the public code, W₀ =
/// a + 2b + c, W₁ = a + b, W₂ = a. Eigenvalues: derivation, expansion of window products.
struct PublishedNet: Sendable, CustomTestStringConvertible {
  let name: String
  let kernel: (a: Double, b: Double, c: Double)
  let magnetic: Double
  let thermal: Double
  /// One unit of the last digit of the eigenvalues.
  let digit: Double

  var testDescription: String { name }

  func windowOperator() throws -> WindowOperator {
    let (a, b, c) = kernel
    return try WindowOperator(w0: a + 2 * b + c, w1: a + b, w2: a)
  }

  static let all = [
    PublishedNet("L32, 10^4", (0.54590, 0.62776, 1.40962), 3.7388, 2.2230),
    PublishedNet("L32, 10^6", (0.57314575, 0.58786610, 1.45248150), 3.738613, 2.226073, 1e-6),
    PublishedNet("L128, 10^4", (0.49184, 0.72344, 1.23892), 3.7389, 2.2232),
    PublishedNet("L128, 10^6", (0.54919, 0.62787, 1.39398), 3.7393, 2.2252),
    PublishedNet("weighted L32, 10^4", (0.35929, 0.85236, 1.55746), 3.7604, 2.1900),
    PublishedNet("weighted L32, 10^6", (0.37222, 0.96635, 1.07224), 3.7791, 2.2396),
  ]

  private init(
    _ name: String, _ kernel: (Double, Double, Double), _ magnetic: Double, _ thermal: Double,
    _ digit: Double = 1e-4
  ) {
    self.name = name
    self.kernel = (kernel.0, kernel.1, kernel.2)
    self.magnetic = magnetic
    self.thermal = thermal
    self.digit = digit
  }
}

@Suite struct WindowOperatorTests {
  static func reference() throws -> WindowOperator { try WindowOperator(w0: 3.205, w1: 1.175, w2: 0.55) }

  @Test("given any coarse lattice, M gives the exact mean of every window product", arguments: [2, 3, 4, 6])
  func conditionalMeans(side: Int) throws {
    var random = RandomStream(seed: 21, name: "window-operator/means", index: side)
    let nets = [
      try Self.reference(), try WindowOperator(w0: -1, w1: 2, w2: 0.7),
      try WindowOperator(conditionalMagnetization: Self.saturated([-0.2, 0.1, 0.4, 0.3, 0.9, 0.95])),
    ]
    for net in nets {
      let coarse = PlainLattice(side: side, up: 0.7, &random)
      let exact = PlainGenerator(f: net.conditionalMagnetization).conditionalAverages(coarse)
      let found = net.doubled(try WindowAverages(values: coarse.averages)).values
      for orbit in WindowOrbits.all {
        #expect(abs(found[orbit.index] - exact[orbit.index]) < 1e-13, "\(orbit.name)")
      }
    }
  }

  /// The rule whose spin agrees with its block with mean `m[k]`, k = 2 (h agrees + v agrees) + (d agrees).
  private static func saturated(_ m: [Double]) -> [Double] {
    (0..<16).map { index in
      let (own, h, v, d) = (index & 1, index >> 1 & 1, index >> 2 & 1, index >> 3)
      let k = 2 * ((h == own ? 1 : 0) + (v == own ? 1 : 0)) + (d == own ? 1 : 0)
      return Double(2 * own - 1) * m[k]
    }
  }

  @Test("spins that follow their block: λ_h = 4 tanh(W₀/4), nearest neighbours 2 tanh²(W₀/4)")
  func independentBlocks() throws {
    for w0 in [0.3, 2, 5.5] {
      let net = try WindowOperator(w0: w0, w1: 0, w2: 0)
      let t = tanh(w0 / 4)
      let found = try net.scalingEigenvalues()
      #expect(abs(found.magnetic - 4 * t) < 1e-12)
      #expect(abs(found.thermal - 2 * t * t) < 1e-12)
    }
    let two = try WindowOperator(w0: 2, w1: 0, w2: 0).scalingEigenvalues()
    #expect(abs(two.magnetic - 1.848468629) < 1e-9 && abs(two.thermal - 0.427104534) < 1e-9)
  }

  @Test("the identity has the eigenvalue 4 = 2², the number of sites per block")
  func identityOperator() throws {
    let net = try Self.reference()
    #expect(net.even[0] == [4] + [Double](repeating: 0, count: 44))
    let even = try net.eigenvalues(.even)
    let odd = try net.eigenvalues(.odd)
    #expect(even.count == 45 && odd.count == 41)
    #expect(abs(even[0].real - 4) < 1e-13 && even[0].imaginary == 0)
    let leading = try net.scalingEigenvalues()
    #expect(abs(even[1].real - leading.thermal) < 1e-13)
    #expect(abs(odd[0].real - leading.magnetic) < 1e-13)
    #expect(abs(odd[1].real - 1.05590) < 5e-6)
  }

  @Test("eigenvalues of the published nets, to the printed digits", arguments: PublishedNet.all)
  func publishedNets(net: PublishedNet) throws {
    let found = try net.windowOperator().scalingEigenvalues()
    #expect(abs(found.magnetic - net.magnetic) < net.digit)
    #expect(abs(found.thermal - net.thermal) < net.digit)
  }

  @Test("exponents of the reference net") func exponents() throws {
    let found = try Self.reference().scalingEigenvalues()
    #expect(abs(found.magnetic - 3.73940944) < 1e-8)
    #expect(abs(found.thermal - 2.22470506) < 1e-8)
    #expect(abs(found.magneticExponent - 1.902810) < 1e-6)
    #expect(abs(found.thermalExponent - 1.153614) < 1e-6)
    #expect(abs(found.gammaOverNu - 1.805621) < 1e-6)
    #expect(abs(found.eta - 0.194379) < 1e-6)
    #expect(abs(found.alphaOverNu - 2 * log2(found.thermal) + 2) < 1e-14)
    #expect(abs(found.nu * log2(found.thermal) - 1) < 1e-14)
    #expect(abs(ScalingEigenvalues.ising.magnetic - pow(2, 15.0 / 8)) < 1e-14)
    #expect(abs(ScalingEigenvalues.ising.eta - 0.25) < 1e-14)
  }

  @Test("scaling operators are eigenvectors; the even one has no mean at the fixed point")
  func scalingOperators() throws {
    let net = try Self.reference()
    for sector in OperatorSector.allCases {
      let found = try net.scalingOperator(sector)
      let block = sector == .odd ? net.odd : net.even
      for i in block.indices {
        let right = zip(block[i], found.right).reduce(0) { $0 + $1.0 * $1.1 }
        let left = zip(block, found.left).reduce(0) { $0 + $1.0[i] * $1.1 }
        #expect(abs(right - found.eigenvalue * found.right[i]) < 1e-12)
        #expect(abs(left - found.eigenvalue * found.left[i]) < 1e-12)
      }
    }
    let averages = try net.fixedPointAverages().values
    let thermal = try net.scalingOperator(.even)
    let mean = zip(WindowOrbits.even, thermal.left).reduce(0) { $0 + averages[$1.0] * $1.1 }
    #expect(abs(mean) < 1e-12)
  }

  @Test("rules without the symmetries of the square or of the flip are refused")
  func badRules() throws {
    let good = try Self.reference().conditionalMagnetization
    func fails(_ change: (inout [Double]) -> Void, _ text: String) {
      var f = good
      change(&f)
      #expect { try WindowOperator(conditionalMagnetization: f) } throws: { "\($0)".contains(text) }
    }
    fails({ $0.removeLast() }, "16 are needed")
    fails({ $0[3] = .nan }, "-1...1")
    fails({ $0[15] += 1e-6 }, "flip symmetry")
    fails({ ($0[2], $0[13]) = (0.1, -0.1) }, "rows and columns")
    #expect(throws: RenormalizationError.self) { try WindowOperator(w0: .infinity, w1: -.infinity, w2: 0) }
  }
}

@Suite struct WindowRecursionTests {
  /// (side, ⟨m | root +⟩, u, diagonal, distance 2, plaquette) of the net W = (3.205, 1.175, 0.55).
  private static let table: [(Int, Double, Double, Double, Double, Double)] = [
    (2, 0.90978067, 1.65540174, 0.82770087, 1, 0.68508873),
    (4, 0.84424884, 1.49457251, 0.73761885, 0.73241861, 0.59537242),
    (8, 0.78736322, 1.40657025, 0.68543048, 0.66158365, 0.54686684),
    (16, 0.73555951, 1.35798003, 0.65636909, 0.62476966, 0.52124374),
    (32, 0.68750471, 1.33100610, 0.64020805, 0.60441096, 0.50716159),
    (128, 0.60080132, 1.30767147, 0.62622019, 0.58679174, 0.49500009),
    (256, 0.56165805, 1.30303352, 0.62343964, 0.58328889, 0.49258323),
    (512, 0.52506670, 1.30045402, 0.62189316, 0.58134065, 0.49123902),
  ]

  @Test("averages of the lattices grown from one spin") func finiteSizes() throws {
    let net = try WindowOperatorTests.reference()
    for (side, m, u, diagonal, distanceTwo, plaquette) in Self.table {
      let found = net.averages(doublings: side.trailingZeroBitCount)
      #expect(abs(found.magnetization - m) < 1e-8)
      #expect(abs(found.energy - u) < 1e-8)
      #expect(abs(found.diagonal - diagonal) < 1e-8)
      #expect(abs(found.distanceTwo - distanceTwo) < 1e-8)
      #expect(abs(found.plaquette - plaquette) < 1e-8)
    }
    #expect(net.averages(doublings: 0).values.allSatisfy { $0 == 1 })
  }

  @Test("energies and magnetizations of the published net L32, 10^6") func publishedSeries() throws {
    let net = try PublishedNet.all[1].windowOperator()
    let energies = [
      1.49269547, 1.40437787, 1.35557890, 1.32847177, 1.31339294, 1.30500220, 1.30033272, 1.29773408,
    ]
    let magnetizations = [0.84368156, 0.78665041, 0.73473179, 0.68658320, 0.64168122, 0.59973996]
    for (n, u) in energies.enumerated() { #expect(abs(net.averages(doublings: n + 2).energy - u) < 1e-8) }
    for (n, m) in magnetizations.enumerated() {
      #expect(abs(net.averages(doublings: n + 2).magnetization - m) < 1e-8)
    }
  }

  @Test("the recursion ends at the fixed point, with 2 s_nn = 1.29722153") func infiniteLattice() throws {
    let net = try WindowOperatorTests.reference()
    let fixed = try net.fixedPointAverages()
    #expect(abs(fixed.energy - 1.29722153) < 1e-8)
    #expect(fixed.magnetization == 0)
    let again = net.doubled(fixed)
    for (a, b) in zip(again.values, fixed.values) { #expect(abs(a - b) < 1e-13) }
    // Corrections fall as (λ_t/4)ⁿ with the number n of doublings, those of ⟨m⟩ as (λ_h/4)ⁿ.
    let ratio = try net.scalingEigenvalues()
    let (late, later) = (net.averages(doublings: 19), net.averages(doublings: 20))
    let correction = (later.energy - fixed.energy) / (late.energy - fixed.energy)
    #expect(abs(correction - ratio.thermal / 4) < 1e-6)
    #expect(abs(later.magnetization / late.magnetization - ratio.magnetic / 4) < 1e-6)
  }

  @Test("all window averages at side 4 equal the sum over the 16 states of side 2")
  func enumerationAtSideFour() throws {
    let net = try WindowOperatorTests.reference()
    let generator = PlainGenerator(f: net.conditionalMagnetization)
    let start = generator.means(PlainLattice([[1]]))
    var exact = [Double](repeating: 0, count: 86)
    for state in 0..<16 {
      let coarse = PlainLattice(side: 2, index: state)
      let probability = generator.probability(coarse, given: start)
      for (i, value) in generator.conditionalAverages(coarse).enumerated() { exact[i] += probability * value }
    }
    let found = net.averages(doublings: 2).values
    for (a, b) in zip(found, exact) { #expect(abs(a - b) < 1e-14) }
  }

  @Test("energy and magnetization at side 8 equal the sum over the 65536 states of side 4")
  func enumerationAtSideEight() throws {
    let net = try WindowOperatorTests.reference()
    let generator = PlainGenerator(f: net.conditionalMagnetization)
    let start = generator.means(PlainLattice([[1]]))
    var weights = [Double](repeating: 0, count: 65536)
    for state in 0..<16 {
      let coarse = PlainLattice(side: 2, index: state)
      // Probabilities of all states of side 4 by adding one site after the other.
      var law = [generator.probability(coarse, given: start)]
      for mean in generator.means(coarse).joined() {
        law = law.map { $0 * (1 - mean) / 2 } + law.map { $0 * (1 + mean) / 2 }
      }
      for (i, p) in law.enumerated() { weights[i] += p }
    }
    var (energy, magnetization) = (0.0, 0.0)
    for (state, weight) in weights.enumerated() {
      let means = generator.means(PlainLattice(side: 4, index: state))
      var (bonds, sum) = (0.0, 0.0)
      for y in 0..<8 {
        for x in 0..<8 {
          bonds += means[y][x] * (means[y][(x + 1) % 8] + means[(y + 1) % 8][x])
          sum += means[y][x]
        }
      }
      energy += weight * bonds / 64
      magnetization += weight * sum / 64
    }
    let found = net.averages(doublings: 3)
    #expect(abs(found.energy - energy) < 1e-12)
    #expect(abs(found.magnetization - magnetization) < 1e-12)
  }
}
