/// The square block of a Potts model.
struct PottsPoint: Codable, Sendable {
  let states: Int
  let critical: FlowFixedPoint?
  let exactCoupling: Double
  /// nil where the transition is of first order.
  let exactExponent: Double?

  init(states: Int) throws {
    let block = PottsBlock(states: states)
    self.states = states
    critical = try block.fixedPoints().first
    exactCoupling = block.exactCriticalCoupling
    exactExponent = block.exactCorrelationLengthExponent
  }
}
