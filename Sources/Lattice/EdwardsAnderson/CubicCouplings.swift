/// The couplings J = ±1 of one sample on a periodic cubic lattice.
///
/// Site i = x + L(y + L z); direction 0, 1, 2 = x, y, z. J of (i, d) joins site i to its + neighbour along d. For
/// L = 2 the two neighbours along a direction coincide, but their two bonds are distinct.
///
/// Text form: three groups of hexadecimal digits for x, y and z, separated by spaces. Digit k of a group holds the
/// sites 4k … 4k + 3, the least significant bit first; a set bit is J = -1.
public struct CubicCouplings: Sendable, Hashable {
  /// Linear size L, even.
  public let side: Int
  /// Bits of J = -1: for each direction the sites in increasing order, 64 in a word, unused bits zero.
  private var negative: [UInt64]

  /// The couplings that a function chooses; `isNegative(site, direction)` means J = -1.
  ///
  /// The side must be even, from 2 to 256.
  public init(side: Int, isNegative: (_ site: Int, _ direction: Int) -> Bool) {
    precondition(Self.allows(side: side), "the side of the couplings must be even, from 2 to 256")
    self.side = side
    let sites = side * side * side
    let words = (sites + 63) / 64
    negative = [UInt64](repeating: 0, count: 3 * words)
    for direction in 0..<3 {
      for site in 0..<sites where isNegative(site, direction) {
        negative[direction * words + site >> 6] |= 1 << UInt64(site & 63)
      }
    }
  }

  /// Reads the text form of a sample of the given side.
  ///
  /// - Throws: `CouplingTextError` for a side that is not even and 2 to 256, for another number of groups or digits,
  ///   and for a character that is no hexadecimal digit.
  public init(hex: String, side: Int) throws(CouplingTextError) {
    guard Self.allows(side: side) else { throw .side(side) }
    let groups = hex.split(whereSeparator: \.isWhitespace)
    guard groups.count == 3 else { throw .groups(groups.count) }
    let expected = side * side * side / 4
    var digits: [[Int]] = []
    for (group, direction) in zip(groups, CouplingTextError.Direction.allCases) {
      guard group.count == expected else {
        throw .digits(group.count, direction: direction, side: side, expected: expected)
      }
      var values: [Int] = []
      for (position, character) in group.enumerated() {
        guard character.isASCII, let value = character.hexDigitValue else {
          throw .digit(character, direction: direction, position: position)
        }
        values.append(value)
      }
      digits.append(values)
    }
    self.init(side: side) { site, direction in digits[direction][site >> 2] >> (site & 3) & 1 == 1 }
  }

  /// J of the bond from a site to its + neighbour along a direction: +1 or -1.
  public subscript(site: Int, direction: Int) -> Int {
    let words = negative.count / 3
    return negative[direction * words + site >> 6] >> UInt64(site & 63) & 1 == 1 ? -1 : 1
  }

  /// The text form, in lower case with single spaces.
  public var hex: String {
    let groups = (0..<3).map { direction in
      (0..<side * side * side / 4).map { digit in
        let value = (0..<4).reduce(0) { $0 | (self[4 * digit + $1, direction] < 0 ? 1 << $1 : 0) }
        return String(value, radix: 16)
      }.joined()
    }
    return groups.joined(separator: " ")
  }

  /// The + neighbour of a site along a direction.
  static func neighbor(of site: Int, direction: Int, side: Int) -> Int {
    let stride = [1, side, side * side][direction]
    return site / stride % side == side - 1 ? site - (side - 1) * stride : site + stride
  }

  private static func allows(side: Int) -> Bool { side >= 2 && side <= 256 && side.isMultiple(of: 2) }
}

/// Stored as the side and the text form.
extension CubicCouplings: Codable {
  private enum CodingKeys: String, CodingKey { case side, hex }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let side = try container.decode(Int.self, forKey: .side)
    try self.init(hex: container.decode(String.self, forKey: .hex), side: side)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(side, forKey: .side)
    try container.encode(hex, forKey: .hex)
  }
}
