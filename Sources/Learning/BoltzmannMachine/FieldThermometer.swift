/// The temperature T_m of a set of configurations: where <m²> of a table of training data equals theirs.
///
/// <m²> falls with temperature; where noise makes the table rise, neighbouring entries are replaced by their mean
/// until it does not. Between entries it is interpolated linearly. On a plateau, as below T ≈ 0.75 where <m²> is 1
/// within its noise, every temperature fits: a reading says how far its answer reaches.
public struct FieldThermometer: Sendable, Hashable, Codable {
  /// An answer of the thermometer.
  public struct Reading: Sendable, Hashable, Codable {
    /// The middle of `lowest` and `highest`.
    public let temperature: Double
    /// The lowest temperature at which the table has this <m²>.
    public let lowest: Double
    /// The highest such temperature; equal to `lowest` off plateaus.
    public let highest: Double
    /// Whether the table reaches this <m²>; otherwise its nearest end is read.
    public let isInside: Bool
  }

  /// Ascending temperatures.
  public let temperatures: [Double]
  /// <m²> at each of them, made non-increasing.
  public let squaredMagnetisations: [Double]

  /// - Throws: `BoltzmannError` unless there are two temperatures or more, each above the one before, and a finite
  ///   <m²> in 0...1 for each.
  public init(temperatures: [Double], squaredMagnetisations: [Double]) throws(BoltzmannError) {
    guard temperatures.count >= 2 else {
      throw .wrongCount(what: "the temperatures of a thermometer", expected: 2, found: temperatures.count)
    }
    guard squaredMagnetisations.count == temperatures.count else {
      throw .wrongCount(
        what: "the <m²> of a thermometer", expected: temperatures.count, found: squaredMagnetisations.count)
    }
    for k in temperatures.indices {
      guard temperatures[k].isFinite, k == 0 || temperatures[k] > temperatures[k - 1] else {
        let allowed = k == 0 ? "finite" : "above \(temperatures[k - 1])"
        throw .setting(name: "temperature \(k) of the thermometer", value: temperatures[k], allowed: allowed)
      }
      guard (0...1).contains(squaredMagnetisations[k]) else {
        throw .setting(name: "<m²> at T = \(temperatures[k])", value: squaredMagnetisations[k], allowed: "0...1")
      }
    }
    self.temperatures = temperatures
    self.squaredMagnetisations = Self.nonIncreasing(squaredMagnetisations)
  }

  /// The temperature at which the table has this <m²>.
  public func reading(squaredMagnetisation: Double) -> Reading {
    let last = temperatures.count - 1
    let (largest, smallest) = (squaredMagnetisations[0], squaredMagnetisations[last])
    let m = min(max(squaredMagnetisation, smallest), largest)
    let lowest = (1...last).first { squaredMagnetisations[$0] <= m }.map { k in
      squaredMagnetisations[0] <= m ? temperatures[0] : temperature(of: m, before: k)
    }
    let highest = (0..<last).last { squaredMagnetisations[$0] >= m }.map { k in
      smallest >= m ? temperatures[last] : temperature(of: m, before: k + 1)
    }
    let (low, high) = (lowest ?? temperatures[last], highest ?? temperatures[0])
    return Reading(
      temperature: (low + high) / 2, lowest: low, highest: high,
      isInside: squaredMagnetisation >= smallest && squaredMagnetisation <= largest)
  }

  /// Where the line from entry k - 1 to entry k, which fall apart around m, has the value m.
  private func temperature(of m: Double, before k: Int) -> Double {
    let (upper, lower) = (squaredMagnetisations[k - 1], squaredMagnetisations[k])
    guard upper > lower else { return temperatures[k] }
    let share = (upper - m) / (upper - lower)
    return temperatures[k - 1] + share * (temperatures[k] - temperatures[k - 1])
  }

  /// The non-increasing sequence nearest in least squares: neighbours that violate the order are pooled.
  private static func nonIncreasing(_ values: [Double]) -> [Double] {
    var pools: [(sum: Double, count: Int)] = []
    for value in values {
      pools.append((value, 1))
      while pools.count >= 2 {
        let (a, b) = (pools[pools.count - 2], pools[pools.count - 1])
        guard b.sum / Double(b.count) > a.sum / Double(a.count) else { break }
        pools.removeLast(2)
        pools.append((a.sum + b.sum, a.count + b.count))
      }
    }
    return pools.flatMap { [Double](repeating: $0.sum / Double($0.count), count: $0.count) }
  }
}
