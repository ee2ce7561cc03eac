/// Configurations of spins ±1 for a Boltzmann machine, packed one bit a spin.
///
/// Sample s occupies the `stride` = ⌈units / 64⌉ words from word s · stride; bit i % 64 of its word i / 64 is
/// unit i, set for +1. The bits above the last unit are zero, so that equal samples have equal words.
public struct SpinSamples: Sendable, Hashable, Codable {
  /// Spins a sample, at least 1.
  public let units: Int
  /// Number of samples.
  public let count: Int
  /// All samples one after the other, `count` · `stride` words.
  public private(set) var words: [UInt64]

  /// Words a sample.
  public var stride: Int { (units + 63) / 64 }

  /// `count` samples with all spins -1.
  ///
  /// - Throws: `BoltzmannError.setting` unless units ≥ 1 and count ≥ 0.
  public init(units: Int, count: Int) throws(BoltzmannError) {
    guard units >= 1 else { throw .setting(name: "the number of units", value: Double(units), allowed: "1 or more") }
    guard count >= 0 else { throw .setting(name: "the number of samples", value: Double(count), allowed: "0 or more") }
    self.init(units: units, count: count, words: [UInt64](repeating: 0, count: count * ((units + 63) / 64)))
  }

  /// The samples in `words`, ⌈units / 64⌉ of them each.
  ///
  /// - Throws: `BoltzmannError.setting` unless units ≥ 1; `.partialSample` unless the words fill whole samples;
  ///   `.unusedBits` where a bit above the last unit is set.
  public init(units: Int, words: [UInt64]) throws(BoltzmannError) {
    guard units >= 1 else { throw .setting(name: "the number of units", value: Double(units), allowed: "1 or more") }
    let stride = (units + 63) / 64
    guard words.count % stride == 0 else { throw .partialSample(words: words.count, stride: stride) }
    let unused = ~Self.lastMask(units)
    for sample in 0..<words.count / stride where words[sample * stride + stride - 1] & unused != 0 {
      throw .unusedBits(sample: sample, units: units)
    }
    self.init(units: units, count: words.count / stride, words: words)
  }

  /// Samples whose words are known to be right.
  init(units: Int, count: Int, words: [UInt64]) {
    self.units = units
    self.count = count
    self.words = words
  }

  /// Decodes and checks samples.
  ///
  /// - Throws: `BoltzmannError`, or what the decoder throws.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let count = try values.decode(Int.self, forKey: .count)
    try self.init(
      units: values.decode(Int.self, forKey: .units), words: values.decode([UInt64].self, forKey: .words))
    guard count == self.count else {
      throw BoltzmannError.wrongCount(what: "the samples", expected: count, found: self.count)
    }
  }

  private enum CodingKeys: String, CodingKey { case units, count, words }

  /// Whether unit `unit` of sample `sample` is +1.
  public subscript(sample: Int, unit: Int) -> Bool {
    get {
      precondition(unit >= 0 && unit < units, "unit \(unit) of samples of \(units) units")
      return words[sample * stride + unit >> 6] >> UInt64(unit & 63) & 1 == 1
    }
    set {
      precondition(unit >= 0 && unit < units, "unit \(unit) of samples of \(units) units")
      let bit: UInt64 = 1 << UInt64(unit & 63)
      let word = sample * stride + unit >> 6
      words[word] = newValue ? words[word] | bit : words[word] & ~bit
    }
  }

  /// The `stride` words of one sample.
  public func words(of sample: Int) -> ArraySlice<UInt64> { words[sample * stride..<(sample + 1) * stride] }

  /// The samples `range`, in order.
  ///
  /// - Precondition: the range is within 0..<count.
  public func samples(_ range: Range<Int>) -> SpinSamples {
    let part = words[range.lowerBound * stride..<range.upperBound * stride]
    return SpinSamples(units: units, count: range.count, words: Array(part))
  }

  /// These samples followed by `other`.
  ///
  /// - Throws: `BoltzmannError.wrongCount` if the numbers of units differ.
  public func appending(_ other: SpinSamples) throws(BoltzmannError) -> SpinSamples {
    guard other.units == units else {
      throw .wrongCount(what: "the units of the appended samples", expected: units, found: other.units)
    }
    return SpinSamples(units: units, count: count + other.count, words: words + other.words)
  }

  /// The samples with every spin of sample s turned over where `signs(s)` is true: a global spin flip.
  public func flipped(where signs: (Int) -> Bool) -> SpinSamples {
    var result = self
    let last = Self.lastMask(units)
    for sample in 0..<count where signs(sample) {
      let start = sample * stride
      for word in start..<start + stride { result.words[word] = ~words[word] }
      result.words[start + stride - 1] &= last
    }
    return result
  }

  /// The sum of the spins of one sample, between -units and units.
  public func magnetization(of sample: Int) -> Int {
    2 * words(of: sample).reduce(0) { $0 + $1.nonzeroBitCount } - units
  }

  /// The bits of the last word that belong to units.
  static func lastMask(_ units: Int) -> UInt64 {
    units % 64 == 0 ? .max : 1 << UInt64(units % 64) - 1
  }
}
