import Testing

@testable import Random

@Suite("Philox4x32-10")
struct PhiloxTests {
  /// The known answers published with the authors' reference implementation (Random123, kat_vectors).
  @Test("gives the published answers")
  func knownAnswers() {
    let zeros = Philox4x32.block(low: 0, high: 0, key: 0)
    #expect(zeros == (0xe169_c58d_6627_e8d5, 0x9b00_dbd8_bc57_ac4c))
    let ones = Philox4x32.block(low: .max, high: .max, key: .max)
    #expect(ones == (0x41c8_3b0e_408f_276d, 0x6d54_51fd_a20b_c7c6))
    let pi = Philox4x32.block(
      low: 0x85a3_08d3_243f_6a88, high: 0x0370_7344_1319_8a2e, key: 0x299f_31d0_a409_3822)
    #expect(pi == (0x94fd_cceb_d16c_fe09, 0x2412_6ea1_5001_e420))
  }
}
