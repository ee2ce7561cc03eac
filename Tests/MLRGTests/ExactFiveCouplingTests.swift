import Foundation
import Testing

@testable import MLRG

@Suite("Five couplings")
struct ExactFiveCouplingTests {
  private let j = [0.7, 0.2, -0.1, 0.5, 0.6]
  private let image = [0.6, 0.1, -0.2, 0.55, 0.4]
  private let axis = [0.7642854597, 0, 0, 0, 0]

  private func symmetric() throws -> [Double] {
    let critical = try KLOptimalFlow.fixedPoint().coupling
    return [critical, 0, 0, critical, critical]
  }

  private static let blocks: [@Sendable () throws -> FiveCouplings] = [
    { try FiveCouplings.sameOnAllBonds() }, { try FiveCouplings.equivariant() },
  ]

  private func expect(_ a: [Double], _ b: [Double], _ tolerance: Double) {
    #expect(a.count == b.count)
    for (x, y) in zip(a, b) { #expect(abs(x - y) < tolerance) }
  }

  private func moved(_ x: [Double], _ i: Int, _ h: Double) -> [Double] {
    var y = x
    y[i] += h
    return y
  }

  @Test("Three copies of A₁ are stationary", arguments: 0...1)
  func stationary(model: Int) throws {
    let block = try Self.blocks[model]()
    let point = try symmetric()
    for g in block.gradient(from: point, to: point) { #expect(abs(g) < 3e-14) }
    let divergence = block.divergence(from: point, to: point)
    #expect(abs(divergence - 0.172184967) < 5.1e-10)
    for x in [0.3, 0.9] {
      let copies = block.divergence(from: [x, 0, 0, x, x], to: [0.5, 0, 0, 0.5, 0.5])
      #expect(abs(copies - 3 * KLOptimalFlow.divergence(from: x, to: 0.5)) < 1e-13)
    }
  }

  @Test("Same matrix on all bonds: eigenvalues of the Hessian and of the flow")
  func eigenvalues() throws {
    let block = try FiveCouplings.sameOnAllBonds()
    let point = try symmetric()
    let curvature = try block.hessianEigenvalues(from: point, to: point)
    // Multiprecision sums over the 256 states of the two coupled components.
    let a = 1.970384526921261626628
    expect(curvature, [0.1522024149235552098570, a, a, a, 14.59200606586753786303], 1e-12)
    let flow = try block.flowEigenvalues(at: point)
    let b = try KLOptimalFlow.fixedPoint().slope
    expect(flow.map(\.real), [1.659713854478494654458, b, b, b, 0], 1e-12)
    #expect(flow.allSatisfy { abs($0.imaginary) < 1e-6 })
    expect(try block.fixedPoint(from: [0.8, 0, 0, 0.8, 0.8]), point, 1e-13)
  }

  @Test("Equivariant: eigenvalues of the Hessian and of the flow")
  func equivariantEigenvalues() throws {
    let block = try FiveCouplings.equivariant()
    let point = try symmetric()
    let curvature = try block.hessianEigenvalues(from: point, to: point)
    expect(curvature, [1.68393198, 1.68393198, 1.84673991, 1.97038452, 1.97038452], 1e-8)
    let flow = try block.flowEigenvalues(at: point).map(\.real).sorted()
    expect(flow, [-0.899565312, 0, 0.899565312, 1.35679655, 1.35679655], 1e-8)
  }

  @Test("Divergence and gradient at a point without symmetry")
  func check() throws {
    let block = try FiveCouplings.sameOnAllBonds()
    #expect(abs(block.divergence(from: j, to: image) - 0.280455610265) < 5.1e-13)
    let gradient = block.gradient(from: j, to: image)
    expect(gradient, [-0.11594537, -1.03571346, -0.99733273, 0.20527936, -0.29571726], 5.1e-9)
    #expect(abs(gradient[4] - KLOptimalFlow.gradient(from: j[4], to: image[4])) < 1e-14)
    let equivariant = try FiveCouplings.equivariant()
    #expect(abs(equivariant.divergence(from: j, to: image) - 0.3329240633) < 5.1e-11)
  }

  @Test("The factors equal all 4096 states")
  func enumeration() throws {
    func law(_ j: [Double], _ bonds: [[Int]]) -> [Double] {
      let weights = (0..<4096).map { state in
        func sum(_ component: Int, _ corners: [Int]) -> Double {
          var total = 0.0
          for corner in corners { total += state >> (3 * corner + component) & 1 == 1 ? 1 : -1 }
          return total
        }
        return bonds.reduce(1.0) { product, corners in
          let s = (0..<3).map { sum($0, corners) }
          let pair = cosh(j[0] * s[0] + j[1] * s[1]) * cosh(j[2] * s[0] + j[3] * s[1])
          return product * pair * cosh(j[4] * s[2])
        }
      }
      let total = weights.reduce(0, +)
      return weights.map { $0 / total }
    }
    let (p, q) = (law(j, [[0, 1], [1, 2], [2, 3], [3, 0]]), law(image, [[0, 1, 2, 3]]))
    let block = try FiveCouplings.sameOnAllBonds()
    #expect(abs(block.divergence(from: j, to: image) - CornerEnumeration.divergence(p, q)) < 1e-13)
  }

  @Test("Gradient, Hessian and linearised flow are derivatives", arguments: 0...1)
  func derivatives(model: Int) throws {
    let block = try Self.blocks[model]()
    let h = 1e-5
    let gradient = block.gradient(from: j, to: image)
    let hessian = block.hessian(from: j, to: image)
    for i in 0..<5 {
      let (up, down) = (moved(image, i, h), moved(image, i, -h))
      let slope = (block.divergence(from: j, to: up) - block.divergence(from: j, to: down)) / (2 * h)
      #expect(abs(slope - gradient[i]) < 1e-8)
      let change = zip(block.gradient(from: j, to: up), block.gradient(from: j, to: down)).map { $0 - $1 }
      expect(change.map { $0 / (2 * h) }, hessian.map { $0[i] }, 1e-7)
    }
    let point = block.image(of: j, from: j)
    expect(block.gradient(from: j, to: point), [0, 0, 0, 0, 0], 1e-11)
    let linear = try block.linearisation(j, image: point)
    for k in 0..<5 {
      let up = block.image(of: moved(j, k, h), from: point)
      let down = block.image(of: moved(j, k, -h), from: point)
      expect(zip(up, down).map { ($0 - $1) / (2 * h) }, linear.map { $0[k] }, 1e-5)
    }
  }

  @Test("Sign gauges: J₁, J₂ in both graphs together; one hidden coarse component alone")
  func signs() throws {
    let block = try FiveCouplings.sameOnAllBonds()
    let value = block.divergence(from: j, to: image)
    func flipped(_ x: [Double], _ places: [Int]) -> [Double] {
      x.indices.map { places.contains($0) ? -x[$0] : x[$0] }
    }
    #expect(abs(block.divergence(from: flipped(j, [1, 2]), to: flipped(image, [1, 2])) - value) < 1e-14)
    #expect(abs(block.divergence(from: j, to: flipped(image, [2, 3])) - value) < 1e-14)
    #expect(abs(block.divergence(from: j, to: flipped(image, [0, 1])) - value) < 1e-14)
    // Other flips do change it.
    #expect(abs(block.divergence(from: j, to: flipped(image, [1, 2])) - value) > 1e-3)
  }

  @Test("From the first axis the symmetric image is not the lowest minimum")
  func minima() throws {
    let block = try FiveCouplings.sameOnAllBonds()
    let image = block.image(of: axis, from: [0.7, 0, 0, 0, 0])
    expect(image, [0.748086, 0, 0, 0, 0], 5.1e-7)
    #expect(abs(image[0] - (try KLOptimalFlow.coarse(axis[0]))) < 1e-12)
    #expect(abs(block.divergence(from: axis, to: image) - 0.05176968) < 5.1e-9)
    let lowest = block.globalImage(of: axis)
    expect(lowest.map(abs), [0.453204, 0.081714, 0.453204, 0.081714, 0], 5.1e-7)
    #expect(abs(block.divergence(from: axis, to: lowest) - 0.04302259) < 5.1e-9)
  }

  @Test("Equivariant: lowest minimum from the first axis, and the fixed point of the argmin flow")
  func equivariantMinima() throws {
    let block = try FiveCouplings.equivariant()
    let image = block.image(of: axis, from: [0.7, 0, 0, 0, 0])
    #expect(abs(block.divergence(from: axis, to: image) - 0.05176968) < 5.1e-9)
    let lowest = block.globalImage(of: axis)
    expect(lowest.map(abs), [1.054606, 0.683923, 0, 0, 0], 5.1e-7)
    #expect(abs(block.divergence(from: axis, to: lowest) - 0.030575) < 5.1e-7)
    let printed = [0.56284356, 0.47477325, 0.27927820, 0.29204031, -0.12950159]
    let point = try block.fixedPoint(from: printed)
    expect(point, printed, 1.1e-8)
    #expect(abs(block.divergence(from: point, to: point) - 0.18067) < 5.1e-6)
    let flow = try block.flowEigenvalues(at: point)
    #expect(abs(flow[0].real - 1.207187) < 5.1e-7)
    #expect(flow.dropFirst().allSatisfy { hypot($0.real, $0.imaginary) < 1 })
    // It is the lowest image of itself, up to signs.
    let own = block.globalImage(of: point)
    #expect(abs(block.divergence(from: point, to: own) - block.divergence(from: point, to: point)) < 1e-10)
  }
}
