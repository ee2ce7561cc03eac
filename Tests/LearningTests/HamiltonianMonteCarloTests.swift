import Foundation
import Random
import Testing

@testable import Learning

@Suite("Hamiltonian Monte Carlo")
struct HamiltonianMonteCarloTests {
  /// f(J) = J exactly, from pairs of ReLU units: a harmonic potential β Σ J².
  static func identity(_ n: Int) throws -> FlowModel {
    let shape = try NetworkShape(inputs: n, outputs: n, width: 2 * n, hiddenLayers: 1)
    func weight(_ unit: Int, _ k: Int) -> Double { unit / 2 == k ? 1 - 2 * Double(unit % 2) : 0 }
    var parameters: [Double] = []
    for unit in 0..<(2 * n) { for k in 0..<n { parameters.append(weight(unit, k)) } }
    parameters += [Double](repeating: 0, count: 2 * n)
    for k in 0..<n { for unit in 0..<(2 * n) { parameters.append(weight(unit, k)) } }
    parameters += [Double](repeating: 0, count: n)
    return try FlowModel(.flow, MultilayerPerceptron(shape, parameters: parameters))
  }

  /// Independent couplings from the law exp(-β J²).
  static func equilibrium(_ count: Int, _ n: Int, beta: Double, _ random: inout RandomStream) -> Batch {
    var batch = Batch(count: count, components: n)
    for model in 0..<count {
      for k in 0..<n { batch[model, k] = random.normal() / (2 * beta).squareRoot() }
    }
    return batch
  }

  @Test("half kick, drift, runtime times (kick, drift), half kick", arguments: [0, 1, 5, 32])
  func scheme(solveSteps: Int) throws {
    let model = try Self.identity(2)
    let (beta, dt) = (3.0, 0.05)
    var start = Batch(count: 3, components: 2)
    for index in 0..<3 { for k in 0..<2 { start[index, k] = Double(index) - 0.7 * Double(k) } }
    var sampler = try HamiltonianMonteCarlo(couplings: start, stepSize: dt, solveSteps: solveSteps)
    for index in 0..<3 { for k in 0..<2 { sampler.momenta[index, k] = 0.3 * Double(k + 1) - Double(index) } }
    let momenta = sampler.momenta
    var workspace = Workspace(for: model.network.shape)
    sampler.leapfrog(model, beta: beta, workspace: &workspace)
    for index in 0..<3 {
      for k in 0..<2 {
        var (x, p) = (start[index, k], momenta[index, k])
        p -= 0.5 * dt * 2 * beta * x
        x += dt * p
        for _ in 0..<solveSteps {
          p -= dt * 2 * beta * x
          x += dt * p
        }
        p -= 0.5 * dt * 2 * beta * x
        #expect(abs(sampler.proposal[index, k] - x) < 1e-13)
        #expect(abs(sampler.momenta[index, k] - p) < 1e-13)
      }
    }
  }

  @Test("trajectories are reversible", arguments: ModelCase.all)
  func reversibility(_ test: ModelCase) throws {
    let model = try test.model()
    let couplings = test.batch("couplings")
    var sampler = try HamiltonianMonteCarlo(couplings: couplings, stepSize: 0.02, solveSteps: 20)
    sampler.momenta = test.batch("momenta")
    var workspace = Workspace(for: model.network.shape)
    sampler.leapfrog(model, beta: 4, workspace: &workspace)
    let moved = sampler.proposal
    for index in 0..<test.models {
      for k in 0..<test.inputs { sampler.momenta[index, k] = -sampler.momenta[index, k] }
    }
    sampler.leapfrog(model, beta: 4, workspace: &workspace)
    for index in 0..<test.models {
      for k in 0..<test.inputs {
        #expect(abs(sampler.proposal[index, k] - couplings[index, k]) < 1e-11)
        #expect(abs(moved[index, k] - couplings[index, k]) > 1e-4)
      }
    }
  }

  @Test("the energy error falls with the square of the step size")
  func energyError() throws {
    let test = ModelCase(kind: .monotone, activation: .silu, inputs: 5, width: 13, models: 37)
    let model = try test.model()
    var workspace = Workspace(for: model.network.shape)
    // The same time of 1.28 in steps of 0.04, 0.02 and 0.01.
    let errors = try [32, 64, 128].map { (steps: Int) -> [Double] in
      var sampler = try HamiltonianMonteCarlo(
        couplings: test.batch("couplings"), stepSize: 1.28 / Double(steps), solveSteps: steps - 1)
      sampler.momenta = test.batch("momenta")
      sampler.leapfrog(model, beta: 8, workspace: &workspace)
      return (0..<test.models).map { sampler.energyAfter[$0, 0] - sampler.energyBefore[$0, 0] }
    }
    let norms = errors.map { $0.reduce(0) { $0 + $1 * $1 }.squareRoot() }
    #expect(norms[2] > 1e-7, "the error is too small to be measured")
    #expect(abs(norms[0] / norms[1] - 4) < 0.2)
    #expect(abs(norms[1] / norms[2] - 4) < 0.05)
  }

