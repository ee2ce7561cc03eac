import CSimd
import Random

/// Draws 512 spins at once, each with the probability of its own context.
///
/// A uniform number of each spin is compared with its threshold digit by digit from the top, one random
/// word a digit: the spin is decided at the first digit that differs, and the draw ends when all are. The
/// digit of every spin's threshold is put together from the planes of its neighbours and a table of digits,
/// so that the program does not depend on the probabilities: for one state of the diagonal neighbour and
/// the other, the digit is 0 or 1, which selects one of the four planes 0, d, not d, 1.
protocol BernoulliPlanes: Sendable {
  /// The table, indexed by [digit][context without the diagonal] with digit 0 the highest: byte offset of
  /// the plane among the four.
  var digits: [UInt32] { get }

  /// The spins of `sites` given their own block and its neighbours in the row, the column and the diagonal;
  /// zero elsewhere.
  ///
  /// - Parameters:
  ///   - planes: room for the four planes, the first all zeros and the last all ones.
  ///   - unchecked: digits drawn before it is tested whether all spins are decided.
  static func draw(
    own: SIMD8<UInt64>, row: SIMD8<UInt64>, column: SIMD8<UInt64>, diagonal: SIMD8<UInt64>,
    sites: SIMD8<UInt64>, digits: UnsafePointer<UInt32>, planes: UnsafeMutablePointer<SIMD8<UInt64>>,
    unchecked: Int, random: inout Xoshiro512
  ) -> SIMD8<UInt64>
}

extension BernoulliPlanes {
  /// 64 digits for pairs of probabilities: where the plane d is set and where it is not.
  static func table(_ pairs: [(set: Double, clear: Double)]) -> [UInt32] {
    func digit(_ k: Int, _ probability: Double) -> UInt32 {
      UInt32((BernoulliThreshold(probability).digits &<< UInt64(k)) &>> 63)
    }
    let stride = UInt32(MemoryLayout<SIMD8<UInt64>>.stride)
    return (0..<64).flatMap { k in
      pairs.map { stride * (digit(k, $0.set) + 2 * digit(k, $0.clear)) }
    }
  }

  @inline(__always)
  static func plane(_ planes: UnsafeMutablePointer<SIMD8<UInt64>>, _ offset: UInt32) -> SIMD8<UInt64> {
    UnsafeRawPointer(planes).load(fromByteOffset: Int(offset), as: SIMD8<UInt64>.self)
  }

  /// x where the mask is set, otherwise y.
  @inline(__always)
  static func choice(_ mask: SIMD8<UInt64>, _ x: SIMD8<UInt64>, _ y: SIMD8<UInt64>) -> SIMD8<UInt64> {
    cv_or(cv_and(mask, x), cv_andnot(y, mask))
  }
}

/// Six contexts: whether the spin agrees with its block given how many of the row and column neighbours (0,
/// 1, 2) and whether the diagonal one agree with it. For rules that are invariant under a global flip and
/// the exchange of rows and columns.
struct SixContextPlanes: BernoulliPlanes {
  let digits: [UInt32]

  /// - Parameter agreement: the probability to agree for context 2(A + B) + D, where A, B, D ∈ {0, 1} say
  ///   whether the neighbour in the row, the column and the diagonal agrees.
  init(agreement: [Double]) {
    digits = Self.table((0..<3).map { (set: agreement[2 * $0], clear: agreement[2 * $0 + 1]) })
  }

  @inline(__always)
  static func draw(
    own: SIMD8<UInt64>, row: SIMD8<UInt64>, column: SIMD8<UInt64>, diagonal: SIMD8<UInt64>,
    sites: SIMD8<UInt64>, digits: UnsafePointer<UInt32>, planes: UnsafeMutablePointer<SIMD8<UInt64>>,
    unchecked: Int, random: inout Xoshiro512
  ) -> SIMD8<UInt64> {
    let a = cv_xor(own, row)
    let b = cv_xor(own, column)
    let d = cv_xor(own, diagonal)
    let none = cv_and(a, b)
    let one = cv_xor(a, b)
    let two = cv_not(cv_or(a, b))
    planes[1] = d
    planes[2] = cv_not(d)
    var agree = SIMD8<UInt64>()
    var undecided = sites
    var digit = 0
    while digit < 64 {
      let entry = digits + 3 &* digit
      var threshold = cv_and(none, plane(planes, entry[0]))
      threshold = cv_or(threshold, cv_and(one, plane(planes, entry[1])))
      threshold = cv_or(threshold, cv_and(two, plane(planes, entry[2])))
      agree = choice(undecided, threshold, agree)
      undecided = cv_andnot(undecided, cv_xor(threshold, random.next()))
      digit &+= 1
      if digit > unchecked && !cv_any(undecided) { break }
    }
    // A number equal to its threshold in all digits is not below it.
    agree = cv_andnot(agree, undecided)
    return cv_and(cv_not(cv_xor(agree, own)), sites)
  }
}

/// Sixteen contexts, without any symmetry.
struct SixteenContextPlanes: BernoulliPlanes {
  let digits: [UInt32]

  /// - Parameter probabilities: P(s = +1) for context own | row << 1 | column << 2 | diagonal << 3.
  init(probabilities: [Double]) {
    digits = Self.table((0..<8).map { (set: probabilities[$0 + 8], clear: probabilities[$0]) })
  }

  @inline(__always)
  static func draw(
    own: SIMD8<UInt64>, row: SIMD8<UInt64>, column: SIMD8<UInt64>, diagonal: SIMD8<UInt64>,
    sites: SIMD8<UInt64>, digits: UnsafePointer<UInt32>, planes: UnsafeMutablePointer<SIMD8<UInt64>>,
    unchecked: Int, random: inout Xoshiro512
  ) -> SIMD8<UInt64> {
    planes[1] = diagonal
    planes[2] = cv_not(diagonal)
    var up = SIMD8<UInt64>()
    var undecided = sites
    var digit = 0
    while digit < 64 {
      let entry = digits + 8 &* digit
      let e0 = choice(own, plane(planes, entry[1]), plane(planes, entry[0]))
      let e1 = choice(own, plane(planes, entry[3]), plane(planes, entry[2]))
      let e2 = choice(own, plane(planes, entry[5]), plane(planes, entry[4]))
      let e3 = choice(own, plane(planes, entry[7]), plane(planes, entry[6]))
      let threshold = choice(column, choice(row, e3, e2), choice(row, e1, e0))
      up = choice(undecided, threshold, up)
      undecided = cv_andnot(undecided, cv_xor(threshold, random.next()))
      digit &+= 1
      if digit > unchecked && !cv_any(undecided) { break }
    }
    return cv_and(cv_andnot(up, undecided), sites)
  }
}
