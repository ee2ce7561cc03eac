/// Counts as a list of integers in which -n stands for n zeros in a row: most patches of a table never occur.
enum ZeroRuns {
  static func encoded(_ counts: [Int]) -> [Int] {
    var result: [Int] = []
    for count in counts {
      if count != 0 {
        result.append(count)
      } else if let last = result.last, last < 0 {
        result[result.count - 1] = last - 1
      } else {
        result.append(-1)
      }
    }
    return result
  }

  /// - Throws: `UpsamplingError.wrongCount` unless the list stands for `count` numbers.
  static func decoded(_ list: [Int], count: Int, what: String) throws(UpsamplingError) -> [Int] {
    // Lengths are summed first, without overflow: a damaged file must not ask for any amount of memory.
    var length = 0
    for value in list {
      length += value < 0 ? Int(min(value.magnitude, UInt(count) + 1)) : 1
      guard length <= count else { throw .wrongCount(what: what, expected: count, found: length) }
    }
    guard length == count else { throw .wrongCount(what: what, expected: count, found: length) }
    return list.flatMap { $0 < 0 ? [Int](repeating: 0, count: -$0) : [$0] }
  }
}
