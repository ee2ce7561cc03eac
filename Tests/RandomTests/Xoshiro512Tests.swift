import Testing

@testable import Random

@Suite("Xoshiro512")
struct Xoshiro512Tests {
  /// The state 1, 2, 3, 4 in every lane; the answers are those of the authors' C code.
  @Test("every lane is xoshiro256++")
  func knownAnswers() {
    func all(_ value: UInt64) -> SIMD8<UInt64> { SIMD8(repeating: value) }
    var generator = Xoshiro512(state: (all(1), all(2), all(3), all(4)))
    let answers: [UInt64] = [
      41_943_041, 58_720_359, 3_588_806_011_781_223, 3_591_011_842_654_386, 9_228_616_714_210_784_205,
      9_973_669_472_204_895_162, 14_011_001_112_246_962_877, 12_406_186_145_184_390_807,
      15_849_039_046_786_891_736, 10_450_023_813_501_588_000,
    ]
    for answer in answers { #expect(generator.next() == all(answer)) }
  }

  @Test("the state is the next 32 words of the stream")
  func seeding() {
    var stream = RandomStream(seed: 1, name: "xoshiro")
    var copy = stream
    let generator = Xoshiro512(&stream)
    let words = (0..<32).map { _ in copy.next() }
    #expect(generator.s0 == SIMD8(words[0..<8]) && generator.s3 == SIMD8(words[24..<32]))
    #expect(stream.next() == copy.next())
  }

  @Test("uniform numbers have mean 1/2 in every lane")
  func uniform() {
    var pulls: [Double] = []
    for index in 0..<20 {
      var stream = RandomStream(seed: 2, name: "xoshiro/uniform", index: index)
      var generator = Xoshiro512(&stream)
      var sum = SIMD8<Double>()
      for _ in 0..<4096 { sum += generator.uniform() - 0.5 }
      for lane in 0..<8 { pulls.append(sum[lane] * (12.0 / 4096).squareRoot()) }
    }
    expectStandardPulls(pulls)
  }
}
