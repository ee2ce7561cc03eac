/// The sum over the spins a of layer 0 and c of layer 2 of D₀(a) D₂(c) M₁(a,c) M₃(a,c), column by column.
///
/// M₁(a,c) = Σ_b D₁(b) e^{β Σ b(a+c)} depends on a column only through the field a + c = 2, 0, -2. The sum over b
/// in one column turns a table over b into three tables of half its size; the same holds for M₃ with the field c + ηa,
/// η = ±1. An entry (a,c) so costs a few operations instead of a product of matrices. Tables are indexed by the spins
/// of the columns, a set bit being -1. Lanes are the spins c of three further columns, done before.
struct ColumnRecursion {
  private let columns: Int
  private let first: [Dual]
  private let second: [DualLanes]
  private let flipped: Int
  private let decay: DecayTable

  /// `first` and `second` are D₀(a), and D₂(c) in lanes, over the 2^columns spins, `flipped` the columns with η = -1;
  /// at least two columns.
  init(columns: Int, first: [Dual], second: [DualLanes], flipped: Int, decay: DecayTable) {
    precondition(columns >= 2 && first.count == 1 << columns && second.count == 1 << columns)
    self.columns = columns
    self.first = first
    self.second = second
    self.flipped = flipped
    self.decay = decay
  }

  /// The sum in lanes, from the tables of M₁ and M₃ before any of these columns is summed; relative to the factor
  /// e^{2β} for each column and table.
  func trace(one: [DualLanes], three: [DualLanes]) -> DualLanes {
    precondition(one.count == 1 << columns && three.count == 1 << columns)
    let size = 1 << columns
    // Arrays align vectors to 16 bytes only, and those that cross cache lines are slower.
    let bytes = (9 * size + 4 * columns) * MemoryLayout<DualLanes>.stride
    return withUnsafeTemporaryAllocation(byteCount: bytes, alignment: 64) { raw in
      let storage = raw.bindMemory(to: DualLanes.self)
      _ = storage.initialize(from: one + three + second)
      return first.withUnsafeBufferPointer { first in
        guard let start = storage.baseAddress, let first = first.baseAddress else { return .zero }
        let step = ColumnStep(
          first: first, second: start + 2 * size, flipped: flipped, far: decay[2].lanes, near: decay[1].lanes)
        let result = start + 3 * size
        step.sum(
          column: columns - 1, one: start, three: start + size, workspace: result + 1, a: 0, c: 0, into: result)
        return result.pointee
      }
    }
  }
}

/// The recursion on pointers. `far` and `near` are e^{-4β} and e^{-2β}.
private struct ColumnStep {
  let first: UnsafePointer<Dual>
  let second: UnsafePointer<DualLanes>
  let flipped: Int
  let far: DualLanes
  let near: DualLanes

  /// The sum over all a and c of the columns 0 … `column` ≥ 1, whose tables are `one` and `three`.
  ///
  /// `a` and `c` hold the spins of higher columns. For each column the workspace has six tables of half the size and
  /// four sums.
  func sum(
    column: Int, one: UnsafePointer<DualLanes>, three: UnsafePointer<DualLanes>,
    workspace: UnsafeMutablePointer<DualLanes>, a: Int, c: Int, into result: UnsafeMutablePointer<DualLanes>
  ) {
    guard column > 1 else {
      result.pointee = lastTwo(one: one, three: three, workspace: workspace, a: a, c: c)
      return
    }
    let half = 1 &<< column
    split(one, half: half, into: workspace)
    split(three, half: half, into: workspace + 3 &* half)
    let sums = workspace + 6 &* half
    let isFlipped = flipped &>> column & 1 == 1
    for branch in 0..<4 {
      let (one, three) = Self.fields(branch: branch, isFlipped: isFlipped)
      sum(
        column: column &- 1, one: workspace + one &* half, three: workspace + three &* half, workspace: sums + 4,
        a: branch & 2 == 0 ? a : a | half, c: branch & 1 == 0 ? c : c | half, into: sums + branch)
    }
    result.pointee = (sums[0] + sums[1]) + (sums[2] + sums[3])
  }

  /// Where the tables of M₁ and M₃ lie among the six of `split`, for the spins (a,c) = ++, +-, -+, --.
  @inline(__always)
  private static func fields(branch: Int, isFlipped: Bool) -> (one: Int, three: Int) {
    let minus = (a: branch &>> 1, c: branch & 1)
    return (minus.a &+ minus.c, 3 &+ minus.c &+ (isFlipped ? 1 &- minus.a : minus.a))
  }

  /// The sum over the columns 0 and 1, from tables of four entries.
  @inline(__always)
  private func lastTwo(
    one: UnsafePointer<DualLanes>, three: UnsafePointer<DualLanes>, workspace: UnsafeMutablePointer<DualLanes>,
    a: Int, c: Int
  ) -> DualLanes {
    split(one, half: 2, into: workspace)
    split(three, half: 2, into: workspace + 6)
    let tables = UnsafePointer(workspace)
    let isFlipped = flipped & 2 == 2
    func next(_ branch: Int) -> DualLanes {
      let (one, three) = Self.fields(branch: branch, isFlipped: isFlipped)
      return last(one: tables + 2 &* one, three: tables + 2 &* three, a: a | branch & 2, c: c | (branch & 1) &<< 1)
    }
    return (next(0) + next(1)) + (next(2) + next(3))
  }

  /// The sum over column 0, from tables of two entries.
  @inline(__always)
  private func last(one: UnsafePointer<DualLanes>, three: UnsafePointer<DualLanes>, a: Int, c: Int) -> DualLanes {
    let (x, y) = (one[0], one[1])
    let (u, v) = (three[0], three[1])
    let (parallel, free, opposed) = (aligned(x, y), balanced(x, y), aligned(y, x))
    let (up, none, down) = (aligned(u, v), balanced(u, v), aligned(v, u))
    let (secondUp, secondDown) = (second[c], second[c | 1])
    var inner: (up: DualLanes, down: DualLanes)
    if flipped & 1 == 1 {
      inner.up = .fused(secondDown, free * down, secondUp * (parallel * none))
      inner.down = .fused(secondDown, opposed * none, secondUp * (free * up))
    } else {
      let middle = free * none
      inner.up = .fused(secondDown, middle, secondUp * (parallel * up))
      inner.down = .fused(secondDown, opposed * down, secondUp * middle)
    }
    return .fused(first[a | 1].lanes, inner.down, first[a].lanes * inner.up)
  }

  /// Sums over the highest spin of a table in the fields 2, 0 and -2: three tables of `half` entries.
  @inline(__always)
  private func split(_ table: UnsafePointer<DualLanes>, half: Int, into parts: UnsafeMutablePointer<DualLanes>) {
    var index = 0
    while index < half {
      let (x, y) = (table[index], table[index &+ half])
      parts[index] = aligned(x, y)
      parts[index &+ half] = balanced(x, y)
      parts[index &+ 2 &* half] = aligned(y, x)
      index &+= 1
    }
  }

  /// x + e^{-4β} y.
  @inline(__always)
  private func aligned(_ x: DualLanes, _ y: DualLanes) -> DualLanes { .fused(far, y, x) }

  /// e^{-2β} (x + y).
  @inline(__always)
  private func balanced(_ x: DualLanes, _ y: DualLanes) -> DualLanes { near * (x + y) }
}
