/// ln Z of one ±J sample on the periodic 4 × 4 × 4 lattice and its derivative, by transfer of layers of 2¹⁶ states.
///
/// Z = Σ D₀(a) M₁(a,c) D₂(c) M₃(a,c), where D are the Boltzmann weights inside the layers 0 and 2 and M₁, M₃ sum over
/// the layers 1 and 3 between them (`ColumnRecursion`). The sum falls into independent tasks of equal cost: each has
/// fixed spins of layer 0 at the sites 1, 2, 14, 15 and of layer 2 at the sites 14, 15, and +1 at site 0 of layer 0
/// (global spin flip). Results do not depend on where the tasks run.
public struct CubeTransferMatrix: Sendable {
  /// Number of tasks of one partition function.
  public static let taskCount = 64
  /// The largest inverse temperature that is accepted; far beyond it the terms underflow.
  public static let largestBeta = 5.0

  private static let laneColumns = 3
  private static let innerColumns = 11
  private let layers: CubeLayers

  /// Prepares a sample of side 4.
  ///
  /// - Throws: `ExactReferenceError` for couplings of another side.
  public init(_ couplings: CubicCouplings) throws(ExactReferenceError) {
    guard couplings.side == 4 else { throw .side(couplings.side, required: 4) }
    layers = CubeLayers(couplings)
  }

  /// ln Z and the energy: all tasks, one after the other.
  ///
  /// - Throws: `ExactReferenceError` for β outside 0 to `largestBeta`.
  public func partitionFunction(beta: Double) throws(ExactReferenceError) -> CubePartitionFunction {
    var parts: [PartialTrace] = []
    for task in 0..<Self.taskCount { parts.append(try partialTrace(task: task, beta: beta)) }
    return CubePartitionFunction(combining: parts)
  }

  /// The part of Z of one task, 0 ..< `taskCount`.
  ///
  /// - Throws: `ExactReferenceError` for β outside 0 to `largestBeta`.
  public func partialTrace(task: Int, beta: Double) throws(ExactReferenceError) -> PartialTrace {
    precondition((0..<Self.taskCount).contains(task), "no such task of the transfer matrix")
    try ExactReferenceError.check(beta: beta, largest: Self.largestBeta)
    let decay = DecayTable(beta: beta)
    let fixed = FixedSpins(task: task)
    let states = 0..<1 << Self.innerColumns
    let recursion = ColumnRecursion(
      columns: Self.innerColumns,
      first: states.map { decay[Int(layers.excess[0][$0 << Self.laneColumns | fixed.first])] },
      second: states.map { state in
        decay.lanes { Int(layers.excess[2][state << Self.laneColumns | fixed.second | $0]) }
      },
      flipped: layers.flipped >> Self.laneColumns, decay: decay)
    let sum = recursion.trace(
      one: table(layer: 1, flipped: 0, fixed: fixed, decay: decay),
      three: table(layer: 3, flipped: layers.flipped, fixed: fixed, decay: decay))
    // Each of the 32 bonds of M₁ and of M₃ gives e^β at most, and the global flip doubles Z.
    return PartialTrace(task: task, beta: beta, lanes: sum, scale: layers.largestAlignment + 64, multiplicity: 2)
  }

  /// M₁ or M₃ with the fixed columns and the lanes done: a table over the spins of the inner columns.
  private func table(layer: Int, flipped: Int, fixed: FixedSpins, decay: DecayTable) -> [DualLanes] {
    let excess = layers.excess[layer]
    let outer = (0..<4).map { spins in
      decay[fixed.unsatisfied(column: 14, spin: spins & 1, flipped: flipped)
        + fixed.unsatisfied(column: 15, spin: spins >> 1, flipped: flipped)].lanes
    }
    let mixing = (0..<8).map { spins in
      decay.lanes { lane in
        (0..<Self.laneColumns).reduce(0) { count, column in
          let other = FixedSpins(first: fixed.first, second: lane)
          return count + other.unsatisfied(column: column, spin: spins >> column & 1, flipped: flipped)
        }
      }
    }
    return (0..<1 << Self.innerColumns).map { state in
      var sum = DualLanes.zero
      for (spins, factor) in outer.enumerated() {
        let start = spins << 14 | state << Self.laneColumns
        sum = .fused(factor, decay.lanes { Int(excess[start | $0]) }, sum)
      }
      var mixed = DualLanes.zero
      for (lane, factor) in mixing.enumerated() {
        mixed = .fused(factor, Dual(value: sum.value[lane], slope: sum.slope[lane]).lanes, mixed)
      }
      return mixed
    }
  }
}

/// Spins that a task fixes in layers 0 and 2; a set bit is -1.
private struct FixedSpins {
  let first: Int
  let second: Int

  init(first: Int, second: Int) {
    self.first = first
    self.second = second
  }

  init(task: Int) {
    first = (task & 0b11) << 1 | (task >> 2 & 0b11) << 14
    second = (task >> 4 & 0b11) << 14
  }

  /// How many of the two vertical bonds of a spin between the layers are unsatisfied: with layer 2, and with layer 0
  /// by a bond that is -1 in a flipped column.
  func unsatisfied(column: Int, spin: Int, flipped: Int) -> Int {
    (first >> column ^ spin ^ flipped >> column) & 1 + (second >> column ^ spin) & 1
  }
}
