import Learning

extension UnitMeasures {
  /// The measures of the effective fields of one layer. A unit is dead if its norm is below a fifth of the largest:
  /// a penalty leaves such units at the noise of the gradient.
  ///
  /// - Throws: `BoltzmannError`.
  init(_ fields: FieldSet) throws {
    let all = try FieldStatistics(fields, deadBelow: 0)
    let statistics = try FieldStatistics(fields, deadBelow: 0.2 * (all.values(of: \.norm).max() ?? 0))
    participation = statistics.values(of: \.participation)
    centres = statistics.measures.map { [$0.centre.x, $0.centre.y] }
    medianParticipation = statistics.median(of: \.participation) ?? 0
    radius = statistics.median(of: \.radius) ?? 0
    purity = statistics.median(of: \.purity) ?? 0
    norm = statistics.median(of: \.norm) ?? 0
    share2 = statistics.median(of: \.share2) ?? 0
    share3 = statistics.median(of: \.share3) ?? 0
    centreDistance = statistics.neighbourDistance ?? 0
    localisedFraction = statistics.localisedFraction ?? 0
    deadFraction = statistics.deadFraction
  }
}
