import Foundation
import Random
import Testing

@testable import Learning

@Suite("Multilayer perceptrons")
struct MultilayerPerceptronTests {
  @Test("parameter counts of the A1 and A1+E networks")
  func counts() throws {
    let plain = try NetworkShape(inputs: 1, outputs: 1, width: 16, hiddenLayers: 2)
    #expect(plain.parameterCount == 321)
    let normalised = try NetworkShape(inputs: 1, outputs: 1, width: 16, hiddenLayers: 2, layerNorm: true)
    #expect(normalised.parameterCount == 385)
    let five = try NetworkShape(inputs: 5, outputs: 5, width: 80, hiddenLayers: 6)
    #expect(five.parameterCount == 480 + 5 * 6480 + 405)
    let single = try NetworkShape(inputs: 3, outputs: 2, width: 4, hiddenLayers: 1, layerNorm: true)
    #expect(single.parameterCount == 16 + 8 + 10)
  }

  @Test("the documented layout has no gaps", arguments: [false, true])
  func layout(layerNorm: Bool) throws {
    let shape = try NetworkShape(
      inputs: 3, outputs: 2, width: 5, hiddenLayers: 3, layerNorm: layerNorm)
    var position = 0
    for layer in 0...3 {
      #expect(shape.weightOffset(layer) == position)
      position += shape.fanIn(layer) * shape.fanOut(layer)
      #expect(shape.biasOffset(layer) == position)
      position += shape.fanOut(layer)
      guard layerNorm && layer < 3 else { continue }
      #expect(shape.gainOffset(layer) == position)
      #expect(shape.shiftOffset(layer) == position + 5)
      position += 10
    }
    #expect(shape.parameterCount == position)
  }

  @Test("initial weights and biases are uniform in ±1/√(fan in), gains 1 and shifts 0")
  func initialisation() throws {
    let shape = try NetworkShape(inputs: 4, outputs: 1, width: 60, hiddenLayers: 2, layerNorm: true)
    var random = RandomStream(seed: 1, name: "initialisation")
    let parameters = MultilayerPerceptron(shape, random: &random).parameters
    for layer in 0...2 {
      let bound = 1 / Double(shape.fanIn(layer)).squareRoot()
      let count = shape.fanOut(layer) * (shape.fanIn(layer) + 1)
      let drawn = parameters[shape.weightOffset(layer)..<shape.weightOffset(layer) + count]
      #expect(drawn.allSatisfy { abs($0) <= bound })
      // A uniform number in ±b has variance b²/3, its square variance 4 b⁴/45.
      let n = Double(count)
      let mean = drawn.reduce(0, +) / n
      #expect(abs(mean) < 4 * bound / (3 * n).squareRoot())
      let square = drawn.reduce(0) { $0 + $1 * $1 } / n
      #expect(abs(square - bound * bound / 3) < 4 * bound * bound * (4 / (45 * n)).squareRoot())
      guard layer < 2 else { continue }
      #expect(parameters[shape.gainOffset(layer)..<shape.shiftOffset(layer)].allSatisfy { $0 == 1 })
      #expect(parameters[shape.shiftOffset(layer)..<shape.weightOffset(layer + 1)].allSatisfy { $0 == 0 })
    }
  }

  @Test("shapes survive JSON, wrong ones do not get in")
  func coding() throws {
    let shape = try NetworkShape(
      inputs: 5, outputs: 1, width: 80, hiddenLayers: 6, activation: .silu, layerNorm: true)
    let data = try JSONEncoder().encode(shape)
    #expect(try JSONDecoder().decode(NetworkShape.self, from: data) == shape)
    let text = String(decoding: data, as: UTF8.self).replacingOccurrences(of: "80", with: "0")
    #expect(throws: LearningError.notPositive(name: "width", value: 0)) {
      _ = try JSONDecoder().decode(NetworkShape.self, from: Data(text.utf8))
    }
  }

  @Test("bad sizes and parameter lists are refused with one clear line")
  func refusals() throws {
    #expect(throws: LearningError.notPositive(name: "width", value: 0)) {
      _ = try NetworkShape(inputs: 1, outputs: 1, width: 0, hiddenLayers: 2)
    }
    #expect(throws: LearningError.notPositive(name: "hiddenLayers", value: 0)) {
      _ = try NetworkShape(inputs: 1, outputs: 1, width: 16, hiddenLayers: 0)
    }
    let shape = try NetworkShape(inputs: 1, outputs: 1, width: 16, hiddenLayers: 2)
    #expect(throws: LearningError.parameterCount(expected: 321, found: 320)) {
      _ = try MultilayerPerceptron(shape, parameters: [Double](repeating: 0, count: 320))
    }
    let width = LearningError.notPositive(name: "width", value: 0)
    #expect(width.description == "width is 0, but must be positive and finite")
    let errors: [LearningError] = [
      .notPositive(name: "a", value: 0.5), .negative(name: "a", value: -.infinity),
      .parameterCount(expected: 1, found: 2), .monotoneOutputs(5), .monotoneActivation(.relu),
      .monotoneLayerNorm,
    ]
    #expect(Set(errors.map(\.description)).count == errors.count)
    #expect(errors.allSatisfy { !$0.description.contains("\n") })
  }
}
