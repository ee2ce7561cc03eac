/// The overlaps ρ_i = s_i t_i of the two real replicas of 512 samples at one time and temperature.
public struct OverlapSnapshot: Sendable, Hashable {
  /// Index of the inverse temperature in the schedule.
  public let beta: Int
  /// 0..<`snapshots` of the schedule, in the order of time.
  public let number: Int
  /// Sweeps done.
  public let sweep: Int
  /// A set bit where the replicas differ.
  public let overlap: SpinPlanes
}
