import Random
import Testing

@testable import Learning

@Suite("Operation counts")
struct OperationCountTests {
  private func model(_ kind: FlowModel.Kind, inputs: Int, width: Int, layers: Int) throws -> FlowModel {
    var random = RandomStream(seed: 1, name: "operations")
    let shape = try NetworkShape(
      inputs: inputs, outputs: kind == .flow ? inputs : 1, width: width, hiddenLayers: layers,
      activation: .silu)
    return try FlowModel(kind, MultilayerPerceptron(shape, random: &random))
  }

  @Test("A1: 288 weights; the monotone's force costs 848 multiply-adds against 576")
  func oneCoupling() throws {
    let flow = try model(.flow, inputs: 1, width: 16, layers: 2)
    let monotone = try model(.monotone, inputs: 1, width: 16, layers: 2)
    #expect(OperationCount(flow.network.shape).forward == 16 + 256 + 16)
    #expect(flow.multiplyAddsOfForce == 2 * 288)
    // Value and first derivative see every weight, the second derivative not the first layer's.
    #expect(monotone.multiplyAddsOfForce == 2 * 288 + 272)
    // Forward, backward to the first hidden layer, outer products.
    #expect(flow.multiplyAddsOfParameterGradient == 288 + 272 + 288)
    // The same, the tangent, its adjoint without the ends, and outer products without the output's.
    #expect(monotone.multiplyAddsOfParameterGradient == 848 + 288 + 256 + 272)
  }

  @Test("several couplings: four products a layer against two")
  func fiveCouplings() throws {
    let monotone = try model(.monotone, inputs: 5, width: 80, layers: 6)
    let weights = 400 + 5 * 6400 + 80
    #expect(monotone.multiplyAddsOfForce == 4 * weights - 80)
    let flow = try model(.flow, inputs: 5, width: 80, layers: 6)
    #expect(flow.multiplyAddsOfForce == 2 * (weights + 320))
  }
}
