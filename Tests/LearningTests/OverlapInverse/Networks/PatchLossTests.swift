import Foundation
import Random
import Testing

@testable import Learning

@Suite("Cross entropy of networks on cells")
struct PatchLossTests {
  private static let tasks: [(task: PatchTask, isOdd: Bool)] = [
    (.neural, true), (.pattern(Array(0..<256)), false),
    (.pattern((0..<256).filter { $0.nonzeroBitCount <= 4 }), false), (.autoregressive(0), true),
    (.autoregressive(3), true), (.autoregressive(7), true),
  ]

  /// Cells of coarse side 3 whose coarse spins are the majority.
  private func cubes() -> (coarse: PlantedCube, fine: PlantedCube) {
    var random = RandomStream(seed: 1, name: "patch-loss/cubes")
    let fine = PlantedCube(side: 6, random: &random)
    return (fine.blocked(&random), fine)
  }

  private func network(_ index: Int) throws -> PatchNetwork {
    var random = RandomStream(seed: 1, name: "patch-loss/network", index: index)
    let (task, isOdd) = Self.tasks[index]
    return try PatchNetwork(task, hidden: 5, isOdd: isOdd, random: &random)
  }

  @Test("the gradient is that of finite differences, for a full and a broken tile", arguments: 0..<6)
  func gradient(index: Int) throws {
    let (coarse, fine) = cubes()
    let pairs = try PatchPairs(coarse: [coarse.packed], fine: [fine.packed], side: 3)
    let network = try network(index)
    let symmetry = PatchSymmetry.all[29]
    var loss = PatchLoss(Self.tasks[index].task, network)
    let cells: [UInt32] = (0..<27).map { $0 } + (0..<27).map { $0 }
    func value(_ values: [Double], _ sums: GradientSums?) -> Double {
      let first = loss.add(pairs, cells[..<32], symmetry, values, to: sums, scale: 0.25)
      return 0.25 * (first + loss.add(pairs, cells[32...], symmetry, values, to: sums, scale: 0.25)).folded
    }
    var gradient = [Double](repeating: 0, count: network.values.count)
    let sums = loss.sums()
    _ = value(network.values, sums)
    sums.write(&gradient)
    for i in stride(from: 0, to: gradient.count, by: 7) {
      var values = network.values
      values[i] += 1e-4
      let above = value(values, nil)
      values[i] -= 2e-4
      // The error of the central difference is of order step²; the sum of some 14 cells is of order 10.
      #expect(abs((above - value(values, nil)) / 2e-4 - gradient[i]) < 1e-6)
    }
  }

  @Test("turning the bits is turning the configurations", arguments: 0..<6)
  func symmetry(index: Int) throws {
    let (coarse, fine) = cubes()
    let (axes, signs) = ([2, 0, 1], [-1, 1, -1])
    let pairs = try PatchPairs(coarse: [coarse.packed], fine: [fine.packed], side: 3)
    let turned = try PatchPairs(
      coarse: [coarse.turned(axes, signs).packed], fine: [fine.turned(axes, signs).packed], side: 3)
    let network = try network(index)
    var loss = PatchLoss(Self.tasks[index].task, network)
    let symmetry = PatchSymmetry(axes: axes, signs: signs)
    let cells = (0..<27).map { UInt32($0) }
    let sum = loss.add(pairs, cells[...], symmetry, network.values, to: nil, scale: 0).folded
    let mean = loss.mean(network, turned)
    #expect(abs(sum / Double(27 * Self.tasks[index].task.spins) - mean) < 1e-13)
  }

  @Test("settings that cannot work are refused; settings survive encoding")
  func settings() throws {
    #expect(throws: PatchError.self) { _ = try PatchTraining(epochs: 0) }
    #expect(throws: PatchError.self) { _ = try PatchTraining(batch: 100) }
    #expect(throws: PatchError.self) { _ = try PatchTraining(learningRate: .nan) }
    let training = try PatchTraining(epochs: 3, batch: 64, learningRate: 0.01, usesSymmetries: false)
    let data = try JSONEncoder().encode(training)
    #expect(try JSONDecoder().decode(PatchTraining.self, from: data) == training)
    let (coarse, fine) = cubes()
    let pairs = try PatchPairs(coarse: [coarse.packed], fine: [fine.packed], side: 3)
    var random = RandomStream(seed: 1, name: "patch-loss/settings")
    let model = try NeuralInverse(hidden: 3, random: &random)
    #expect(throws: PatchError.tooFewCells(needed: 64, found: 27)) {
      _ = try model.trained(on: pairs, with: training, random: &random)
    }
    let wild = try PatchTraining(epochs: 2, batch: 32, learningRate: 1e200)
    #expect {
      let many = try PatchPairs(coarse: [coarse.packed, coarse.packed], fine: [fine.packed, fine.packed], side: 3)
      _ = try model.trained(on: many, with: wild, random: &random)
    } throws: { error in
      if case .diverged = error as? PatchError { true } else { false }
    }
  }
}
