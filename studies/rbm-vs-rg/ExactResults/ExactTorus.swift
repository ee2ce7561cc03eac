/// Exact numbers of small tori and blocks, with the ids they are recorded under.
struct ExactTorus: Codable, Sendable {
  struct Row: Codable, Sendable {
    let id: String
    let symbol: String
    let value: Double
  }

  let rows: [Row]
}
