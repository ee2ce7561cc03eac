import Learning
import Random

/// Largest deviation of the hand-written gradients from central differences, relative to the largest component, for
/// the mean Kullback–Leibler divergence over a few couplings.
struct GradientCheck: Codable, Sendable {
  let flow: Double
  let layerNorm: Double
  let monotone: Double

  var largest: Double { max(flow, layerNorm, monotone) }

  init(_ base: TrainingParameters, _ random: inout RandomStream) throws {
    func deviation(_ change: (inout TrainingParameters) -> Void) throws -> Double {
      var parameters = base
      parameters.loss = .kl
      parameters.activation = .silu
      parameters.layerNorm = false
      parameters.representation = .flow
      change(&parameters)
      return try Self.deviation(parameters, &random)
    }
    flow = try deviation { _ in }
    layerNorm = try deviation { $0.layerNorm = true }
    monotone = try deviation { $0.representation = .monotone }
  }

  private static func deviation(_ parameters: TrainingParameters, _ random: inout RandomStream) throws -> Double {
    let trainer = FlowTrainer(parameters: parameters, loss: Divergence(parameters), start: [0.8])
    var model = try trainer.initialModel(&random)
    var workspace = Workspace(for: model.network.shape)
    var samples = Xoshiro512(&random)
    var couplings = Batch(count: 11, components: 1)
    for m in 0..<couplings.count { couplings[m, 0] = random.normal() }
    var epoch = FlowTrainer<Divergence>.Epoch(
      couplings: couplings, parameterCount: model.network.parameters.count)
    trainer.gradient(model, &epoch, &samples, &workspace)
    let scale = epoch.parameterGradient.map(abs).max() ?? 1

    func loss() -> Double {
      model.evaluate(couplings, into: &epoch.flow, workspace: &workspace)
      let terms = (0..<couplings.count).map { m -> Double in
        let j = couplings[m, 0]
        return KLOptimalFlow.divergence(from: j, to: j + epoch.flow[m, 0])
      }
      return terms.reduce(0, +) / Double(terms.count)
    }
    let h = 1e-5
    var worst = 0.0
    for i in model.network.parameters.indices {
      let here = model.network.parameters[i]
      model.network.parameters[i] = here + h
      let above = loss()
      model.network.parameters[i] = here - h
      let below = loss()
      model.network.parameters[i] = here
      worst = max(worst, abs((above - below) / (2 * h) - epoch.parameterGradient[i]))
    }
    return worst / scale
  }
}
