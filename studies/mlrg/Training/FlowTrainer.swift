import Elementary
import GSL
import Learning
import Random

/// Trains a flow: each epoch samples couplings J with Hamiltonian Monte Carlo in β‖f‖², compares the fine block at J
/// with the coarse block at J + f(J), and takes one Adam step (Section II.A of the paper).
struct FlowTrainer<Loss: BlockDivergence> {
  let parameters: TrainingParameters
  let loss: Loss
  /// Where Newton's method starts.
  let start: [Double]

  /// The inverse temperature of an epoch, B / (1 + exp(−16 (e − anneal_at)/epochs)): small but not zero at first.
  func beta(_ epoch: Int) -> Double {
    let x = 16 * Double(epoch - parameters.annealAt) / Double(parameters.epochs)
    return parameters.beta * Elementary.sigmoid(x)
  }

  /// A network of the parameters' shape with PyTorch's default initial values.
  ///
  /// - Throws: `LearningError` for a shape that cannot represent a monotone.
  func initialModel(_ random: inout RandomStream) throws -> FlowModel {
    let outputs = parameters.representation == .monotone ? 1 : loss.couplings
    let shape = try NetworkShape(
      inputs: loss.couplings, outputs: outputs, width: parameters.width, hiddenLayers: parameters.hiddenLayers,
      activation: parameters.activation, layerNorm: parameters.layerNorm)
    return try FlowModel(parameters.representation, MultilayerPerceptron(shape, random: &random))
  }

  /// One run from a fresh network.
  func train(_ random: inout RandomStream) throws -> TrainedFlow {
    var initial = random.child("network")
    var momenta = random.child("sampler")
    var seeds = random.child("samples")
    var samples = Xoshiro512(&seeds)
    var model = try initialModel(&initial)
    var workspace = Workspace(for: model.network.shape)
    var adam = try Adam(parameterCount: model.network.parameters.count, learningRate: parameters.learningRate)

    var couplings = Batch(count: parameters.trajectories, components: loss.couplings)
    for m in 0..<couplings.count {
      for k in 0..<couplings.components { couplings[m, k] = initial.normal() }
    }
    var sampler = try HamiltonianMonteCarlo(
      couplings: couplings, stepSize: parameters.stepSize, solveSteps: parameters.solveSteps)
    var epoch = Epoch(couplings: couplings, parameterCount: model.network.parameters.count)
    var record = FlowRecord(couplings: loss.couplings)
    let newton = NewtonSolver(parameters.newton, start: start)

    for e in 0..<parameters.epochs {
      for _ in 0..<parameters.samplingSteps {
        record.accepted += sampler.step(model, beta: beta(e), random: &momenta, workspace: &workspace)
      }
      epoch.couplings = sampler.couplings
      gradient(model, &epoch, &samples, &workspace)
      adam.step(&model.network.parameters, gradient: epoch.parameterGradient)
      if e >= parameters.recordFrom {
        record.add(newton.root(of: model, workspace: &workspace), sampled: sampler.couplings)
      }
    }
    let proposals = parameters.epochs * parameters.samplingSteps * parameters.trajectories
    return record.result(model, proposals: proposals, bracketed: bracketed(model, &workspace))
  }

  /// The buffers of one epoch.
  struct Epoch {
    var couplings: Batch
    var flow: Batch
    var coarse: Batch
    var weights: Batch
    var parameterGradient: [Double]

    init(couplings: Batch, parameterCount: Int) {
      self.couplings = couplings
      flow = couplings
      coarse = couplings
      weights = couplings
      parameterGradient = [Double](repeating: 0, count: parameterCount)
    }
  }

  /// The gradient of the mean loss over models with respect to the network's parameters, at `epoch.couplings`. The
  /// fine block depends on J only, which is not differentiated, so dloss/dθ = (1/n) Σ dloss/dJ′ · df(J)/dθ.
  func gradient(
    _ model: FlowModel, _ epoch: inout Epoch, _ samples: inout Xoshiro512, _ workspace: inout Workspace
  ) {
    model.evaluate(epoch.couplings, into: &epoch.flow, workspace: &workspace)
    for i in epoch.coarse.lanes.indices { epoch.coarse.lanes[i] = epoch.couplings.lanes[i] + epoch.flow.lanes[i] }
    loss.differentiate(epoch.couplings, epoch.coarse, into: &epoch.weights, random: &samples)
    let share = 1 / Double(epoch.couplings.count)
    for i in epoch.weights.lanes.indices { epoch.weights.lanes[i] *= share }
    model.parameterGradient(
      epoch.couplings, weights: epoch.weights, into: &epoch.parameterGradient, workspace: &workspace)
  }

  /// A zero with f rising through it in (0.3, 2), which Newton's method can miss on a piecewise linear network.
  private func bracketed(_ model: FlowModel, _ workspace: inout Workspace) -> Double? {
    guard loss.couplings == 1 else { return nil }
    func f(_ j: Double, _ workspace: inout Workspace) -> Double {
      model.evaluate(at: [j], workspace: &workspace)[0]
    }
    let grid = (0...170).map { 0.3 + 0.01 * Double($0) }
    let values = grid.map { f($0, &workspace) }
    guard let i = grid.indices.dropLast().first(where: { values[$0] < 0 && values[$0 + 1] >= 0 }) else { return nil }
    var low = grid[i]
    var high = grid[i + 1]
    // Fifty halvings are the last bit of a step of 0.01.
    for _ in 0..<50 {
      let middle = 0.5 * (low + high)
      if f(middle, &workspace) < 0 { low = middle } else { high = middle }
    }
    return 0.5 * (low + high)
  }
}

/// What is kept of the recorded epochs.
private struct FlowRecord {
  var accepted = 0
  private var roots: [[Double]]
  private var sampled = [Int](repeating: 0, count: TrainedFlow.edges.count - 1)
  private var largest = 0.0

  init(couplings: Int) { roots = Array(repeating: [], count: couplings) }

  mutating func add(_ root: [Double]?, sampled couplings: Batch) {
    for k in roots.indices { roots[k].append(root?[k] ?? .nan) }
    for m in 0..<couplings.count {
      let j = couplings[m, 0]
      largest = max(largest, abs(j))
      let bin = ((j - TrainedFlow.edges[0]) * 20).rounded(.down)
      if bin >= 0, bin < Double(sampled.count) { sampled[Int(bin)] += 1 }
    }
  }

  func result(_ model: FlowModel, proposals: Int, bracketed: Double?) -> TrainedFlow {
    TrainedFlow(
      network: model.network.parameters, roots: roots, bracketed: bracketed,
      acceptance: Double(accepted) / Double(proposals), sampled: sampled, largestSampled: largest)
  }
}
