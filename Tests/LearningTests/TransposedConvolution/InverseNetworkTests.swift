import Random
import Testing

@testable import Learning

@Suite("Networks for inverse maps")
struct InverseNetworkTests {
  @Test(
    "the gradient of every network is the derivative of its loss", arguments: InverseNetwork.Kind.allCases)
  func gradients(kind: InverseNetwork.Kind) throws {
    var random = RandomStream(seed: 1, name: "inverse-network/gradients/\(kind.rawValue)")
    for name in ["2", "4", "plus", "6"] {
      let window = try PatchWindow(named: name)
      let pairs = try TestFields.blockedPairs(side: 3, count: 3, &random)
      for (hidden, skip) in [(1, true), (5, false), (6, true)] {
        let start = try InverseNetwork(
          kind: kind, window: window, hidden: hidden, skip: skip, random: &random)
        let noise = TestFields.normal(start.parameters.count, &random)
        let network = try start.replacing(
          start.parameters.indices.map { start.trainable[$0] ? start.parameters[$0] + 0.1 * noise[$0] : 0 })
        for loss in InverseNetwork.Loss.allCases {
          let gradient = try network.lossGradient(on: pairs, loss: loss).gradient
          for j in gradient.indices where network.trainable[j] {
            let losses = try [-1e-6, 1e-6].map { step in
              var parameters = network.parameters
              parameters[j] += step
              return try network.replacing(parameters).lossGradient(on: pairs, loss: loss).loss
            }
            #expect(abs((losses[1] - losses[0]) / 2e-6 - gradient[j]) < 1e-7, "parameter \(j)")
          }
          #expect(gradient.indices.allSatisfy { network.trainable[$0] || gradient[$0] == 0 })
        }
      }
    }
  }

  @Test("the loss is the mean over the fine sites of the squared or absolute error")
  func losses() throws {
    var random = RandomStream(seed: 1, name: "inverse-network/losses")
    // Averaging over transposition changes nothing in the one-site window.
    let window = try PatchWindow(kernel: 2)
    let pairs = try TestFields.blockedPairs(side: 5, count: 7, &random)
    let network = try InverseNetwork(kind: .reluBias, window: window, hidden: 4, random: &random)
    let error = try InverseMap(network).meanSquaredError(on: pairs)
    #expect(try abs(network.lossGradient(on: pairs).loss - error) < 1e-14)
    var absolute = 0.0
    for configuration in 0..<7 {
      let coarse = Array(pairs.coarse[25 * configuration..<25 * (configuration + 1)])
      let fine = try InverseMap(network).expected(coarse, side: 5)
      for site in 0..<100 { absolute += abs(fine[site] - pairs.fine[100 * configuration + site]) / 700 }
    }
    #expect(try abs(network.lossGradient(on: pairs, loss: .absolute).loss - absolute) < 1e-14)
  }

  @Test("initial weights have the variances of He and LeCun")
  func initialization() throws {
    var random = RandomStream(seed: 1, name: "inverse-network/initialization")
    let window = try PatchWindow(kernel: 6)
    for kind in InverseNetwork.Kind.allCases {
      let network = try InverseNetwork(kind: kind, window: window, hidden: 4000, random: &random)
      let variance = TestFields.mean(network.parameters[0..<36000].map { $0 * $0 })
      let expected = (kind == .tanhOdd ? 1.0 : 2.0) / 9
      // The mean square of n normal numbers has relative variance 2/n.
      #expect(abs(variance / expected - 1) < 4 * (2.0 / 36000).squareRoot())
      let heads = TestFields.mean(network.parameters[40000..<44000].map { $0 * $0 })
      #expect(abs(4000 * heads - 1) < 4 * (2.0 / 4000).squareRoot())
      #expect(network.parameters[36000..<40000].allSatisfy { $0 == 0 })
      #expect(network.parameters[44000...].allSatisfy { $0 == 0 })
    }
  }
}
