/// One of the eight symmetries of the square, acting on unoriented 3 × 3 patches and on the blocks in their
/// centre.
struct SquareSymmetry: Sendable {
  /// Where each bit of a patch goes.
  private let sites: [Int]
  /// Where each quadrant goes.
  private let quadrants: [Int]

  /// The identity comes first.
  static let all = (0..<8).map {
    SquareSymmetry(flipRows: $0 & 1 == 1, flipColumns: $0 & 2 == 2, exchange: $0 & 4 == 4)
  }

  private init(flipRows: Bool, flipColumns: Bool, exchange: Bool) {
    func image(_ y: Int, _ x: Int, last: Int) -> Int {
      let row = flipRows ? last - y : y
      let column = flipColumns ? last - x : x
      return exchange ? (last + 1) * column + row : (last + 1) * row + column
    }
    sites = (0..<9).map { image($0 / 3, $0 % 3, last: 2) }
    quadrants = (0..<4).map { image($0 / 2, $0 % 2, last: 1) }
  }

  func patch(_ patch: Int) -> Int { Self.moved(patch, sites) }
  func outcome(_ outcome: Int) -> Int { Self.moved(outcome, quadrants) }

  private static func moved(_ bits: Int, _ targets: [Int]) -> Int {
    targets.indices.reduce(0) { $0 | (bits >> $1 & 1) << targets[$1] }
  }
}
