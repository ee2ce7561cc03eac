import Foundation
import Testing

@testable import MLRG

@Suite("Other exact blocks")
struct ExactBlockTests {
  /// The only fixed point of a block.
  private func fixedPoint(_ block: Block) throws -> FlowFixedPoint {
    let points = try BlockFlow(block).fixedPoints()
    try #require(points.count == 1)
    return points[0]
  }

  @Test("4 × 4 torus")
  func torus() throws {
    let point = try fixedPoint(.torus(width: 4, height: 4))
    #expect(abs(point.coupling - 0.7034589150) < 1e-10)
    #expect(abs(point.slope - 1.4715575) < 1e-7)
    #expect(abs((point.correlationLengthExponent ?? 0) - 0.897112) < 5.1e-7)
  }

  @Test("Five-ring against five-star; the four-ring is A₁")
  func polygons() throws {
    let five = try fixedPoint(.polygon(5))
    #expect(abs(five.coupling - 1.1316263120) < 1e-10)
    #expect(abs(five.slope - 1.610897) < 5.1e-7)
    let four = try BlockFlow(.polygon(4))
    for j in [-0.7, 0.05, 0.4, 0.9, 2.0] {
      #expect(abs(try four.coarse(j) - KLOptimalFlow.coarse(j)) < 1e-13)
      let image = try KLOptimalFlow.coarse(j)
      #expect(abs(four.slope(j, image: image) - (try KLOptimalFlow.slope(j))) < 1e-11)
      #expect(abs(four.divergence(from: j, to: 0.3) - KLOptimalFlow.divergence(from: j, to: 0.3)) < 1e-14)
    }
    let critical = try KLOptimalFlow.fixedPoint()
    #expect(abs(try fixedPoint(.square()).coupling - critical.coupling) < 1e-13)
  }

  @Test("Star-triangle: the three-ring is a star exactly, so nothing is lost and nothing is critical")
  func starTriangle() throws {
    let flow = try BlockFlow(.polygon(3))
    for j in [0.2, 0.7, 1.5] {
      let image = try flow.coarse(j)
      #expect(abs(flow.divergence(from: j, to: image)) < 1e-15)
      // cosh² 2J = cosh 3J' / cosh J'.
      let ratio = cosh(3 * image) / cosh(image)
      #expect(abs(ratio / (cosh(2 * j) * cosh(2 * j)) - 1) < 1e-13)
    }
    #expect(try flow.fixedPoints().isEmpty)
    // A block that does lose something shows it.
    #expect(try BlockFlow(.polygon(5)).divergence(from: 0.7, to: 0.5) > 1e-3)
  }