  @Test("samples exp(-β J²): mean 0, variance 1/(2β), from one coupling and from three", arguments: [1, 3])
  func gaussian(n: Int) throws {
    // Angular frequency √(2β) = 2; a time of 0.8 is close to a quarter of the period: successive couplings
    // are nearly independent, cos 1.6 = -0.03, and 250 of them have the variance of independent ones.
    let beta = 2.0
    let model = try Self.identity(n)
    var workspace = Workspace(for: model.network.shape)
    var means: [Double] = []
    var variances: [Double] = []
    for seed in 0..<50 {
      var random = RandomStream(seed: 1, name: "gaussian/\(n)", index: seed)
      let start = Self.equilibrium(12, n, beta: beta, &random)
      var sampler = try HamiltonianMonteCarlo(couplings: start, stepSize: 0.1, solveSteps: 7)
      var (sum, squares, count) = (0.0, 0.0, 0.0)
      for _ in 0..<250 {
        _ = sampler.step(model, beta: beta, random: &random, workspace: &workspace)
        for index in 0..<12 {
          for x in sampler.couplings[index] {
            sum += x
            squares += x * x - 0.25
            count += 1
          }
        }
      }
      means.append(sum / (0.25 * count).squareRoot())
      variances.append(squares / (2 * 0.0625 * count).squareRoot())
    }
    expectStandardPulls(means)
    expectStandardPulls(variances)
  }

  @Test("⟨exp(-ΔH)⟩ = 1 in equilibrium, also for coarse steps (Creutz)")
  func creutz() throws {
    let model = try Self.identity(1)
    var workspace = Workspace(for: model.network.shape)
    let pulls = try (0..<40).map { seed -> Double in
      var random = RandomStream(seed: 1, name: "creutz", index: seed)
      var values: [Double] = []
      for _ in 0..<20 {
        let start = Self.equilibrium(24, 1, beta: 2, &random)
        var sampler = try HamiltonianMonteCarlo(couplings: start, stepSize: 0.4, solveSteps: 1)
        _ = sampler.step(model, beta: 2, random: &random, workspace: &workspace)
        for index in 0..<24 {
          values.append(exp(sampler.energyBefore[index, 0] - sampler.energyAfter[index, 0]))
        }
      }
      let n = Double(values.count)
      let mean = values.reduce(0, +) / n
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
      #expect(variance > 1e-3)
      return (mean - 1) / (variance / n).squareRoot()
    }
    expectStandardPulls(pulls)
  }

  @Test("a whole vector is accepted or rejected; the count says how many")
  func wholeVectors() throws {
    let model = try Self.identity(3)
    var workspace = Workspace(for: model.network.shape)
    var random = RandomStream(seed: 1, name: "whole")
    var mixed = 0
    for _ in 0..<50 {
      let start = Self.equilibrium(21, 3, beta: 2, &random)
      var sampler = try HamiltonianMonteCarlo(couplings: start, stepSize: 0.8, solveSteps: 2)
      let accepted = sampler.step(model, beta: 2, random: &random, workspace: &workspace)
      var moved = 0
      for index in 0..<21 {
        let changes = (0..<3).map { sampler.couplings[index, $0] != start[index, $0] }
        #expect(changes.allSatisfy { $0 == changes[0] })
        if changes[0] { moved += 1 }
      }
      #expect(moved == accepted)
      if moved > 0 && moved < 21 { mixed += 1 }
      for lanes in sampler.couplings.lanes.enumerated() where lanes.offset % 3 == 2 {
        for lane in 5..<8 { #expect(lanes.element[lane] == 0) }
      }
    }
    #expect(mixed > 10)
  }

  @Test("steps beyond the limit of stability and energies that are not numbers are rejected")
  func rejections() throws {
    var model = try Self.identity(1)
    var workspace = Workspace(for: model.network.shape)
    var random = RandomStream(seed: 1, name: "rejections")
    let start = Self.equilibrium(24, 1, beta: 2, &random)
    var sampler = try HamiltonianMonteCarlo(couplings: start, stepSize: 3, solveSteps: 20)
    #expect(sampler.step(model, beta: 2, random: &random, workspace: &workspace) == 0)
    #expect(sampler.couplings == start)
    model.network.parameters[0] = .nan
    sampler = try HamiltonianMonteCarlo(couplings: start)
    #expect(sampler.step(model, beta: 2, random: &random, workspace: &workspace) == 0)
    #expect(sampler.couplings == start)
  }

  @Test("the same stream gives the same chain; negative settings are refused")
  func reproducibility() throws {
    let test = ModelCase(kind: .flow, activation: .relu, inputs: 1, models: 24)
    let model = try test.model()
    var workspace = Workspace(for: model.network.shape)
    func run() throws -> Batch {
      var random = RandomStream(seed: 1, name: "reproducibility")
      var sampler = try HamiltonianMonteCarlo(couplings: test.batch("couplings"), stepSize: 0.1)
      for _ in 0..<10 { _ = sampler.step(model, beta: 8, random: &random, workspace: &workspace) }
      return sampler.couplings
    }
    let first = try run()
    #expect(try run() == first)
    #expect(first[0, 0].bitPattern == 0x402c_0e94_8e80_e080)
    #expect(throws: LearningError.negative(name: "the step size of the leapfrog", value: -0.1)) {
      _ = try HamiltonianMonteCarlo(couplings: first, stepSize: -0.1)
    }
    #expect(throws: LearningError.negative(name: "the number of solve steps", value: -1)) {
      _ = try HamiltonianMonteCarlo(couplings: first, solveSteps: -1)
    }
  }
}
