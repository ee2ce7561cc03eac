import Lattice

/// The sums over an L × L torus of all `IsingOperator`s of one configuration: exact integers.
///
/// Products of spins are exclusive ors of words, and sums are population counts. On small tori some products coincide,
/// such as the two of (2, 0) and of (−2, 0) at L = 4; every site still counts all of them.
///
/// ```swift
/// let operators = try IsingOperators(lattice)
/// let bondEnergy = operators.average(.nearest)      // ⟨ss′⟩ over the 2L² bonds
/// ```
///
/// - Complexity: about 10 ns a row.
public struct IsingOperators: Sendable, Hashable {
  /// Linear size L.
  public let side: Int
  /// The even operators, then the odd ones, in lanes; the rest is zero.
  let sums: SIMD16<Double>

  /// - Parameter lattice: a configuration of side 2...64.
  /// - Throws: `IsingError.side`.
  public init(_ lattice: SpinLattice) throws(IsingError) {
    guard 2...64 ~= lattice.side else {
      throw .side(lattice.side, allowed: "2 to 64 for sums of operators")
    }
    side = lattice.side
    let side = lattice.side
    sums = lattice.words.withUnsafeBufferPointer { words in
      // The rows, continued by the first two.
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: side + 2) { rows in
        for y in 0..<side { rows[y] = words[y] }
        rows[side] = words[0]
        rows[side + 1] = words[1]
        return latticeSums(UnsafeBufferPointer(rows), side)
      }
    }
  }

  /// The sum of one operator over the lattice, in −n L²...n L² with n its `termsPerSite`.
  public subscript(_ operation: IsingOperator) -> Int { Int(sums[Self.position(of: operation)]) }

  /// The average of one operator over its n L² products.
  public func average(_ operation: IsingOperator) -> Double {
    sums[Self.position(of: operation)] / Double(operation.termsPerSite * side * side)
  }

  private static func position(of operation: IsingOperator) -> Int {
    switch operation {
    case .nearest: 0
    case .diagonal: 1
    case .plaquette: 2
    case .axial: 3
    case .knight: 4
    case .secondDiagonal: 5
    case .diamond: 6
    case .spin: 7
    case .corner: 8
    case .line: 9
    case .vee: 10
    }
  }
}

/// Sums of the operators over `rows` of L bits, the first two repeated at the end.
///
/// The exclusive or of spins is set where an odd number of them is up: where a product of an even number is −1 and a
/// product of an odd number +1.
private func latticeSums(_ rows: UnsafeBufferPointer<UInt64>, _ side: Int) -> SIMD16<Double> {
  let mask: UInt64 = side == 64 ? .max : 1 << UInt64(side) - 1
  let (back1, back2) = (UInt64(side &- 1), UInt64(side &- 2))
  /// The row whose bit x is site x + 1.
  @inline(__always) func next(_ row: UInt64) -> UInt64 { (row &>> 1 | row &<< back1) & mask }
  /// The row whose bit x is site x + 2.
  @inline(__always) func second(_ row: UInt64) -> UInt64 { (row &>> 2 | row &<< back2) & mask }
  @inline(__always) func count(_ word: UInt64) -> Int { word.nonzeroBitCount }
  var (nearest, diagonal, plaquette, axial, knight, secondDiagonal, diamond) = (0, 0, 0, 0, 0, 0, 0)
  var (spin, corner, line, vee) = (0, 0, 0, 0)
  for y in 0..<side {
    let (a, b, c) = (rows[y], rows[y &+ 1], rows[y &+ 2])
    let (a1, b1, c1) = (next(a), next(b), next(c))
    let (a2, b2, c2) = (second(a), second(b), second(c))
    let (right, below, square) = (a ^ a1, a ^ b, a ^ a1 ^ b ^ b1)
    nearest &+= count(right) &+ count(below)
    diagonal &+= count(a ^ b1) &+ count(a1 ^ b)
    plaquette &+= count(square)
    axial &+= count(a ^ a2) &+ count(a ^ c)
    knight &+= count(a ^ b2) &+ count(a2 ^ b) &+ count(a ^ c1) &+ count(a1 ^ c)
    secondDiagonal &+= count(a ^ c2) &+ count(a2 ^ c)
    diamond &+= count(a1 ^ b ^ b2 ^ c1)
    spin &+= count(a)
    corner &+= count(square ^ a) &+ count(square ^ a1) &+ count(square ^ b) &+ count(square ^ b1)
    line &+= count(right ^ a2) &+ count(below ^ c)
    vee &+= count(a1 ^ b ^ b2)
  }
  let sites = side &* side
  var sums = SIMD16<Double>()
  for (lane, (terms, odd)) in [
    (2, nearest), (2, diagonal), (1, plaquette), (2, axial), (4, knight), (2, secondDiagonal), (1, diamond),
  ].enumerated() {
    sums[lane] = Double(terms &* sites &- 2 &* odd)
  }
  for (lane, (terms, odd)) in [(1, spin), (4, corner), (2, line), (1, vee)].enumerated() {
    sums[7 &+ lane] = Double(2 &* odd &- terms &* sites)
  }
  return sums
}
