import Foundation
import Random
import Testing

@testable import Renormalization

@Suite("Learning the flow of the chain")
struct CorrelationLengthDescentTests {
  @Test(
    "Adam finds decimation",
    arguments: CorrelationLengthLoss.allCases, [0.1, 0.01, 0.001])
  func decimation(loss: CorrelationLengthLoss, rate: Double) throws {
    let descent = try CorrelationLengthDescent(loss: loss, learningRate: rate)
    for coupling in [0.25, 0.5, 1, 1.5, 2] {
      let chain = try IsingChain(coupling: coupling)
      let end = try descent.run(from: chain)
      let exact = try chain.decimated()
      #expect(end.converged)
      #expect(end.losses.last.map { $0 < 1e-12 } == true)
      // |ξ' - ξ/2| < 1e-6 for the squared loss, |ln ξ' - ln ξ/2| < 1e-6 for the other.
      let slope = exact.correlationLengthSlope
      let limit = 1e-6 / (loss == .squared ? slope : slope / exact.correlationLength)
      #expect(abs(end.coupling - exact.coupling) < 1.01 * limit)
    }
  }

  @Test("losses are the distances of the correlation lengths and have these slopes")
  func losses() throws {
    let target = try IsingChain(coupling: 1).correlationLength / 2
    for coupling in [0.1, 0.6, 1, 2] {
      let length = -1 / log(tanh(coupling))
      let squared = CorrelationLengthLoss.squared.value(coupling: coupling, target: target)
      let logarithmic = CorrelationLengthLoss.logarithmic.value(coupling: coupling, target: target)
      #expect(abs(squared.loss - (length - target) * (length - target)) < 1e-12 * (1 + squared.loss))
      #expect(abs(logarithmic.loss - pow(log(length / target), 2)) < 1e-12 * (1 + logarithmic.loss))
      for loss in CorrelationLengthLoss.allCases {
        let h = 1e-5 * coupling
        let ahead = loss.value(coupling: coupling + h, target: target).loss
        let behind = loss.value(coupling: coupling - h, target: target).loss
        let slope = loss.value(coupling: coupling, target: target).slope
        #expect(abs((ahead - behind) / (2 * h) - slope) < 1e-6 * abs(slope))
      }
    }
  }

  @Test("the first step has the length of the learning rate, and steps run out")
  func settings() throws {
    let descent = try CorrelationLengthDescent(learningRate: 0.01, maximumSteps: 1)
    let end = try descent.run(from: IsingChain(coupling: 1))
    #expect(abs(end.coupling - 0.99) < 1e-9)
    #expect(end.steps == 1 && !end.converged)
    #expect(throws: ChainError.self) { try CorrelationLengthDescent(learningRate: 0) }
    #expect(throws: ChainError.self) { try CorrelationLengthDescent(maximumSteps: 0) }
    #expect(throws: ChainError.self) { try descent.run(from: IsingChain(coupling: 9)) }
  }

  @Test("the gradient of the flow map is the slope of its loss")
  func mapGradient() throws {
    var random = RandomStream(seed: 1, name: "coupling-map/gradient")
    let parameters = (0..<13).map { _ in random.normal() }
    var grid = try CouplingMapGrid(couplings: (1...11).map { 0.2 * Double($0) }, factor: 2, hidden: 4)
    var gradient = parameters
    _ = grid.lossGradient(parameters, &gradient)
    var unused = parameters
    for k in parameters.indices {
      let values = [1e-5, -1e-5].map { step in
        var moved = parameters
        moved[k] += step
        return grid.lossGradient(moved, &unused)
      }
      #expect(abs((values[0] - values[1]) / 2e-5 - gradient[k]) < 1e-8 * (1 + abs(gradient[k])))
    }
  }

  @Test("a perceptron learns the flow", arguments: 0..<4)
  func map(index: Int) throws {
    var random = RandomStream(seed: 1, name: "coupling-map/training", index: index)
    let training = try CouplingMapTraining()
    #expect(training.grid.count == 49 && training.grid[0] == 0.1 && training.grid[48] == 2.5)
    let trained = try training.run(random: &random)
    let error = try trained.map.largestError(at: training.grid)
    #expect(trained.losses.count == 20_001)
    #expect(error < 5e-3)
    // The map knows nothing of the exact flow but its correlation lengths; between the grid points it interpolates.
    #expect(try trained.map.largestError(at: (0..<48).map { 0.125 + 0.05 * Double($0) }) < 2 * error)
  }

  @Test("bad maps and grids are refused")
  func refusals() {
    #expect(throws: ChainError.wrongCount(what: "parameters of a flow map", found: 3, expected: 25)) {
      try CouplingMap(hidden: 8, parameters: [1, 2, 3])
    }
    #expect(throws: ChainError.self) { try CouplingMapTraining(lowest: 1, highest: 0.5) }
    #expect(throws: ChainError.self) { try CouplingMapTraining(stages: []) }
  }
}
