extension CheckReport {
  /// The counts that `results.json` carries.
  public struct Summary: Codable, Sendable {
    public let counts: [String: Int]
    public let family: Int
    public let tooGood: String?

    /// "412 PASS, 3 TENSION".
    public var sentence: String {
      let parts = Verdict.allCases.compactMap { verdict in
        counts[verdict.rawValue].map { "\($0) \(verdict.rawValue)" }
      }
      return parts.isEmpty ? "no checks" : parts.joined(separator: ", ")
    }
  }

  public var summary: Summary { Summary(counts: counts, family: family, tooGood: tooGood) }
}
