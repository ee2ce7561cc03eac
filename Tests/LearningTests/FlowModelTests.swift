import Foundation
import Random
import Testing

@testable import Learning

/// Expects numbers that agree to `relative` of the largest of them.
func expectClose(
  _ found: [Double], _ expected: [Double], relative: Double, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(found.count == expected.count, sourceLocation: sourceLocation)
  let scale = expected.map(abs).max() ?? 0
  let error = zip(found, expected).map { abs($0 - $1) }.reduce(0) { $0 > $1 ? $0 : $1 }
  #expect(scale > 0, "nothing to compare with", sourceLocation: sourceLocation)
  #expect(error <= relative * scale, "error \(error) of \(scale)", sourceLocation: sourceLocation)
}

/// The derivative of a function by central differences. A step of 10⁻⁵ leaves errors near 10⁻¹⁰.
func difference(_ x: Double, _ f: (Double) -> Double) -> Double {
  let h = 1e-5
  return (f(x + h) - f(x - h)) / (2 * h)
}

@Suite("Flow models: values and derivatives")
struct FlowModelTests {
  @Test("f agrees with a plain evaluation", arguments: ModelCase.all)
  func values(_ test: ModelCase) throws {
    let model = try test.model()
    let reference = try test.reference()
    let couplings = test.batch("couplings")
    var f = Batch(count: test.models, components: test.inputs)
    var workspace = Workspace(for: model.network.shape)
    model.evaluate(couplings, into: &f, workspace: &workspace)
    for index in 0..<test.models {
      expectClose(f[index], reference.flow(test.kind, couplings[index]), relative: 1e-12)
    }
  }

  @Test("df/dJ agrees with differences", arguments: ModelCase.all.filter { $0.inputs == 1 })
  func slope(_ test: ModelCase) throws {
    let model = try test.model()
    let reference = try test.reference()
    let couplings = test.batch("couplings")
    var f = Batch(count: test.models, components: 1)
    var slope = f
    var workspace = Workspace(for: model.network.shape)
    model.evaluateWithSlope(couplings, into: &f, slope: &slope, workspace: &workspace)
    let exact = (0..<test.models).map { index in
      difference(couplings[index, 0]) { reference.flow(test.kind, [$0])[0] }
    }
    expectClose((0..<test.models).map { slope[$0, 0] }, exact, relative: 1e-7)
    let values = (0..<test.models).map { reference.flow(test.kind, couplings[$0])[0] }
    expectClose((0..<test.models).map { f[$0, 0] }, values, relative: 1e-12)
  }

  @Test("the Jacobian agrees with differences; that of a monotone is symmetric", arguments: ModelCase.all)
  func jacobian(_ test: ModelCase) throws {
    let model = try test.model()
    let reference = try test.reference()
    let point = test.batch("couplings")[0]
    var workspace = Workspace(for: model.network.shape)
    let (f, jacobian) = model.jacobian(at: point, workspace: &workspace)
    expectClose(f, reference.flow(test.kind, point), relative: 1e-12)
    var exact: [Double] = []
    for row in 0..<test.inputs {
      for column in 0..<test.inputs {
        exact.append(
          difference(point[column]) { x in
            var moved = point
            moved[column] = x
            return reference.flow(test.kind, moved)[row]
          })
      }
    }
    expectClose(jacobian.flatMap { $0 }, exact, relative: 1e-7)
    if test.kind == .monotone {
      let transposed = (0..<test.inputs).flatMap { k in jacobian.map { $0[k] } }
      expectClose(jacobian.flatMap { $0 }, transposed, relative: 1e-14)
    }
  }

  @Test("Jᵀ g is the Jacobian's transpose times g", arguments: ModelCase.all)
  func inputGradient(_ test: ModelCase) throws {
    let model = try test.model()
    let couplings = test.batch("couplings")
    let g = test.batch("weights")
    var gradient = Batch(count: test.models, components: test.inputs)
    var workspace = Workspace(for: model.network.shape)
    model.inputGradient(couplings, weights: g, into: &gradient, workspace: &workspace)
    for index in 0..<test.models {
      let (_, jacobian) = model.jacobian(at: couplings[index], workspace: &workspace)
      let exact = (0..<test.inputs).map { column in
        (0..<test.inputs).reduce(0) { $0 + g[index, $1] * jacobian[$1][column] }
      }
      expectClose(gradient[index], exact, relative: 1e-12)
    }
  }

