/// The part of a partition function that one task of a `CubeTransferMatrix` sums: value · e^{β scale}.
public struct PartialTrace: Sendable, Hashable, Codable {
  /// Number of the task.
  public let task: Int
  /// Inverse temperature β.
  public let beta: Double
  /// The sum relative to e^{β scale}.
  public let value: Double
  /// d(value)/dβ.
  public let slope: Double
  /// The same for all tasks of a sample.
  public let scale: Int
}

extension PartialTrace {
  /// Folds the lanes in their order.
  init(task: Int, beta: Double, lanes: DualLanes, scale: Int, multiplicity: Int) {
    var value = 0.0
    var slope = 0.0
    for lane in 0..<8 {
      value += lanes.value[lane]
      slope += lanes.slope[lane]
    }
    let factor = Double(multiplicity)
    self.init(task: task, beta: beta, value: factor * value, slope: factor * slope, scale: scale)
  }
}
