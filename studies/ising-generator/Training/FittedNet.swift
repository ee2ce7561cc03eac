import Learning
import Random
import Renormalization
import Statistics

/// A trained network of the comparison.
struct FittedNet: Codable, Sendable {
  let model: UpsamplingModel
  /// Kernel weights, where the model has a kernel.
  var kernel: [Double] = []
  /// Cross-entropy per spin on the training and on the validation configurations.
  let loss: Double
  let validationLoss: Double
  /// Standard error of both from the scatter between chains.
  let lossError: Double
  /// How far the network is from a symmetry that it does not impose: max |p(t) + p(−t) − 1|.
  var flipViolation = 0.0
  /// Probabilities of the rule, in the order of the rule's table.
  let table: [Double]
  /// Eigenvalues of the window operator, for nets that see 2 × 2 coarse spins.
  var lambdaH: Estimate?
  var lambdaT: Estimate?
}

extension FittedNet {
  /// Trains a network on the training configurations.
  ///
  /// - Parameters:
  ///   - iterations: quasi-Newton steps of the two-layer network; the others are convex or closed.
  ///   - random: the initial weights of the two-layer network.
  init(_ model: UpsamplingModel, _ data: TrainingData, iterations: Int, random: inout RandomStream) throws {
    let (training, validation) = (data.training, data.validation)
    switch model {
    case .one, .two, .three, .saturated2:
      self = try FittedNet(
        model, chains: data.chains, validation: validation.patches.contextCounts, lossError: data.lossError)
    case .six, .ten:
      let (net, fit) = try KernelNet.fit(training.patches, size: model == .six ? 5 : 7)
      self.init(
        model: model, kernel: net.kernel, loss: fit.loss, validationLoss: try net.loss(on: validation.patches),
        lossError: data.lossError, table: net.probabilities)
    case .saturated3, .saturated4:
      let table = try SaturatedTable(training.patches.reduced(to: model == .saturated3 ? 3 : 4), pseudoCount: 1)
      self.init(
        model: model, loss: table.trainingLoss,
        validationLoss: try table.loss(on: validation.patches.reduced(to: table.size)),
        lossError: data.lossError, table: table.probabilities)
    case .twoLayer:
      let start = try TwoLayerNet(random: &random)
      let counts = training.joint.quadrantCounts
      let net = try start.trained(on: counts, with: LBFGS(maximumIterations: iterations)).net
      self.init(
        model: model, loss: try net.loss(on: counts), validationLoss: try net.loss(on: validation.joint.quadrantCounts),
        lossError: data.lossError, flipViolation: try net.flipViolation(on: counts).largest,
        table: Self.byQuadrant(net.probabilities))
    case .joint:
      let table = try JointTable(training.joint, pseudoCount: 1)
      self.init(
        model: model, loss: table.trainingLoss, validationLoss: try table.loss(on: validation.joint),
        lossError: data.lossError, table: table.probabilities)
    }
  }

  /// Trains a network that sees 2 × 2 coarse spins; the errors of its eigenvalues are jackknife errors over chains.
  init(_ model: UpsamplingModel, chains: [ContextCounts], validation: ContextCounts, lossError: Double) throws {
    func total(leavingOut left: Int?) -> ContextCounts {
      var sum = ContextCounts()
      for (index, chain) in chains.enumerated() where index != left { sum.merge(chain) }
      return sum
    }
    func eigenvalues(_ table: [Double]) throws -> [Double] {
      let values = try WindowOperator(conditionalMagnetization: table.map { 2 * $0 - 1 }).leadingEigenvalues()
      return [values.magnetic, values.thermal]
    }
    let net = try FourSpinFit(model, total(leavingOut: nil))
    let replicates = try chains.indices.map { try eigenvalues(FourSpinFit(model, total(leavingOut: $0)).table) }
    let estimates = try Jackknife(values: eigenvalues(net.table), replicates: replicates).estimates
    self.init(
      model: model, kernel: net.kernel, loss: net.loss, validationLoss: net.loss(on: validation), lossError: lossError,
      table: net.table, lambdaH: estimates[0], lambdaT: estimates[1])
  }

  /// From patch-major order, 4 t + q, to quadrant-major order, 512 q + t.
  private static func byQuadrant(_ probabilities: [Double]) -> [Double] {
    (0..<2048).map { probabilities[4 * ($0 % 512) + $0 / 512] }
  }

  /// The rule that dreams.
  ///
  /// - Throws: `DreamError`.
  func rule() throws -> any UpsamplingRule {
    switch model {
    case .one, .two, .three, .saturated2: try FourSpinRule(probabilities: table)
    case .six, .ten, .saturated3, .saturated4: try PatchRule(probabilities: table)
    case .twoLayer: try QuadrantRule(probabilities: table)
    case .joint: try JointRule(probabilities: table)
    }
  }
}
