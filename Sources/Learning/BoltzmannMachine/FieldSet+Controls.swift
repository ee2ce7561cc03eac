import Random

extension FieldSet {
  /// Fields of independent normal weights of mean 0: an untrained layer with the standard deviation that training
  /// starts from.
  ///
  /// - Throws: `BoltzmannError` unless there is a unit and the deviation is positive and finite.
  public static func gaussian(
    torus: FieldTorus, units: Int, standardDeviation: Double, random: RandomStream
  ) throws(BoltzmannError) -> FieldSet {
    guard units >= 1 else { throw .setting(name: "the number of units", value: Double(units), allowed: "1 or more") }
    guard standardDeviation > 0, standardDeviation.isFinite else {
      throw .setting(name: "the standard deviation", value: standardDeviation, allowed: "positive")
    }
    var random = random
    let fields = (0..<units * torus.sites).map { _ in standardDeviation * random.normal() }
    return try FieldSet(torus: torus, fields: fields)
  }

  /// Normal weights scaled to the norm that each unit has here: what remains of the measures if only the
  /// strength of the units is kept.
  ///
  /// - Throws: `BoltzmannError` if a weight overflows.
  public func gaussianControl(random: RandomStream) throws(BoltzmannError) -> FieldSet {
    var random = random
    var fields: [Double] = []
    fields.reserveCapacity(values.count)
    for unit in 0..<units {
      let norm = field(unit).reduce(0) { $0 + $1 * $1 }.squareRoot()
      let weights = (0..<torus.sites).map { _ in random.normal() }
      let scale = norm / weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
      fields += weights.map { scale * $0 }
    }
    return try FieldSet(torus: torus, fields: fields)
  }
}
