/// Time limits as `sbatch` takes them.
enum SlurmTime {
  /// How long before the end of its time a job is told, in seconds: long enough to save a state anywhere.
  static let warning = 120

  /// Seconds of "minutes", "minutes:seconds", "hours:minutes:seconds", "days-hours", "days-hours:minutes" or
  /// "days-hours:minutes:seconds"; nil for anything else.
  static func seconds(_ text: String) -> Int? {
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    let numbers = parts[parts.count - 1].split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    let values = numbers.compactMap(\.self)
    guard values.count == numbers.count, (1...3).contains(values.count), values.allSatisfy({ 0...1_000_000 ~= $0 })
    else { return nil }
    if parts.count == 2 {
      guard let days = Int(parts[0]), 0...100_000 ~= days else { return nil }
      return zip(values, [3600, 60, 1]).reduce(86400 * days) { $0 + $1.0 * $1.1 }
    }
    return zip(values, values.count == 3 ? [3600, 60, 1] : [60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
