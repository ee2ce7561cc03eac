import Random
import Testing

@testable import Learning

@Suite("Flow models: reproducible bits")
struct FlowModelBitsTests {
  @Test("a model's numbers do not depend on its batch", arguments: ModelCase.all)
  func batchIndependence(_ test: ModelCase) throws {
    let model = try test.model()
    let couplings = test.batch("couplings")
    let batched = results(model, couplings, 4)
    for index in 0..<test.models {
      var one = Batch(count: 1, components: test.inputs)
      for k in 0..<test.inputs { one[0, k] = couplings[index, k] }
      let alone = results(model, one, 4)
      for (together, single) in zip(batched, alone) { #expect(together[index] == single[0]) }
    }
  }

  @Test("nothing depends on the size of the tiles", arguments: ModelCase.all, [1, 2, 3, 5])
  func tileIndependence(_ test: ModelCase, columns: Int) throws {
    let model = try test.model()
    let couplings = test.batch("couplings")
    #expect(results(model, couplings, columns) == results(model, couplings, 4))
    let g = test.batch("weights")
    #expect(gradient(model, couplings, g, columns) == gradient(model, couplings, g, 4))
  }

  @Test("models of weight zero add nothing to the gradient", arguments: ModelCase.all)
  func zeroWeights(_ test: ModelCase) throws {
    let model = try test.model()
    let couplings = test.batch("couplings")
    let g = test.batch("weights")
    var longer = Batch(count: test.models + 21, components: test.inputs)
    var longerWeights = longer
    for index in 0..<(test.models + 21) {
      for k in 0..<test.inputs {
        longer[index, k] = index < test.models ? couplings[index, k] : Double(index - k)
        longerWeights[index, k] = index < test.models ? g[index, k] : 0
      }
    }
    #expect(gradient(model, longer, longerWeights, 4) == gradient(model, couplings, g, 4))
  }

  @Test("values and gradients of a named network are pinned")
  func pins() throws {
    let test = ModelCase(kind: .flow, activation: .silu, inputs: 1, models: 24)
    let model = try test.model()
    var workspace = Workspace(for: model.network.shape)
    let (f, jacobian) = model.jacobian(at: [0.75], workspace: &workspace)
    #expect(f[0].bitPattern == 0x3f8b_77d9_88b5_0136)
    #expect(jacobian[0][0].bitPattern == 0xbf30_9853_6171_2671)
    let sum = gradient(model, test.batch("couplings"), test.batch("weights"), 4).reduce(0, +)
    #expect(sum.bitPattern == 0xc01f_6ab3_c39c_d3a8)
  }

  private func results(_ model: FlowModel, _ couplings: Batch, _ columns: Int) -> [Batch] {
    var workspace = Workspace(for: model.network.shape, maximumColumns: columns)
    var f = Batch(count: couplings.count, components: model.components)
    var slope = f
    var norm = Batch(count: couplings.count, components: 1)
    var force = Batch(count: couplings.count, components: model.inputs)
    model.evaluate(couplings, into: &f, workspace: &workspace)
    model.gradientOfSquaredNorm(
      couplings, squaredNorm: &norm, gradient: &force, workspace: &workspace)
    if model.inputs == 1 {
      model.evaluateWithSlope(couplings, into: &f, slope: &slope, workspace: &workspace)
    }
    return [f, slope, norm, force]
  }

  private func gradient(_ model: FlowModel, _ couplings: Batch, _ g: Batch, _ columns: Int) -> [Double] {
    var workspace = Workspace(for: model.network.shape, maximumColumns: columns)
    var gradient = [Double](repeating: .nan, count: model.network.shape.parameterCount)
    model.parameterGradient(couplings, weights: g, into: &gradient, workspace: &workspace)
    return gradient
  }
}
