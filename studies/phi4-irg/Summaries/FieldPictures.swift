import Lattice
import Learning
import Random
import Renormalization

/// Configurations to look at, as rows of numbers.
struct FieldPictures: Codable, Sendable {
  struct Picture: Codable, Sendable {
    let title: String
    let rows: [[Double]]
  }

  let panels: [Picture]

  /// A sampled configuration, its blocking, the reconstruction, and enlargements.
  ///
  /// - Throws: `ScalarFieldError`, `RenormalizationError`, `InverseMapError`.
  init(_ parameters: EnsembleParameters, rule: FieldBlockRule, map: InverseMap, doublings: Int, random: RandomStream) throws {
    var updates = random.child("updates")
    var sampler = try PhiFourSampler(
      side: parameters.size, action: parameters.action, mix: parameters.mix, start: .hot, random: &updates)
    sampler.equilibrate(parameters.equilibration)
    let original = sampler.field
    let blocked = try rule.block(original)
    var noise = random.child("noise")
    func refined(_ field: ScalarField) throws -> ScalarField {
      ScalarField(side: 2 * field.side, values: try map.refined(field.values, side: field.side, random: &noise))
    }
    var pictures = [
      Picture(title: "sampled, L = \(original.side)", rows: Self.rows(original)),
      Picture(title: "blocked, L = \(blocked.side)", rows: Self.rows(blocked)),
      Picture(title: "reconstructed, L = \(original.side)", rows: Self.rows(try refined(blocked))),
    ]
    var field = original
    for _ in 0..<min(doublings, 4) {
      field = try refined(field)
      pictures.append(Picture(title: "enlarged, L = \(field.side)", rows: Self.rows(field)))
    }
    panels = Array(pictures.prefix(3) + pictures.dropFirst(3).suffix(3))
  }

  /// At most 128 × 128 averages over equal squares.
  private static func rows(_ field: ScalarField) -> [[Double]] {
    let width = max(1, field.side / 128)
    let count = field.side / width
    return (0..<count).map { row in
      (0..<count).map { column in
        var sum = 0.0
        for y in row * width..<(row + 1) * width { for x in column * width..<(column + 1) * width { sum += field[y, x] } }
        return (100 * sum / Double(width * width)).rounded() / 100
      }
    }
  }
}
