/// Only the codes that occur are stored, three numbers each: distance from the code before (from -1 for the
/// first), aligned, opposed.
extension CornerCounts: Codable {
  private enum CodingKeys: String, CodingKey { case occurring }

  public func encode(to encoder: any Encoder) throws {
    var occurring: [Int] = []
    var last = -1
    for code in 0..<Self.codeCount {
      let (aligned, opposed) = (counts[2 * code], counts[2 * code + 1])
      guard aligned > 0 || opposed > 0 else { continue }
      occurring.append(contentsOf: [code - last, Int(aligned), Int(opposed)])
      last = code
    }
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(occurring, forKey: .occurring)
  }

  /// - Throws: `DecodingError` for numbers that no counts have.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let occurring = try container.decode([Int].self, forKey: .occurring)
    func corrupted(_ what: String) -> DecodingError {
      DecodingError.dataCorruptedError(forKey: .occurring, in: container, debugDescription: "corner counts: \(what)")
    }
    guard occurring.count % 3 == 0 else { throw corrupted("\(occurring.count) numbers are no triples") }
    var counts = [UInt32](repeating: 0, count: 2 * Self.codeCount)
    var (code, total) = (-1, 0)
    for start in stride(from: 0, to: occurring.count, by: 3) {
      let gap = occurring[start]
      guard gap > 0, gap < Self.codeCount - code else {
        throw corrupted("distance \(gap) after code \(code); allowed: codes below \(Self.codeCount), ascending")
      }
      code += gap
      for outcome in 0..<2 {
        guard let count = UInt32(exactly: occurring[start + 1 + outcome]) else {
          throw corrupted("count \(occurring[start + 1 + outcome]); allowed: 0 to \(UInt32.max)")
        }
        counts[2 * code + outcome] = count
        total += Int(count)
      }
    }
    guard total <= Int(UInt32.max) else { throw corrupted("\(total) corners; allowed: below 2³²") }
    self.init(counts: counts, corners: total)
  }
}
