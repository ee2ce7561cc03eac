import Lattice
import Random
import Testing

@Suite("Bad input of the cluster algorithms")
struct BadInputTests {
  @Test(
    "is refused in one line that says what is allowed",
    arguments: [
      (7, 0.4, "the side of the lattice is 7, but must be an even number from 2 to 32768"),
      (0, 0.4, "the side of the lattice is 0, but must be an even number from 2 to 32768"),
      (-4, 0.4, "the side of the lattice is -4, but must be an even number from 2 to 32768"),
      (32770, 0.4, "the side of the lattice is 32770, but must be an even number from 2 to 32768"),
      (8, .nan, "the coupling K is nan, but must be a number from -20 to 20"),
      (8, .infinity, "the coupling K is inf, but must be a number from -20 to 20"),
      (8, 20.5, "the coupling K is 20.5, but must be a number from -20 to 20"),
      (8, -21, "the coupling K is -21.0, but must be a number from -20 to 20"),
    ])
  func refused(side: Int, coupling: Double, message: String) {
    var random = RandomStream(seed: 1, name: "bad input")
    func description(_ body: () throws -> Void) -> String {
      do { try body() } catch { return "\(error)" }
      return "accepted"
    }
    let swendsenWang = description { _ = try SwendsenWang(side: side, coupling: coupling, random: &random) }
    let wolff = description { _ = try Wolff(side: side, coupling: coupling, random: &random) }
    #expect(swendsenWang == message && wolff == message)
  }
}