  @Test("the gradient of Σ f² agrees with differences", arguments: ModelCase.all)
  func force(_ test: ModelCase) throws {
    let model = try test.model()
    let reference = try test.reference()
    let couplings = test.batch("couplings")
    var squaredNorm = Batch(count: test.models, components: 1)
    var gradient = Batch(count: test.models, components: test.inputs)
    var workspace = Workspace(for: model.network.shape)
    model.gradientOfSquaredNorm(
      couplings, squaredNorm: &squaredNorm, gradient: &gradient, workspace: &workspace)
    func norm(_ point: [Double]) -> Double {
      reference.flow(test.kind, point).reduce(0) { $0 + $1 * $1 }
    }
    for index in 0..<test.models {
      let point = couplings[index]
      expectClose([squaredNorm[index, 0]], [norm(point)], relative: 1e-11)
      let exact = point.indices.map { k in
        difference(point[k]) { x in
          var moved = point
          moved[k] = x
          return norm(moved)
        }
      }
      // Relative to the product of |f| and the Jacobian, since f itself may be close to zero.
      let (f, jacobian) = model.jacobian(at: point, workspace: &workspace)
      let scale = (f.map(abs).max() ?? 0) * (jacobian.flatMap { $0 }.map(abs).max() ?? 0)
      for k in point.indices { #expect(abs(gradient[index, k] - exact[k]) < 1e-6 * (scale + 1e-3)) }
    }
  }

  @Test("the gradient of every parameter agrees with differences", arguments: ModelCase.all)
  func parameterGradient(_ test: ModelCase) throws {
    let model = try test.model()
    let reference = try test.reference()
    let couplings = test.batch("couplings")
    let g = test.batch("weights")
    var gradient = [Double](repeating: .nan, count: model.network.shape.parameterCount)
    var workspace = Workspace(for: model.network.shape)
    model.parameterGradient(couplings, weights: g, into: &gradient, workspace: &workspace)
    let exact = gradient.indices.map { index in
      difference(reference.parameters[index]) { x in
        var moved = reference
        moved.parameters[index] = x
        return test.loss(moved, couplings, g)
      }
    }
    expectClose(gradient, exact, relative: 1e-7)
    // f does not depend on the constant of a monotone.
    if test.kind == .monotone { #expect(gradient.last == 0) }
  }

  @Test("ReLU has slope 0 at 0")
  func reluAtZero() throws {
    let shape = try NetworkShape(inputs: 1, outputs: 1, width: 1, hiddenLayers: 1)
    let model = try FlowModel(.flow, MultilayerPerceptron(shape, parameters: [2, 0, 3, 0.5]))
    var workspace = Workspace(for: shape)
    #expect(model.jacobian(at: [0], workspace: &workspace) == ([0.5], [[0]]))
    #expect(model.jacobian(at: [1], workspace: &workspace) == ([6.5], [[6]]))
    #expect(model.evaluate(at: [.nan], workspace: &workspace)[0].isNaN)
  }
}

extension FlowModelTests {
  @Test("a monotone of layer-normalised, ReLU or many-output networks is refused")
  func refusals() throws {
    func network(_ outputs: Int, _ activation: Activation, _ norm: Bool) throws -> MultilayerPerceptron {
      var random = RandomStream(seed: 1, name: "refusals")
      let shape = try NetworkShape(
        inputs: 2, outputs: outputs, width: 4, hiddenLayers: 1, activation: activation, layerNorm: norm)
      return MultilayerPerceptron(shape, random: &random)
    }
    #expect(throws: LearningError.monotoneOutputs(2)) {
      _ = try FlowModel(.monotone, network(2, .silu, false))
    }
    #expect(throws: LearningError.monotoneActivation(.relu)) {
      _ = try FlowModel(.monotone, network(1, .relu, false))
    }
    #expect(throws: LearningError.monotoneLayerNorm) {
      _ = try FlowModel(.monotone, network(1, .tanh, true))
    }
    #expect(throws: Never.self) { _ = try FlowModel(.flow, network(2, .relu, true)) }
  }
}
