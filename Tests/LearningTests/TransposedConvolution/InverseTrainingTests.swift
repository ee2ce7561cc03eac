import Foundation
import Random
import Testing

@testable import Learning

@Suite("Training of inverse maps")
struct InverseTrainingTests {
  private func train(
    _ kind: InverseNetwork.Kind, _ pairs: FieldPairs, _ training: InverseTraining, hidden: Int = 16,
    odd: Bool = false
  ) throws -> InverseTraining.Result {
    var random = RandomStream(seed: 1, name: "inverse-training/\(kind.rawValue)")
    let start = try InverseNetwork(
      kind: kind, window: PatchWindow(kernel: 6), hidden: hidden, odd: odd, random: &random)
    return try training.train(start, on: pairs, random: &random)
  }

  private func pairs(_ count: Int) throws -> FieldPairs {
    var random = RandomStream(seed: 1, name: "inverse-training/pairs")
    return try TestFields.blockedPairs(side: 8, count: count, &random)
  }

  @Test("no linear map beats least squares, and Adam comes near")
  func linear() throws {
    let pairs = try pairs(60)
    let window = try PatchWindow(kernel: 6)
    let best = try RegressionSums(window: window, pairs).fit(window)
    let training = try InverseTraining(epochs: 8, randomSigns: true)
    // The odd part of a homogeneous ReLU network is linear.
    let network = try train(.reluHomogeneous, pairs, training, odd: true).network
    let least = try InverseMap(best).meanSquaredError(on: pairs)
    let reached = try InverseMap(network).meanSquaredError(on: pairs)
    #expect(reached >= least)
    #expect(reached < 1.02 * least)
  }

  @Test("biases see the bend of the blocking, a homogeneous network cannot")
  func nonlinearity() throws {
    let pairs = try pairs(60)
    let training = try InverseTraining(epochs: 40, batch: 64)
    let errors = try [.reluHomogeneous, .reluBias].map { (kind: InverseNetwork.Kind) in
      let result = try train(kind, pairs, training)
      #expect(result.losses.count == 40 && result.losses[39] < result.losses[0])
      return try InverseMap(result.network).meanSquaredError(on: pairs)
    }
    #expect(errors[1] < 0.95 * errors[0])
  }

  @Test("the same seed gives the same bits", arguments: InverseNetwork.Kind.allCases)
  func bits(kind: InverseNetwork.Kind) throws {
    let pairs = try pairs(12)
    let training = try InverseTraining(epochs: 6, batch: 96, randomSigns: kind == .reluBias)
    let results = try (0..<2).map { _ in try train(kind, pairs, training, hidden: 5) }
    #expect(results[0] == results[1])
    let expected: [InverseNetwork.Kind: UInt64] = [
      .reluHomogeneous: 6_513_215_422_294_679_609, .reluBias: 5_594_175_464_397_965_473,
      .tanhOdd: 7_795_364_642_316_881_634,
    ]
    let digest = TestFields.digest(results[0].network.parameters.map(\.bitPattern))
    #expect(digest == expected[kind])
    #expect(results[0].network.trainable.indices.allSatisfy {
      results[0].network.trainable[$0] || results[0].network.parameters[$0] == 0
    })
  }

  @Test("training with absolute errors lowers the absolute error")
  func absolute() throws {
    let pairs = try pairs(20)
    let losses = try train(.tanhOdd, pairs, InverseTraining(epochs: 5, loss: .absolute)).losses
    #expect(losses[4] < losses[0] && losses[4] < pairs.fineMagnitude)
  }

  @Test("divergence is an error, and so are bad settings")
  func refusals() throws {
    let pairs = try pairs(8)
    for rate in [300.0, 1e200] {
      #expect {
        _ = try train(.reluBias, pairs, InverseTraining(epochs: 1, learningRate: rate))
      } throws: { error in
        if case .diverged(epoch: 1, _, _) = error as? InverseMapError { true } else { false }
      }
    }
    #expect(throws: InverseMapError.self) { _ = try InverseTraining(epochs: 0) }
    #expect(throws: InverseMapError.self) { _ = try InverseTraining(batch: 100) }
    #expect(throws: InverseMapError.self) { _ = try InverseTraining(learningRate: .nan) }
    #expect(throws: InverseMapError.noConfigurations) {
      _ = try train(.reluBias, FieldPairs(side: 4), InverseTraining())
    }
    #expect(throws: InverseMapError.self) {
      _ = try train(.reluBias, pairs, InverseTraining(batch: 4096))
    }
    let settings = try InverseTraining(epochs: 3, loss: .absolute)
    let data = try JSONEncoder().encode(settings)
    #expect(try JSONDecoder().decode(InverseTraining.self, from: data) == settings)
  }
}
