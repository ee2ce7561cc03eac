/// The 86 orbits of subsets of a 3 × 3 window under translation inside the window and D₄: 41 with an odd
/// number of spins and 45 with an even one, the empty set among them.
///
/// Orbits are numbered by the number of spins, then by `WindowOrbit.extent`, then by representative; 0 is the
/// empty set, 1 a single spin, 2 a pair of nearest neighbours.
public enum WindowOrbits {
  /// All orbits, in the order above.
  public static let all: [WindowOrbit] = numbered()
  /// The orbit index of each of the 512 masks.
  public static let indices: [Int] = {
    var indices = [Int](repeating: 0, count: 512)
    for orbit in all {
      for mask in orbit.members { indices[mask] = orbit.index }
    }
    return indices
  }()
  /// Orbit indices with an odd number of spins, ascending: 41.
  public static let odd: [Int] = all.filter(\.isOdd).map(\.index)
  /// Orbit indices with an even number of spins, ascending, first the empty set: 45.
  public static let even: [Int] = all.filter { !$0.isOdd }.map(\.index)

  /// Number of masks in each orbit, negative for odd ones.
  static let signedSizes: [Double] = all.map { Double($0.isOdd ? -$0.members.count : $0.members.count) }
  /// The transposed window of each mask.
  static let transposedMasks: [Int] = (0..<512).map(transposed)

  /// The empty product 1.
  public static let empty = 0
  /// s(0,0).
  public static let spin = 1
  /// s(0,0)s(0,1).
  public static let nearestNeighbours = 2
  /// s(0,0)s(1,1).
  public static let diagonal = 3
  /// s(0,0)s(0,2).
  public static let distanceTwo = 4
  /// s(0,0)s(0,1)s(1,0)s(1,1).
  public static let plaquette = indices[0b000_011_011]

  /// The orbit of a product written like `s(0,0)s(0,1)`, in any orientation and position inside the window;
  /// blanks are ignored, `1` is the empty product.
  ///
  /// - Throws: `RenormalizationError.unknownOperator`.
  public static func index(named name: String) throws(RenormalizationError) -> Int {
    let text = name.filter { $0 != " " }
    if text == "1" { return empty }
    let digits = text.compactMap { $0.isASCII ? $0.wholeNumberValue : nil }
    var mask = 0
    var rebuilt = ""
    for i in stride(from: 0, to: digits.count - 1, by: 2) {
      let (row, column) = (digits[i], digits[i + 1])
      guard row < 3, column < 3 else { throw .unknownOperator(name) }
      mask |= 1 << (3 * row + column)
      rebuilt += "s(\(row),\(column))"
    }
    guard mask != 0, rebuilt == text, 2 * mask.nonzeroBitCount == digits.count else {
      throw .unknownOperator(name)
    }
    return indices[mask]
  }

  /// The mask in the mirror that exchanges rows 0 and 2.
  static func flippedRows(_ mask: Int) -> Int { mask & 0o070 | mask >> 6 & 7 | (mask & 7) << 6 }

  /// The mask in the mirror that exchanges columns 0 and 2.
  static func flippedColumns(_ mask: Int) -> Int { mask & 0o222 | (mask & 0o111) << 2 | mask >> 2 & 0o111 }

  /// The mask in the mirror that exchanges rows and columns.
  static func transposed(_ mask: Int) -> Int {
    var result = 0
    for row in 0..<3 {
      for column in 0..<3 { result |= (mask >> (3 * row + column) & 1) << (3 * column + row) }
    }
    return result
  }

  /// The mask whose list of sites, row by row, comes first among the eight images, each shifted to the upper
  /// left corner of the window.
  private static func canonical(_ mask: Int) -> Int {
    guard mask != 0 else { return 0 }
    var first = 0
    for image in [mask, transposed(mask)] {
      for rows in [image, flippedRows(image)] {
        for var shifted in [rows, flippedColumns(rows)] {
          while shifted & 0o007 == 0 { shifted >>= 3 }
          while shifted & 0o111 == 0 { shifted >>= 1 }
          if first == 0 || listsBefore(shifted, first) { first = shifted }
        }
      }
    }
    return first
  }

  /// Of two masks with equally many sites: at the lowest bit where they differ, the first has the site.
  private static func listsBefore(_ a: Int, _ b: Int) -> Bool {
    let difference = a ^ b
    return difference != 0 && a & (1 << difference.trailingZeroBitCount) != 0
  }

  private static func numbered() -> [WindowOrbit] {
    var members = [[Int]](repeating: [], count: 512)
    for mask in 0..<512 { members[canonical(mask)].append(mask) }
    let orbits = members.indices.filter { !members[$0].isEmpty }.map {
      WindowOrbit(index: 0, representative: $0, members: members[$0])
    }
    let sorted = orbits.sorted {
      ($0.spins, $0.extent, $0.representative) < ($1.spins, $1.extent, $1.representative)
    }
    return sorted.enumerated().map {
      WindowOrbit(index: $0, representative: $1.representative, members: $1.members)
    }
  }
}
