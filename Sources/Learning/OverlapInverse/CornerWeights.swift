/// What ten corner weights must satisfy.
enum CornerWeights {
  /// Bound of Σ multiplicity · |weight|: e^±300 and all partial products of such factors are normal doubles.
  static let largestLogit = 300.0

  static func check(_ weights: [Double]) throws(CornerModelError) {
    guard weights.count == CornerOrbits.labels.count else { throw .weightCount(weights.count) }
    var largest = 0.0
    for (label, w) in weights.enumerated() {
      guard w.isFinite else { throw .notFinite(weight: CornerOrbits.labels[label], value: w) }
      largest += Double(CornerOrbits.multiplicities[label]) * w.magnitude
    }
    guard largest <= largestLogit else { throw .tooLarge(logit: largest) }
  }

  /// Σ multiplicity · weight, what a neighbourhood of +1 gives.
  static func uniformSum(_ weights: [Double]) -> Double {
    zip(CornerOrbits.multiplicities, weights).reduce(0) { $0 + Double($1.0) * $1.1 }
  }
}
