import Elementary

/// ln Z and the energy of one ±J sample on the periodic 4 × 4 × 4 lattice.
public struct CubePartitionFunction: Sendable, Hashable, Codable {
  /// Inverse temperature β.
  public let beta: Double
  /// ln Z, of the whole lattice.
  public let logPartitionFunction: Double
  /// e = −(d ln Z/dβ)/64, the energy per spin.
  public let energy: Double

  /// Adds the parts of all tasks of one sample at one β, in the order of the tasks whatever their order here.
  public init(combining parts: [PartialTrace]) {
    let ordered = parts.sorted { $0.task < $1.task }
    precondition(
      ordered.map(\.task) == Array(0..<CubeTransferMatrix.taskCount), "a partition function needs every task once")
    precondition(
      ordered.allSatisfy { $0.beta == ordered[0].beta && $0.scale == ordered[0].scale },
      "the parts belong to different samples or temperatures")
    let value = ordered.reduce(0.0) { $0 + $1.value }
    let slope = ordered.reduce(0.0) { $0 + $1.slope }
    let scale = Double(ordered[0].scale)
    beta = ordered[0].beta
    logPartitionFunction = scale * beta + Elementary.log(value)
    energy = -(scale + slope / value) / 64
  }
}
