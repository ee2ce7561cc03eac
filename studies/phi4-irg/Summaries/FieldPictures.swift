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
  init(
    _ parameters: EnsembleParameters, rule: FieldBlockRule, map: InverseMap, noisy: InverseMap, doublings: Int,
    random: RandomStream
  ) throws {
    var updates = random.child("updates")
    var sampler = try PhiFourSampler(
      side: parameters.size, action: parameters.action, mix: parameters.mix, start: .hot, random: &updates)
    sampler.equilibrate(parameters.equilibration)
    let original = sampler.field
    let blocked = try rule.block(original)
    var noise = random.child("noise")
    func refined(_ field: ScalarField, by map: InverseMap) throws -> ScalarField {
      ScalarField(side: 2 * field.side, values: try map.refined(field.values, side: field.side, random: &noise))
    }
    func enlarged(by map: InverseMap) throws -> ScalarField {
      var field = original
      for _ in 0..<min(doublings, 2) { field = try refined(field, by: map) }
      return field
    }
    let (smooth, rough) = (try enlarged(by: map), try enlarged(by: noisy))
    var directStream = random.child("direct")
    var direct = try PhiFourSampler(side: smooth.side, action: parameters.action, start: .hot, random: &directStream)
    direct.equilibrate(parameters.equilibration)
    panels = [
      Picture(title: "sampled, L = \(original.side)", rows: Self.rows(original)),
      Picture(title: "blocked, L = \(blocked.side)", rows: Self.rows(blocked)),
      Picture(title: "reconstructed, L = \(original.side)", rows: Self.rows(try refined(blocked, by: map))),
      Picture(title: "enlarged, L = \(smooth.side)", rows: Self.rows(smooth)),
      Picture(title: "enlarged with noise, L = \(rough.side)", rows: Self.rows(rough)),
      Picture(title: "direct, L = \(smooth.side)", rows: Self.rows(direct.field)),
    ]
  }

  /// At most 128 × 128 averages over equal squares.
  private static func rows(_ field: ScalarField) -> [[Double]] {
    let width = max(1, field.side / 128)
    let count = field.side / width
    return (0..<count).map { row in
      (0..<count).map { column in
        var sum = 0.0
        for y in row * width..<(row + 1) * width {
          for x in column * width..<(column + 1) * width { sum += field[y, x] }
        }
        return (100 * sum / Double(width * width)).rounded() / 100
      }
    }
  }
}
