import Notebook
import Renormalization

/// The renormalization matrices of samples.
struct RenormalizationParameters: Codable, Sendable, Hashable {
  let operators: [Int]

  init(_ read: ParameterReader) throws {
    operators = try read.ints(
      "operators", default: Array(1...36), each: 1...36,
      "products of up to four spins in a 3 × 3 window, by number (the report lists them)")
    for (place, number) in operators.enumerated() where operators[..<place].contains(number) {
      let name = WindowOrbits.all[number].name
      throw read.invalid(
        "operators",
        "contains \(number), \(name), twice, which makes their covariance singular; allowed: different numbers")
    }
    let set = try OperatorSet(orbits: operators)
    guard !set.odd.isEmpty, !set.even.isEmpty else {
      throw read.invalid(
        "operators", "is \(operators); allowed: at least one odd operator (1 is the spin) and one even (2)")
    }
  }

  var set: OperatorSet {
    get throws { try OperatorSet(orbits: operators) }
  }
}
