import Random

/// Training of the three-parameter net as its authors did it, but on the exact full-batch loss: AdamW on the
/// kernel entries (a, b, c) with a one-cycle schedule (largest rate 0.01, weight decay 0.01).
///
/// What such a run lacks to the optimum is the loss's excess over `ContextCounts.fit`.
public struct OneCycleReplay: Sendable, Codable, Equatable {
  /// Where the run began.
  public let start: ThreeParameterNet
  /// Where it ended.
  public let end: ThreeParameterNet
  /// Loss in nats per spin before each step, and after the last.
  public let losses: [Double]

  /// A run from kernel entries that are uniform in [0, 1).
  ///
  /// - Parameters:
  ///   - counts: (disagree, agree) of the six contexts.
  ///   - steps: 4 or more.
  ///   - random: draws a, b and c in turn.
  /// - Throws: `OptimizerError.setting`, `LogisticError` for counts that are not allowed.
  public init(counts: [SIMD2<Double>], steps: Int, random: inout RandomStream) throws {
    let (a, b, c) = (random.uniform(), random.uniform(), random.uniform())
    try self.init(counts: counts, steps: steps, start: ThreeParameterNet(a: a, b: b, c: c))
  }

  /// A run from a given net.
  ///
  /// - Parameters:
  ///   - counts: (disagree, agree) of the six contexts.
  ///   - steps: 4 or more.
  ///   - start: the net to start from.
  ///   - maximumRate: the largest learning rate.
  ///   - weightDecay: λ of AdamW.
  /// - Throws: as above.
  public init(
    counts: [SIMD2<Double>], steps: Int, start: ThreeParameterNet, maximumRate: Double = 0.01,
    weightDecay: Double = 0.01
  ) throws {
    let schedule = try OneCycle(steps: steps, maximumRate: maximumRate)
    let sample = try LogisticSample(ContextCounts.problem(), counts)
    var optimizer = try AdamW(parameterCount: 3, weightDecay: weightDecay)
    var kernel = [start.a, start.b, start.c]
    var losses: [Double] = []
    for step in 0..<steps {
      let value = sample.evaluate(Self.weights(kernel))
      let g = value.gradient
      losses.append(value.loss)
      // W0 = a + 2 b + c, W1 = a + b, W2 = a.
      optimizer.step(
        &kernel, gradient: [g[0] + g[1] + g[2], 2 * g[0] + g[1], g[0]],
        learningRate: schedule.learningRate(step), beta1: schedule.beta1(step))
    }
    losses.append(sample.evaluate(Self.weights(kernel)).loss)
    self.start = start
    end = try ThreeParameterNet(a: kernel[0], b: kernel[1], c: kernel[2])
    self.losses = losses
  }

  private static func weights(_ k: [Double]) -> [Double] { [k[0] + 2 * k[1] + k[2], k[0] + k[1], k[0]] }
}
