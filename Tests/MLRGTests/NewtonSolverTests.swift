import Learning
import Testing

@testable import MLRG

@Suite("Newton's method on networks written by hand")
struct NewtonSolverTests {
  /// One hidden layer of ReLU units: f_k = Σ_u out[k][u] relu(in[u] · J + bias[u]) + offset[k].
  private func network(
    _ weights: [[Double]], _ biases: [Double], out: [[Double]], _ offsets: [Double]
  ) throws -> FlowModel {
    let shape = try NetworkShape(
      inputs: weights[0].count, outputs: out.count, width: weights.count, hiddenLayers: 1)
    let parameters = weights.flatMap { $0 } + biases + out.flatMap { $0 } + offsets
    return try FlowModel(.flow, MultilayerPerceptron(shape, parameters: parameters))
  }

  /// f = J − root, as relu(J + 10) − (10 + root).
  private func line(root: Double) throws -> FlowModel { try network([[1]], [10], out: [[1]], [-10 - root]) }

  private func root(
    _ model: FlowModel, from start: [Double] = [0.8], _ change: (inout NewtonParameters) -> Void = { _ in }
  ) throws -> [Double]? {
    var parameters = try studyParameters().training.newton
    change(&parameters)
    var workspace = Workspace(for: model.network.shape)
    return NewtonSolver(parameters, start: start).root(of: model, workspace: &workspace)
  }

  @Test("A line is solved in one step", arguments: [0.5, 0.8, -0.25, 3.9])
  func line(at zero: Double) throws {
    let found = try #require(try root(line(root: zero)))
    #expect(found.count == 1 && abs(found[0] - zero) < 1e-14)
  }

  @Test("A root beyond the limit is none", arguments: [(4.001, 4.0), (-4.001, 4.0), (0.5, 0.4)])
  func limit(zero: Double, limit: Double) throws {
    #expect(try root(line(root: zero)) { $0.limit = limit } == nil)
    #expect(try root(line(root: zero)) { $0.limit = limit + 0.2 } != nil)
  }

  @Test("A constant has no root, a constant zero is one where it stands")
  func constant() throws {
    #expect(try root(network([[0]], [1], out: [[1]], [0])) == nil)
    #expect(try root(network([[0]], [1], out: [[1]], [-1])) == [0.8])
  }

  @Test("No slope at the start, no root, though there is a zero elsewhere")
  func singularSlope() throws {
    // f = relu(J − 1) − 0.3 is zero at 1.3 and flat below 1.
    let model = try network([[1]], [-1], out: [[1]], [-0.3])
    #expect(try root(model) == nil)
    let found = try #require(try root(model, from: [1.1]))
    #expect(abs(found[0] - 1.3) < 1e-14)
  }

  @Test("Newton's method cycles between the two sides of a steep step and gives up")
  func cycle() throws {
    // f = J + 1 right of 1/8, J − 1 left of −1/8: from 1 to −1 and back.
    let model = try network([[1], [8], [8]], [10, 1, -1], out: [[1, 1, -1]], [-11])
    #expect(try root(model, from: [1]) == nil)
    #expect(try root(model, from: [0.1]) != nil)
  }

  @Test("The tolerance is on |f|, and the last iteration only looks")
  func iterations() throws {
    #expect(try root(line(root: 0.5)) { $0.iterations = 1 } == nil)
    #expect(try root(line(root: 0.5)) { $0.iterations = 2 } != nil)
    #expect(try root(line(root: 0.75)) { $0.tolerance = 0.06 } == [0.8])
    let exact = try #require(try root(line(root: 0.75)) { $0.tolerance = 0.04 })
    #expect(abs(exact[0] - 0.75) < 1e-14)
  }

  /// f = A (J − J*), each coupling by a unit that is active above −10.
  private func linear(_ matrix: [[Double]], root: [Double]) throws -> FlowModel {
    let unit = (0..<5).map { i in (0..<5).map { $0 == i ? 1.0 : 0 } }
    let offsets = matrix.map { row in -zip(row, root).reduce(0) { $0 + $1.0 * (10 + $1.1) } }
    return try network(unit, [10, 10, 10, 10, 10], out: matrix, offsets)
  }

  private let matrix: [[Double]] = [
    [2, 1, 0, 0, 0], [-1, 3, 0.5, 0, 0], [0, 0.25, 1, 0, 1], [0, 0, -1, 2, 0], [1, 0, 0, 0, -2],
  ]

  @Test("A linear map of five couplings is solved in one step")
  func fiveCouplings() throws {
    let zero = [0.81, 0.02, -0.03, 0.79, 0.82]
    let found = try #require(try root(linear(matrix, root: zero), from: [0.8, 0, 0, 0.8, 0.8]))
    for (x, y) in zip(found, zero) { #expect(abs(x - y) < 1e-13) }
  }

  @Test("A singular Jacobian has no root, and one component beyond the limit is enough")
  func fiveWithoutRoot() throws {
    let start = [0.8, 0, 0, 0.8, 0.8]
    var singular = matrix
    singular[4] = singular[0]
    #expect(try root(linear(singular, root: [0.5, 0, 0, 0, 0]), from: start) == nil)
    #expect(try root(linear(matrix, root: [0.8, 0, -4.5, 0.8, 0.8]), from: start) == nil)
    #expect(try root(linear(matrix, root: [0.8, 0, -3.5, 0.8, 0.8]), from: start) != nil)
  }
}
