/// Sums over samples from which the Monte Carlo renormalization-group matrix between a lattice and its blocks follows:
/// of the lattice sums S′ (blocks) and S (lattice) of every `IsingOperator`, ⟨S′⟩, ⟨S⟩, ⟨S′S′⟩ and ⟨S′S⟩, odd and even
/// operators apart. The matrix is T = ⟨S′S′⟩_c⁻¹ ⟨S′S⟩_c (R. H. Swendsen, Phys. Rev. Lett. 42 (1979) 859).
///
/// All sums are integers, exact up to 2⁵³, so that bins merge to the same bits in whichever grouping: at L = 64 for
/// more than 10⁸ samples.
public struct OperatorSums: TwoLevelSums, Sendable, Codable, Hashable {
  /// How many of `IsingOperator.even` are summed, from the first.
  public let even: Int
  /// How many of `IsingOperator.odd` are summed, from the first.
  public let odd: Int
  /// Number of samples.
  public private(set) var count = 0
  private var evenSums: SectorSums
  private var oddSums: SectorSums

  /// No samples yet.
  ///
  /// - Parameters:
  ///   - even: number of even operators, limited to 0...7.
  ///   - odd: number of odd operators, limited to 0...4.
  public init(even: Int = IsingOperator.even.count, odd: Int = IsingOperator.odd.count) {
    self.even = min(max(even, 0), IsingOperator.even.count)
    self.odd = min(max(odd, 0), IsingOperator.odd.count)
    evenSums = SectorSums(size: self.even)
    oddSums = SectorSums(size: self.odd)
  }

  /// Decodes sums whose arrays fit their operators.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      even: try container.decode(Int.self, forKey: .even), odd: try container.decode(Int.self, forKey: .odd))
    count = try container.decode(Int.self, forKey: .count)
    evenSums = try container.decode(SectorSums.self, forKey: .evenSums)
    oddSums = try container.decode(SectorSums.self, forKey: .oddSums)
    for (sums, n) in [(evenSums, even), (oddSums, odd)] where !sums.fits(n) {
      throw RenormalizationError.badCount(what: "sums of operators", count: sums.coarse.count, expected: n)
    }
  }

  /// Adds a configuration and its blocks.
  public mutating func add(coarse: IsingOperators, fine: IsingOperators) {
    count += 1
    add(coarse: coarse, fine: fine, weight: 1)
  }

  /// Adds a configuration of probability `weight` without counting it.
  mutating func add(coarse: IsingOperators, fine: IsingOperators, weight: Double) {
    let first = IsingOperator.even.count
    withUnsafeBytes(of: coarse.sums) { a in
      withUnsafeBytes(of: fine.sums) { b in
        let (a, b) = (a.assumingMemoryBound(to: Double.self), b.assumingMemoryBound(to: Double.self))
        evenSums.add(
          coarse: UnsafeBufferPointer(rebasing: a[..<even]), fine: UnsafeBufferPointer(rebasing: b[..<even]),
          weight: weight)
        oddSums.add(
          coarse: UnsafeBufferPointer(rebasing: a[first..<first + odd]),
          fine: UnsafeBufferPointer(rebasing: b[first..<first + odd]), weight: weight)
      }
    }
  }

  /// The mean over the samples of a lattice sum of the fine lattice.
  ///
  /// - Throws: `RenormalizationError.notAccumulated`.
  public func fineMean(_ operation: IsingOperator) throws(RenormalizationError) -> Double {
    self[operation.sector].fine[try position(of: operation)] / Double(count)
  }

  /// The mean over the samples of a lattice sum of the coarse lattice.
  ///
  /// - Throws: `RenormalizationError.notAccumulated`.
  public func coarseMean(_ operation: IsingOperator) throws(RenormalizationError) -> Double {
    self[operation.sector].coarse[try position(of: operation)] / Double(count)
  }

  /// Adds all samples of another bin.
  ///
  /// - Throws: `RenormalizationError.differentOperators`.
  public mutating func merge(_ other: OperatorSums) throws(RenormalizationError) {
    self = try combined(other, count + other.count, +)
  }

  /// All samples of several bins of the same operators.
  ///
  /// - Throws: `RenormalizationError.tooFewSamples` for an empty list, `differentOperators`.
  public static func merged(_ bins: [OperatorSums]) throws(RenormalizationError) -> OperatorSums {
    guard var total = bins.first else { throw .tooFewSamples(count: 0, minimum: 1) }
    for bin in bins.dropFirst() { try total.merge(bin) }
    return total
  }

  /// The same samples seen by the first operators of each sector only.
  ///
  /// - Throws: `RenormalizationError.notAccumulated` for more operators than are summed.
  public func selecting(even: Int, odd: Int) throws(RenormalizationError) -> OperatorSums {
    for (asked, summed, all) in [(even, self.even, IsingOperator.even), (odd, self.odd, IsingOperator.odd)]
    where asked > summed {
      throw .notAccumulated(all[min(summed, all.count - 1)].rawValue)
    }
    var result = OperatorSums(even: even, odd: odd)
    result.count = count
    result.evenSums = evenSums.selecting(Array(0..<result.even))
    result.oddSums = oddSums.selecting(Array(0..<result.odd))
    return result
  }

  func removing(_ bin: OperatorSums) throws(RenormalizationError) -> OperatorSums {
    try combined(bin, count - bin.count, -)
  }

  subscript(sector: OperatorSector) -> SectorSums { sector == .odd ? oddSums : evenSums }

  func names(_ sector: OperatorSector) -> [String] {
    switch sector {
    case .even: IsingOperator.even.prefix(even).map(\.rawValue)
    case .odd: IsingOperator.odd.prefix(odd).map(\.rawValue)
    }
  }

  private func combined(
    _ other: OperatorSums, _ count: Int, _ operation: (Double, Double) -> Double
  ) throws(RenormalizationError) -> OperatorSums {
    guard even == other.even, odd == other.odd else { throw .differentOperators }
    var result = self
    result.count = count
    result.evenSums = evenSums.combined(other.evenSums, operation)
    result.oddSums = oddSums.combined(other.oddSums, operation)
    return result
  }

  private func position(of operation: IsingOperator) throws(RenormalizationError) -> Int {
    guard let position = names(operation.sector).firstIndex(of: operation.rawValue) else {
      throw .notAccumulated(operation.rawValue)
    }
    return position
  }
}
