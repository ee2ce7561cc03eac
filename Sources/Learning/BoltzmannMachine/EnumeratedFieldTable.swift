/// What some units of a layer contribute to the fields of the other layer, for each of their states.
struct EnumeratedFieldTable {
  /// The couplings of a layer, units × others, and its biases.
  struct Rows {
    let others: Int
    let couplings: [Double]
    let bias: [Double]
  }

  private let units: Range<Int>
  private let width: Int
  /// 2^units.
  let count: Int
  /// States × (others + 1): the fields and, last, bias·s.
  let table: [Double]

  /// The table for a range of units; `base` has others + 1 numbers that are added for every state.
  init(units: Range<Int>, _ rows: Rows, base: [Double]) {
    self.units = units
    width = rows.others + 1
    count = 1 << units.count
    table = (0..<count).flatMap { state in
      var fields = base
      for (bit, unit) in units.enumerated() {
        let sign: Double = state >> bit & 1 == 1 ? 1 : -1
        for j in 0..<rows.others { fields[j] += sign * rows.couplings[unit * rows.others + j] }
        fields[rows.others] += sign * rows.bias[unit]
      }
      return fields
    }
  }

  /// Σ_state s_i sums(state) for each unit i, from others + 1 sums a state.
  func signedSums(_ sums: [Double]) -> [[Double]] {
    (0..<units.count).map { bit in
      var result = [Double](repeating: 0, count: width)
      for state in 0..<count {
        let sign: Double = state >> bit & 1 == 1 ? 1 : -1
        for j in 0..<width { result[j] += sign * sums[state * width + j] }
      }
      return result
    }
  }
}
