/// How often each neighbourhood of a cell's corner occurs, up to the symmetries, with its fine spin aligned
/// with or opposed to the central coarse spin: all that the ten corner weights depend on.
///
/// A spin flip of the whole neighbourhood, fine spin included, makes the central spin +1. A neighbourhood is
/// then known by how many spins of each of the other nine labels are +1: 4·4·2·4·7·4·4·4·2 = 114688 codes.
public struct CornerCounts: Sendable, Hashable {
  /// Aligned at 2 · code, opposed at 2 · code + 1.
  private(set) var counts: [UInt32]
  /// Fine spins counted, at most 2³² - 1.
  public private(set) var corners: Int

  /// No pairs yet.
  public init() {
    counts = [UInt32](repeating: 0, count: 2 * Self.codeCount)
    corners = 0
  }

  init(counts: [UInt32], corners: Int) {
    self.counts = counts
    self.corners = corners
  }

  /// Adds all corners of one pair.
  ///
  /// - Parameters:
  ///   - coarse: packed coarse configuration of `side`³ spins, in the packing of `CubicInverse`.
  ///   - fine: packed fine configuration of (2 · `side`)³ spins.
  ///   - side: coarse sites along an edge, 1 ... 256.
  public mutating func add(coarse: [UInt64], fine: [UInt64], side: Int) {
    precondition((1...256).contains(side), "a coarse lattice of side \(side) was given; allowed: 1...256")
    CubicBytes.check(coarse, side: side)
    CubicBytes.check(fine, side: 2 * side)
    grow(by: 8 * side * side * side)
    counts.withUnsafeMutableBufferPointer { counts in
      guard let counts = counts.baseAddress else { return }
      CornerCountKernel.add(coarse: coarse, fine: fine, side: side, to: counts)
    }
  }

  /// The fraction of fine spins that are aligned with the coarse spin of their cell; NaN without pairs.
  public var alignedFraction: Double {
    var aligned = 0
    for code in 0..<Self.codeCount { aligned += Int(counts[2 * code]) }
    return Double(aligned) / Double(corners)
  }

  /// The counts of both sets of pairs together.
  public static func + (a: CornerCounts, b: CornerCounts) -> CornerCounts {
    var sum = a
    sum += b
    return sum
  }

  /// Adds the counts of other pairs.
  public static func += (a: inout CornerCounts, b: CornerCounts) {
    a.grow(by: b.corners)
    for index in a.counts.indices { a.counts[index] += b.counts[index] }
  }

  private mutating func grow(by added: Int) {
    corners += added
    precondition(corners <= Int(UInt32.max), "\(corners) corners are too many; allowed: below 2³²")
  }
}

extension CornerCounts {
  /// Number of codes.
  static let codeCount = 114_688

  /// What one spin +1 of each label adds to the code: mixed-radix digits, none for the central spin.
  static let steps: [Int32] = {
    var steps: [Int32] = [0]
    var step: Int32 = 1
    for multiplicity in CornerOrbits.multiplicities.dropFirst() {
      steps.append(step)
      step *= Int32(multiplicity + 1)
    }
    return steps
  }()

  /// The sums of the folded spins of each label, f_o = -m_o, -m_o + 2, …, m_o, that a code stands for.
  static func sums(_ code: Int) -> [Double] {
    zip(steps, CornerOrbits.multiplicities).map { step, multiplicity in
      guard step > 0 else { return 1 }
      return Double(2 * (code / Int(step) % (multiplicity + 1)) - multiplicity)
    }
  }

  /// The neighbourhoods that occur: their orbit sums f, and the fine spins (opposed, aligned) seen with each.
  var patterns: (features: [[Double]], counts: [SIMD2<Double>]) {
    var features: [[Double]] = []
    var seen: [SIMD2<Double>] = []
    for code in 0..<Self.codeCount {
      let (aligned, opposed) = (counts[2 * code], counts[2 * code + 1])
      guard aligned > 0 || opposed > 0 else { continue }
      features.append(Self.sums(code))
      seen.append(SIMD2(Double(opposed), Double(aligned)))
    }
    return (features, seen)
  }
}
