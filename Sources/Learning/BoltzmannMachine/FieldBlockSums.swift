/// One quantity summed over blocks of successive samples: what a jackknife or a bootstrap over blocks needs.
///
/// `Jackknife(values: [sums.mean], replicates: sums.replicates.map { [$0] })` gives mean and error; several
/// quantities of the same samples and blocks go together as several columns.
public struct FieldBlockSums: Sendable, Hashable, Codable {
  /// The sum over the samples of each block.
  public let sums: [Double]
  /// The number of samples of each block.
  public let samples: [Int]

  /// - Throws: `BoltzmannError` unless there are at least two blocks, as many sums as numbers of samples, and each
  ///   block has a sample.
  public init(sums: [Double], samples: [Int]) throws(BoltzmannError) {
    guard sums.count >= 2 else {
      throw .setting(name: "the number of blocks of samples", value: Double(sums.count), allowed: "2 or more")
    }
    guard sums.count == samples.count else {
      throw .wrongCount(what: "the blocks of samples", expected: sums.count, found: samples.count)
    }
    for count in samples where count < 1 {
      throw .setting(name: "the samples of a block", value: Double(count), allowed: "1 or more")
    }
    self.sums = sums
    self.samples = samples
  }

  /// The numbers of successive samples in `blocks` blocks whose lengths differ by at most one.
  ///
  /// - Throws: `BoltzmannError` unless 2 ≤ blocks ≤ values.
  public init(of values: [Double], blocks: Int) throws(BoltzmannError) {
    let ranges = try Self.ranges(samples: values.count, blocks: blocks)
    try self.init(sums: ranges.map { values[$0].reduce(0, +) }, samples: ranges.map(\.count))
  }

  /// The mean over all samples.
  public var mean: Double { sums.reduce(0, +) / Double(samples.reduce(0, +)) }

  /// The mean without each block in turn.
  public var replicates: [Double] {
    let total = sums.reduce(0, +)
    let count = samples.reduce(0, +)
    return zip(sums, samples).map { (total - $0) / Double(count - $1) }
  }

  /// Block b holds the samples b n / B ..< (b + 1) n / B.
  static func ranges(samples: Int, blocks: Int) throws(BoltzmannError) -> [Range<Int>] {
    guard blocks >= 2 else {
      throw .setting(name: "the number of blocks of samples", value: Double(blocks), allowed: "2 or more")
    }
    guard samples >= blocks else { throw .tooFewSamples(needed: blocks, found: samples) }
    return (0..<blocks).map { $0 * samples / blocks..<($0 + 1) * samples / blocks }
  }
}
