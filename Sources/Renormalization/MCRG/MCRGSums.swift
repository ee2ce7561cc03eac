/// Sums over samples from which the Monte Carlo renormalization-group matrix between two levels follows: of
/// per-site averages c′ on the coarse and c on the fine lattice, ⟨c′⟩, ⟨c⟩, ⟨c′c′⟩ and ⟨c′(4c)⟩, where 4 = b²
/// is the ratio of the numbers of sites. Odd and even operators are kept apart, since the symmetry under a
/// global flip makes their mixed averages vanish.
///
/// R. H. Swendsen, Phys. Rev. Lett. 42 (1979) 859. One value holds one bin of samples; the JSON is four flat
/// arrays a sector.
public struct MCRGSums: TwoLevelSums, Sendable, Codable, Hashable {
  /// The operators, in the order of all arrays.
  public let operators: OperatorSet
  /// Number of samples.
  public private(set) var count = 0
  private var odd: SectorSums
  private var even: SectorSums

  private enum CodingKeys: CodingKey { case operators, count, odd, even }

  /// No samples yet.
  public init(operators: OperatorSet = .upToFourSpins) {
    self.operators = operators
    odd = SectorSums(size: operators.odd.count)
    even = SectorSums(size: operators.even.count)
  }

  /// Decodes sums whose arrays fit their operators.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    operators = try container.decode(OperatorSet.self, forKey: .operators)
    count = try container.decode(Int.self, forKey: .count)
    odd = try container.decode(SectorSums.self, forKey: .odd)
    even = try container.decode(SectorSums.self, forKey: .even)
    for sector in OperatorSector.allCases {
      let n = operators[sector].count
      guard self[sector].fits(n) else {
        throw RenormalizationError.badCount(
          what: "\(sector) MCRG sums", count: self[sector].coarse.count, expected: n)
      }
    }
  }

  /// Adds one sample.
  ///
  /// - Parameters:
  ///   - coarse: averages of the coarse configuration, side L/2.
  ///   - fine: averages of the configuration of side L that belongs to it: the one it was blocked from, or the
  ///     one that was generated from it.
  public mutating func add(coarse: WindowAverages, fine: WindowAverages) {
    count += 1
    odd.add(operators.odd, coarse: coarse.values, fine: fine.values)
    even.add(operators.even, coarse: coarse.values, fine: fine.values)
  }

  /// Adds all samples of another bin.
  ///
  /// - Throws: `RenormalizationError.differentOperators`.
  public mutating func merge(_ other: MCRGSums) throws(RenormalizationError) {
    guard operators == other.operators else { throw .differentOperators }
    count += other.count
    odd = odd.combined(other.odd, +)
    even = even.combined(other.even, +)
  }

  /// All samples of several bins of the same operators, added up in their order.
  ///
  /// - Throws: `RenormalizationError.tooFewSamples` for an empty list, `differentOperators`.
  public static func merged(_ bins: [MCRGSums]) throws(RenormalizationError) -> MCRGSums {
    guard var total = bins.first else { throw .tooFewSamples(count: 0, minimum: 1) }
    for bin in bins.dropFirst() { try total.merge(bin) }
    return total
  }

  /// The same samples seen by fewer operators or in another order.
  ///
  /// - Throws: `RenormalizationError.notAccumulated` for an operator that is not among these.
  public func selecting(_ chosen: OperatorSet) throws(RenormalizationError) -> MCRGSums {
    var result = MCRGSums(operators: chosen)
    result.count = count
    result.odd = odd.selecting(try positions(chosen, .odd))
    result.even = even.selecting(try positions(chosen, .even))
    return result
  }

  /// What is left without the samples of a bin that was merged before.
  func removing(_ bin: MCRGSums) throws(RenormalizationError) -> MCRGSums {
    guard operators == bin.operators else { throw .differentOperators }
    var result = self
    result.count -= bin.count
    result.odd = odd.combined(bin.odd, -)
    result.even = even.combined(bin.even, -)
    return result
  }

  subscript(sector: OperatorSector) -> SectorSums { sector == .odd ? odd : even }

  func names(_ sector: OperatorSector) -> [String] { operators.names(sector) }

  private func positions(
    _ chosen: OperatorSet, _ sector: OperatorSector
  ) throws(RenormalizationError) -> [Int] {
    var positions: [Int] = []
    for orbit in chosen[sector] {
      guard let position = operators[sector].firstIndex(of: orbit) else {
        throw .notAccumulated(WindowOrbits.all[orbit].name)
      }
      positions.append(position)
    }
    return positions
  }
}
