/// Whole numbers as ranges without gaps: 0, 1, 2, 3, 7 are 0...3 and 7...7.
struct IntegerRanges {
  let ranges: [ClosedRange<Int>]

  init(_ numbers: [Int]) {
    ranges = Set(numbers).sorted().reduce(into: []) { ranges, number in
      if let last = ranges.last, last.upperBound == number - 1 {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
  }
}
