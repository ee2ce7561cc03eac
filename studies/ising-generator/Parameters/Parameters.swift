import Notebook

/// Every parameter of the study.
struct Parameters: Sendable {
  let monteCarlo: MonteCarloParameters
  let training: TrainingParameters
  let dream: DreamParameters
  let complexity: ComplexityParameters
  let tuned: TunedParameters
  let renormalization: RenormalizationParameters
  let seeded: SeededParameters
  let exact: ExactParameters

  init(_ read: ParameterReader) throws {
    monteCarlo = try read.group("monte_carlo") { try MonteCarloParameters($0) }
    training = try read.group("training") { try TrainingParameters($0) }
    dream = try read.group("dream") { try DreamParameters($0) }
    complexity = try read.group("complexity") { try ComplexityParameters($0) }
    tuned = try read.group("tuned") { try TunedParameters($0) }
    renormalization = try read.group("renormalization") { try RenormalizationParameters($0) }
    seeded = try read.group("seeded") { try SeededParameters($0) }
    exact = try read.group("exact") { try ExactParameters($0) }
    guard monteCarlo.sizes.contains(training.size) else {
      let sizes = monteCarlo.sizes.map(String.init).joined(separator: ", ")
      throw read.invalid("training.size", "is \(training.size); allowed: one of monte_carlo.sizes, \(sizes)")
    }
  }
}

extension ParameterReader {
  /// A linear size that refining one spin can reach.
  ///
  /// - Throws: `ParameterError` for anything but a power of two in the range.
  func powerOfTwo(
    _ key: String, default standard: Int, in range: ClosedRange<Int>, _ meaning: String
  ) throws -> Int {
    let side = try int(key, default: standard, in: range, unit: "sites", meaning)
    try requirePowerOfTwo(side, key, range, "is")
    return side
  }

  /// Linear sizes that refining one spin can reach, ascending and different.
  func powersOfTwo(
    _ key: String, default standard: [Int], each range: ClosedRange<Int>, _ meaning: String
  ) throws -> [Int] {
    let sides = try ints(key, default: standard, each: range, unit: "sites", meaning)
    for side in sides { try requirePowerOfTwo(side, key, range, "contains") }
    guard !sides.isEmpty, zip(sides, sides.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw invalid(key, "is \(sides); allowed: at least one size, in ascending order")
    }
    return sides
  }

  private func requirePowerOfTwo(_ side: Int, _ key: String, _ range: ClosedRange<Int>, _ verb: String) throws {
    guard side.nonzeroBitCount == 1 else {
      let allowed = "a power of two from \(range.lowerBound) to \(range.upperBound)"
      throw invalid(key, "\(verb) \(side); allowed: \(allowed)")
    }
  }
}
