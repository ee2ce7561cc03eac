/// One observable along a sampled ensemble, such as |m| of each configuration or of what a transformation
/// made of it.
public struct ReweightedSeries: Sendable, Hashable {
  /// The ensemble, with the p2 of the sampled configurations.
  public let ensemble: MassReweighting
  /// One number a configuration.
  public let values: [Double]

  /// - Parameters:
  ///   - values: one finite number a configuration.
  ///   - ensemble: where the configurations come from.
  /// - Throws: `FieldFlowError.badInput`.
  public init(_ values: [Double], in ensemble: MassReweighting) throws(FieldFlowError) {
    guard values.count == ensemble.p2.count else {
      throw .badInput(
        operation: "reweighted series",
        why: "\(values.count) values for \(ensemble.p2.count) configurations; one a configuration is needed")
    }
    if let index = values.firstIndex(where: { !$0.isFinite }) {
      throw .badInput(
        operation: "reweighted series", why: "value \(index) is \(values[index]); it must be finite")
    }
    self.values = values
    self.ensemble = ensemble
  }

  /// |m| of configurations whose m is given.
  ///
  /// - Throws: `FieldFlowError.badInput`.
  public init(absoluteOf magnetization: [Double], in ensemble: MassReweighting) throws(FieldFlowError) {
    try self.init(magnetization.map { abs($0) }, in: ensemble)
  }
}
