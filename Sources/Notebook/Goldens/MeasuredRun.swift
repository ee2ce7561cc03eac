/// What a finished run of a study says about itself: the part of `results.json` that goldens need. Decodes
/// from that file directly.
public struct MeasuredRun: Codable, Sendable, Hashable {
  public var study: String
  public var profile: String
  public var seed: UInt64
  public var parameters: JSONValue
  public var quantities: [Quantity]

  public init(
    study: String, profile: String, seed: UInt64, parameters: JSONValue, quantities: [Quantity]
  ) {
    self.study = study
    self.profile = profile
    self.seed = seed
    self.parameters = parameters
    self.quantities = quantities
  }

  /// The comparison of this run with its golden file.
  public func judged(by goldens: GoldenFile) -> CheckReport {
    judge(quantities: quantities, goldens: goldens, profile: profile, parameters: parameters)
  }
}
