/// Sums over samples of one level of blocking and the next, from which the renormalization-group matrix follows,
/// whatever the operators are.
protocol TwoLevelSums: Sendable {
  /// Number of samples.
  var count: Int { get }
  /// The sums of a sector.
  subscript(sector: OperatorSector) -> SectorSums { get }
  /// Names of the operators of a sector, in the order of the sums.
  func names(_ sector: OperatorSector) -> [String]
  /// All samples of several bins of the same operators.
  static func merged(_ bins: [Self]) throws(RenormalizationError) -> Self
  /// What is left without the samples of a bin that was merged before.
  func removing(_ bin: Self) throws(RenormalizationError) -> Self
}
