/// What the hidden units of one machine, or of one layer of a network, look like on the visible lattice.
struct UnitMeasures: Codable, Sendable {
  /// Participation ratio of every unit, in sites.
  let participation: [Double]
  /// Centres of every unit, x and y.
  let centres: [[Double]]
  /// Medians over units.
  let medianParticipation: Double
  let radius: Double
  let purity: Double
  let norm: Double
  let share2: Double
  let share3: Double
  /// Mean distance of a centre to its four nearest others.
  let centreDistance: Double
  /// Fraction of units with a participation ratio below 60.
  let localisedFraction: Double
  /// Fraction of units whose norm has gone to nothing.
  let deadFraction: Double
}
