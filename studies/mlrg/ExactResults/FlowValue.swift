/// f(J) at a coupling J.
struct FlowValue: Codable, Sendable, Hashable {
  let coupling: Double
  let change: Double
}
