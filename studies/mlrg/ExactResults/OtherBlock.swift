/// A block of one Ising coupling and its KL-optimal fixed point.
struct OtherBlock: Codable, Sendable {
  /// As in the ids of its quantities.
  let id: String
  let name: String
  /// Visible spins.
  let spins: Int
  /// Coarse spins.
  let coarse: Int
  let critical: FlowFixedPoint?
  /// KL of the optimal image of J = 1, in nats.
  let divergence: Double

  init(_ id: String, _ name: String, _ block: Block) throws {
    self.id = id
    self.name = name
    spins = block.spins
    coarse = block.coarse.count
    let flow = try BlockFlow(block)
    critical = try flow.fixedPoints(in: 0.05...4).first
    divergence = flow.divergence(from: 1, to: try flow.coarse(1))
  }
}
