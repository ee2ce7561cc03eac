import Foundation
import Testing

@testable import Lattice

@Suite("Couplings of a cubic sample as text")
struct CubicCouplingsTests {
  static let text = "d45aaa15b9e4a815 9333e6b8ecd64478 4f5317a4348f7633"

  @Test("Digit k of a group holds the sites 4k … 4k + 3, least significant bit first")
  func digits() throws {
    let couplings = try CubicCouplings(hex: Self.text, side: 4)
    // x: d = 1101, 4 = 0100; y: 9 = 1001; z: last digit 3 = 0011.
    #expect((0..<8).map { couplings[$0, 0] } == [-1, 1, -1, -1, 1, 1, -1, 1])
    #expect((0..<4).map { couplings[$0, 1] } == [-1, 1, 1, -1])
    #expect((60..<64).map { couplings[$0, 2] } == [-1, -1, 1, 1])
    #expect(couplings.hex == Self.text)
    #expect(CubicCouplings(side: 4) { couplings[$0, $1] < 0 } == couplings)
  }

  @Test("Any even side, and JSON", arguments: [2, 4, 6])
  func sides(side: Int) throws {
    let couplings = CubicCouplings(side: side) { site, direction in (site * site + 5 * direction) % 7 < 3 }
    #expect(try CubicCouplings(hex: couplings.hex.uppercased(), side: side) == couplings)
    let data = try JSONEncoder().encode(couplings)
    #expect(try JSONDecoder().decode(CubicCouplings.self, from: data) == couplings)
  }

  @Test("The + neighbours of the corner (3,3,3) are on the opposite faces")
  func neighbors() {
    #expect((0..<3).map { CubicCouplings.neighbor(of: 63, direction: $0, side: 4) } == [60, 51, 15])
    #expect((0..<3).map { CubicCouplings.neighbor(of: 0, direction: $0, side: 4) } == [1, 4, 16])
  }

  @Test(
    "A bad text gets one line",
    arguments: [
      ("a3 5c", 2, "the couplings have 2 groups of digits, but must have three, for x, y and z, separated by spaces"),
      ("a3 5 91", 2, "the y couplings have 1 hexadecimal digits, but side 2 needs 2"),
      ("a3 5c 9g", 2, "the z couplings have \"g\" as digit 1, but digits are 0-9 and a-f"),
      ("a3 5c 91", 3, "the side of the couplings is 3, but must be an even number from 2 to 256"),
    ])
  func badText(hex: String, side: Int, line: String) {
    let error = #expect(throws: CouplingTextError.self) { try CubicCouplings(hex: hex, side: side) }
    #expect(error?.description == line)
  }
}
