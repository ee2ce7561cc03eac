import Notebook

/// The exactly solvable cases.
struct ExactParameters: Codable, Sendable, Hashable {
  let freeSide: Int
  let freeMassSquared: Double

  init(_ read: ParameterReader) throws {
    freeSide = try read.int("free_side", default: 8, in: 2...256, unit: "sites", "side of the free field")
    freeMassSquared = try read.double(
      "free_mass_squared", default: 0.5, in: 1e-6...1e3, "μ² of the free field (λ = 0)")
  }
}
