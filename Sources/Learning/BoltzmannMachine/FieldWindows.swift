import Random

/// The majority spins of all L² windows of b × b sites of a configuration on a torus.
struct FieldWindows {
  /// The widest window whose sum of spins fits in eight bits.
  static let widest = 11

  let side: Int
  let block: Int

  /// Writes the majority of the window whose upper left site is (x, y) at y L + x as ±1.
  ///
  /// - Parameters:
  ///   - spins: L² numbers ±1.
  ///   - room: L² + L numbers to work in.
  ///   - random: gives ⌈L²/64⌉ words if b is even, none if it is odd.
  func write(
    _ spins: UnsafePointer<Int8>, room: UnsafeMutablePointer<Int8>, random: inout RandomStream,
    _ target: UnsafeMutablePointer<Double>
  ) {
    let sums = room + side
    for y in 0..<side { addAlongRow(spins + y &* side, sums + y &* side) }
    var coins: UInt64 = 0
    for y in 0..<side {
      addRows(from: y, sums, to: room)
      for x in 0..<side {
        let site = y &* side &+ x
        var decided = room[x]
        if block & 1 == 0 {
          if site & 63 == 0 { coins = random.next() }
          // The sum is even, so the coin of ±1 decides ties only.
          decided &+= Int8(truncatingIfNeeded: (coins & 1) &<< 1) &- 1
          coins &>>= 1
        }
        target[site] = decided > 0 ? 1 : -1
      }
    }
  }

  /// The sums of `block` neighbouring spins of a row, each at the leftmost of them.
  private func addAlongRow(_ spins: UnsafePointer<Int8>, _ sums: UnsafeMutablePointer<Int8>) {
    for x in 0..<side { sums[x] = spins[x] }
    for d in 1..<block {
      for x in 0..<side &- d { sums[x] &+= spins[x &+ d] }
      for x in side &- d..<side { sums[x] &+= spins[x &+ d &- side] }
    }
  }

  /// The sums of `block` rows from row y on.
  private func addRows(from y: Int, _ sums: UnsafePointer<Int8>, to total: UnsafeMutablePointer<Int8>) {
    for x in 0..<side { total[x] = 0 }
    for d in 0..<block {
      let row = sums + (y &+ d) % side &* side
      for x in 0..<side { total[x] &+= row[x] }
    }
  }
}
