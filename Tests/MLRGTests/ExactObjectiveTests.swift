import Foundation
import Testing

@testable import MLRG

@Suite("Other objectives for one coupling")
struct ExactObjectiveTests {
  @Test("Reverse divergence: enumeration and derivative", arguments: [(0.5, 0.3), (1.2, 0.9), (0.8, 1.4)])
  func reverseDivergence(j: Double, image: Double) {
    let (p, q) = (CornerEnumeration.coarse(image), CornerEnumeration.fine(j))
    let value = ReverseKLFlow.divergence(from: image, to: j)
    #expect(abs(value - CornerEnumeration.divergence(p, q)) < 1e-14)
    let h = 1e-5
    let (up, down) = (
      ReverseKLFlow.divergence(from: image + h, to: j), ReverseKLFlow.divergence(from: image - h, to: j)
    )
    #expect(abs((up - down) / (2 * h) - ReverseKLFlow.gradient(from: image, to: j)) < 1e-9)
  }

  @Test("The image of the reverse divergence is its lowest point", arguments: [0.1, 0.4, 0.663, 1.0, 1.6])
  func reverseImage(j: Double) throws {
    let image = try ReverseKLFlow.coarse(j)
    let value = ReverseKLFlow.divergence(from: image, to: j)
    for x in stride(from: 0, through: 4, by: 0.01) {
      #expect(ReverseKLFlow.divergence(from: x, to: j) >= value - 1e-15)
    }
  }

  @Test("The reverse flow has one critical point, on the other side of the exact one")
  func reverseFixedPoint() throws {
    let points = try ReverseKLFlow.fixedPoints()
    try #require(points.count == 1)
    #expect(abs(try ReverseKLFlow.coarse(points[0]) - points[0]) < 1e-12)
    #expect(points[0] < LiebLattice.criticalCoupling)
    #expect(try KLOptimalFlow.fixedPoint().coupling > LiebLattice.criticalCoupling)
    #expect(try ReverseKLFlow.coarse(points[0] - 0.01) < points[0] - 0.01)
    #expect(try ReverseKLFlow.coarse(points[0] + 0.01) > points[0] + 0.01)
  }

  @Test("The matched moment is the same in both enumerated blocks", arguments: MomentMatching.allCases)
  func moments(matching: MomentMatching) {
    let moment: ([Double]) -> Double =
      switch matching {
      case .neighbours: { $0[0] * $0[1] }
      case .diagonal: { $0[0] * $0[2] }
      case .squaredMagnetisation: { v in v.reduce(0, +) * v.reduce(0, +) }
      case .absoluteMagnetisation: { v in abs(v.reduce(0, +)) }
      }
    for j in [0.2, 0.7643, 1.5] {
      let image = matching.coarse(j)
      let fine = CornerEnumeration.mean(CornerEnumeration.fine(j), moment)
      let coarse = CornerEnumeration.mean(CornerEnumeration.coarse(image), moment)
      #expect(abs(fine - coarse) < 1e-13)
      #expect(matching.coarse(-j) == -image)
    }
  }

  @Test("Fixed points by matched moment; neighbours alone have none")
  func momentFixedPoints() throws {
    for matching in MomentMatching.allCases {
      let points = try matching.fixedPoints()
      #expect(points.count == (matching == .neighbours ? 0 : 1))
      for point in points { #expect(abs(matching.coarse(point) - point) < 1e-12) }
    }
    for j in stride(from: 0.05, through: 3, by: 0.05) { #expect(MomentMatching.neighbours.coarse(j) > j) }
  }
}
