import Foundation
import Lattice
import Random
import Testing

@Suite("Chains of scalar fields as values")
struct SamplerTests {
  private func chain(_ side: Int, _ mix: UpdateMix, index: Int = 0) throws -> PhiFourSampler {
    var random = RandomStream(seed: 1, name: "sampler", index: index)
    let action = try PhiFourAction(lambda: 0.7, massSquared: -0.9515)
    return try PhiFourSampler(side: side, action: action, mix: mix, start: .hot, random: &random)
  }

  private static let everything = try? UpdateMix(metropolis: 1, overrelaxation: 1, wolff: 1, swendsenWang: 1)

  /// FNV-1a over the bits of the values.
  private func digest(_ field: ScalarField) -> UInt64 {
    field.values.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ $1.bitPattern) &* 0x100_0000_01b3 }
  }

  @Test("a copy goes the same way and leaves the original alone", arguments: [3, 8, 16])
  func values(side: Int) throws {
    var original = try chain(side, #require(Self.everything))
    original.equilibrate(20)
    let before = original.field
    var copy = original
    copy.sweep(10)
    #expect(original.field == before && copy.field != before)
    original.sweep(3)
    original.sweep(7)
    #expect(original.field == copy.field && original.tally == copy.tally)
  }

  /// Pins: the same numbers on every processor, at every instruction set, in every later version.
  @Test(
    "bits after 50 sweeps",
    arguments: [
      (3, 0xfdf7_5306_e852_1971), (8, 0x48cf_a9b0_81aa_666a), (16, 0x715d_8db2_a4ab_9e7e),
      (48, 0x32b5_9963_2415_c638),
    ] as [(Int, UInt64)])
  func pins(side: Int, expected: UInt64) throws {
    var chain = try chain(side, #require(Self.everything))
    chain.equilibrate(30)
    chain.sweep(20)
    #expect(digest(chain.field) == expected, "\(side): 0x\(String(digest(chain.field), radix: 16))")
  }

  @Test("the step goes to an acceptance of one half, then stays", arguments: [2, 8, 16, 64])
  func tuning(side: Int) throws {
    var chain = try chain(side, .recommended(side: side))
    chain.equilibrate(side == 2 ? 20_000 : 1000)
    let step = chain.step
    chain.sweep(side < 16 ? 2000 : 200)
    let metropolis = try #require(chain.tally.metropolisAcceptance)
    let overrelaxation = try #require(chain.tally.overrelaxationAcceptance)
    // The last measurements of the tuning had at least 512 proposals: 5 standard deviations.
    #expect(chain.step == step && abs(metropolis - 0.5) < 0.11)
    if side > 2 { #expect(abs(overrelaxation - 0.91) < 0.03) }
    #expect(step > 1.1 && step < 1.8)
  }

  @Test("starts")
  func starts() throws {
    let action = try PhiFourAction(lambda: 0.5, massSquared: -2)
    var random = RandomStream(seed: 1, name: "starts")
    let cold = try PhiFourSampler(side: 16, action: action, start: .cold, random: &random)
    #expect(cold.field == ScalarField(side: 16, constant: 2))
    let hot = try PhiFourSampler(side: 64, action: action, start: .hot, random: &random).moments
    // Uniform in [−1, 1): variance 1/3 of φ, 4/45 of φ².
    #expect(abs(hot.m) < 4 * (1.0 / 3).squareRoot() / 64)
    #expect(abs(hot.p2 - 1.0 / 3) < 4 * (4.0 / 45).squareRoot() / 64)
    let given = try PhiFourSampler(side: 16, action: action, start: .field(cold.field), random: &random)
    #expect(given.field == cold.field && given.moments == cold.moments)
  }

  @Test("bad input is refused in one line that says what is allowed")
  func badInput() throws {
    func description(_ body: () throws -> Void) -> String {
      do { try body() } catch { return "\(error)" }
      return "accepted"
    }
    let action = try PhiFourAction(lambda: 0.7, massSquared: -1)
    var random = RandomStream(seed: 1, name: "bad input")
    func sampler(_ side: Int, _ start: PhiFourSampler.Start = .cold) -> String {
      description { _ = try PhiFourSampler(side: side, action: action, start: start, random: &random) }
    }
    var broken = ScalarField(side: 4, constant: 1)
    broken[2, 1] = .nan
    let results = [
      (sampler(1), "the side of the lattice is 1, but must be a number from 2 to 32768"),
      (sampler(4, .field(broken)), "the field is nan at row 2, column 1, but must be finite"),
      (sampler(8, .field(broken)), "the field has side 4, but the chain has 8"),
      (description { _ = try PhiFourAction(kappa: -1, lambda: 1, massSquared: 1) },
        "kappa is -1.0, but must be a finite number that is not negative"),
      (description { _ = try PhiFourAction(lambda: -0.1, massSquared: 1) },
        "lambda is -0.1, but must be a finite number that is not negative"),
      (description { _ = try PhiFourAction(lambda: .nan, massSquared: 1) },
        "lambda is nan, but must be a finite number that is not negative"),
      (description { _ = try PhiFourAction(lambda: 1, massSquared: .infinity) },
        "mu^2 is inf, but must be a finite number"),
      (description { _ = try PhiFourAction(lambda: 0, massSquared: 0) },
        "the action has no normalizable weight: lambda is 0.0 and mu^2 is 0.0, but lambda must be positive, "
          + "or 0 with mu^2 > 0"),
      (description { _ = try UpdateMix(metropolis: 0, wolff: 2) },
        "the update mix has no Metropolis pass, but must have at least one: "
          + "the others do not reach every field"),
      (description { _ = try UpdateMix(wolff: -1) },
        "the update mix has a negative number of updates in [1, 0, -1, 0]"),
      (description { _ = try FreeField(side: 0, massSquared: 1) },
        "the side of the lattice is 0, but must be a number from 1 to 32768"),
    ]
    for (message, expected) in results { #expect(message == expected) }
  }

  @Test("fields, actions and mixes survive JSON, and bad ones are refused")
  func coding() throws {
    let field = ScalarField(side: 2, values: [0.1, -1.0 / 3, 2, 1e-300])
    let data = try JSONEncoder().encode(field)
    #expect(try JSONDecoder().decode(ScalarField.self, from: data) == field)
    let action = try PhiFourAction(kappa: 0.3, lambda: 0.7, massSquared: -0.9515)
    let again = try JSONDecoder().decode(PhiFourAction.self, from: JSONEncoder().encode(action))
    #expect(again == action)
    let mix = try JSONDecoder().decode(UpdateMix.self, from: JSONEncoder().encode(UpdateMix.literal))
    #expect(mix == .literal)
    #expect(throws: ScalarFieldError.self) {
      try JSONDecoder().decode(ScalarField.self, from: Data(#"{"side":2,"values":[1,2,3]}"#.utf8))
    }
    #expect(throws: ScalarFieldError.self) {
      let flat = Data(#"{"kappa":1,"lambda":0,"massSquared":0}"#.utf8)
      return try JSONDecoder().decode(PhiFourAction.self, from: flat)
    }
  }
}