  @Test("The 21-spin block with all four plaquettes, and its bias by contrastive divergence")
  func fourPlaquettes() throws {
    let block = try Block.grid(width: 3, height: 3, plaquettes: .all)
    let optimal = try fixedPoint(block).coupling
    #expect(abs(optimal - 1.2019721096) < 1e-10)
    let zeros = try [1, 2, 4, 8, 16].map { sweeps in
      try ContrastiveDivergence(block, fineSweeps: nil, coarseSweeps: sweeps).zeros()
    }
    for zero in zeros { #expect(zero.count == 1) }
    let biased = zeros.compactMap(\.first)
    #expect(abs(biased[1] - 1.1324942) < 1e-7)
    for (a, b) in zip(biased, biased.dropFirst() + [optimal]) { #expect(a < b) }
    let exact = try ContrastiveDivergence(block, fineSweeps: nil, coarseSweeps: nil).zeros()
    #expect(abs((exact.first ?? 0) - optimal) < 1e-12)
  }

  @Test("The 21-spin block with sixteen fine sweeps has no fixed point", arguments: [1, nil] as [Int?])
  func sixteenSweeps(coarseSweeps: Int?) throws {
    let block = try Block.grid(width: 3, height: 3, plaquettes: .all)
    let short = try ContrastiveDivergence(block, fineSweeps: 16, coarseSweeps: coarseSweeps)
    #expect(try short.zeros().isEmpty)
    // The same search finds a zero when the chains are long enough.
    let long = try ContrastiveDivergence(block, fineSweeps: 400, coarseSweeps: coarseSweeps)
    #expect(try long.zeros(in: 0.5...1.5, step: 0.1).count == 1)
  }

  @Test("Blocks between the square and the torus", arguments: [(2, 4), (2, 6), (4, 4)])
  func slopesOfTori(width: Int, height: Int) throws {
    let flow = try BlockFlow(.torus(width: width, height: height))
    let points = try flow.fixedPoints()
    try #require(points.count == 1)
    let h = 1e-4
    let j = points[0].coupling
    #expect(abs(try flow.coarse(j) - j) < 1e-12)
    #expect(abs((try flow.coarse(j + h) - flow.coarse(j - h)) / (2 * h) - points[0].slope) < 1e-6)
  }

  @Test("A 2 × 2 torus is the square with doubled bonds")
  func smallestTorus() throws {
    let flow = try BlockFlow(.torus(width: 2, height: 2))
    let (p, q) = (CornerEnumeration.fine(0.6), CornerEnumeration.coarse(0.4))
    func squared(_ law: [Double]) -> [Double] {
      let weights = law.map { $0 * $0 }
      return weights.map { $0 / weights.reduce(0, +) }
    }
    let expected = CornerEnumeration.divergence(squared(p), squared(q))
    #expect(abs(flow.divergence(from: 0.6, to: 0.4) - expected) < 1e-14)
  }

  @Test("Class sums equal the sum over all 512 states of the 3 × 3 grid")
  func classes() throws {
    let block = try Block.grid(width: 3, height: 3, plaquettes: .checkerboard)
    #expect(block.fine.count == 12 && block.coarse.count == 2 && block.symmetries.count == 3)
    #expect(try Block.grid(width: 3, height: 3, plaquettes: .all).symmetries.count == 5)
    func law(_ units: [Block.Unit], _ j: Double) -> [Double] {
      let weights = (0..<512).map { state in
        units.reduce(1.0) { product, unit in
          var field = 0
          for v in 0..<9 { field += state >> v & 1 == 1 ? unit[0][v] : -unit[0][v] }
          return product * cosh(j * Double(field))
        }
      }
      return weights.map { $0 / weights.reduce(0, +) }
    }
    let expected = CornerEnumeration.divergence(law(block.fine, 0.7), law(block.coarse, 0.5))
    #expect(abs(try BlockFlow(block).divergence(from: 0.7, to: 0.5) - expected) < 1e-13)
  }

  @Test("Potts: q = 2 is twice A₁ with the same slope")
  func pottsIsing() throws {
    let block = PottsBlock(states: 2)
    let points = try block.fixedPoints()
    let critical = try KLOptimalFlow.fixedPoint()
    try #require(points.count == 1)
    #expect(abs(points[0].coupling - 2 * critical.coupling) < 1e-12)
    #expect(abs(points[0].slope - critical.slope) < 1e-11)
    #expect(abs(block.exactCriticalCoupling - 2 * LiebLattice.criticalCoupling) < 1e-14)
    #expect(abs((block.exactCorrelationLengthExponent ?? 0) - 1) < 1e-14)
    for j in [0.3, 1.0, 2.4] {
      #expect(abs(try block.coarse(2 * j) - 2 * KLOptimalFlow.coarse(j)) < 1e-12)
      let ising = KLOptimalFlow.divergence(from: j, to: 0.4)
      #expect(abs(block.divergence(from: 2 * j, to: 0.8) - ising) < 1e-14)
    }
  }

  @Test("Potts: q = 3")
  func pottsThree() throws {
    let block = PottsBlock(states: 3)
    let points = try block.fixedPoints()
    try #require(points.count == 1)
    #expect(abs(points[0].coupling - 1.8577229524) < 1e-10)
    #expect(abs(points[0].slope - 1.4083656) < 1e-7)
    #expect(abs((points[0].correlationLengthExponent ?? 0) - 1.012101) < 5.1e-7)
    #expect(abs(block.exactCriticalCoupling - 1.7218631764) < 5.1e-11)
    #expect(abs((block.exactCorrelationLengthExponent ?? 0) - 5.0 / 6) < 1e-14)
    #expect(PottsBlock(states: 5).exactCorrelationLengthExponent == nil)
    #expect(abs((PottsBlock(states: 4).exactCorrelationLengthExponent ?? 0) - 2.0 / 3) < 1e-14)
  }

  @Test("Potts: partitions of the corners equal all q⁴ states; gradient and slope are derivatives")
  func pottsEnumeration() throws {
    let (block, j, image) = (PottsBlock(states: 3), 1.1, 0.9)
    var fine: [Double] = []
    var coarse: [Double] = []
    for state in 0..<81 {
      let v = [state % 3, state / 3 % 3, state / 9 % 3, state / 27]
      var product = 1.0
      for e in 0..<4 {
        var sum = 0.0
        for z in 0..<3 {
          let equal: Int = [v[e], v[(e + 1) % 4]].count { $0 == z }
          sum += exp(j * Double(equal))
        }
        product *= sum
      }
      fine.append(product)
      var sum = 0.0
      for z in 0..<3 {
        let equal: Int = v.count { $0 == z }
        sum += exp(image * Double(equal))
      }
      coarse.append(sum)
    }
    let p = fine.map { $0 / fine.reduce(0, +) }
    let q = coarse.map { $0 / coarse.reduce(0, +) }
    #expect(abs(block.divergence(from: j, to: image) - CornerEnumeration.divergence(p, q)) < 1e-14)
    let h = 1e-5
    let rise = block.divergence(from: j, to: image + h) - block.divergence(from: j, to: image - h)
    #expect(abs(rise / (2 * h) - block.gradient(from: j, to: image)) < 1e-9)
    let slope = (try block.coarse(j + h) - block.coarse(j - h)) / (2 * h)
    #expect(abs(slope - block.slope(j, image: try block.coarse(j))) < 1e-8)
  }

  @Test("Shapes that do not exist are refused in one line")
  func errors() throws {
    #expect(throws: BlockError.tooLarge(spins: 24, allowed: 20)) { try Block.torus(width: 4, height: 6) }
    #expect(throws: BlockError.tooLarge(spins: 21, allowed: 20)) { try Block.polygon(21) }
    #expect { try Block.torus(width: 3, height: 4) } throws: { "\($0)".contains("even") }
    #expect { try Block.polygon(2) } throws: { "\($0)".contains("at least 3") }
    #expect { try Block.grid(width: 1, height: 4, plaquettes: .all) } throws: {
      "\($0)".contains("at least 2")
    }
    let torus = try Block.torus(width: 4, height: 4)
    #expect(throws: BlockError.tooManyHidden(units: 32, allowed: 14)) {
      try ContrastiveDivergence(torus, fineSweeps: 4, coarseSweeps: 1)
    }
  }
}
