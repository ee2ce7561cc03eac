extension TwoLayerNet {
  /// The net after full-batch training on a table of counts with L-BFGS.
  ///
  /// The loss is not convex and has kinks: the result depends on the start and need not be a minimum.
  ///
  /// - Parameters:
  ///   - counts: (down, up) of every quadrant of every patch, as of `JointCounts.quadrantCounts`.
  ///   - optimizer: iterations and tolerance.
  /// - Returns: the net and how the search ended; its value is the loss in nats per spin.
  /// - Throws: `UpsamplingError` for counts that are not allowed, `OptimizerError` for a start without a
  ///   loss.
  public func trained(
    on counts: [SIMD2<Double>], with optimizer: LBFGS
  ) throws -> (net: TwoLayerNet, minimum: LBFGS.Minimum) {
    let total = try TwoLayerPass.total(counts)
    let shares = counts.map { $0 / total }
    let minimum = try optimizer.minimize(from: parameters) { parameters, gradient in
      let (loss, slope) = TwoLayerPass(channels: channels, parameters).lossGradient(shares)
      gradient = slope
      return loss
    }
    return (try TwoLayerNet(channels: channels, parameters: minimum.parameters), minimum)
  }
}
