import Foundation
import Random
import Testing

@testable import Learning

@Suite struct SpinSamplesTests {
  @Test(arguments: [1, 63, 64, 65, 130])
  func unitsAreBits(units: Int) throws {
    var random = RandomStream(seed: 1, name: "spin-samples", index: units)
    var spins: [[Bool]] = []
    var samples = try SpinSamples(units: units, count: 9)
    for sample in 0..<9 {
      spins.append((0..<units).map { _ in random.uniform() < 0.5 })
      for unit in 0..<units { samples[sample, unit] = spins[sample][unit] }
    }
    #expect(samples.words.count == 9 * ((units + 63) / 64))
    for sample in 0..<9 {
      #expect((0..<units).map { samples[sample, $0] } == spins[sample])
      #expect(samples.magnetization(of: sample) == spins[sample].reduce(0) { $0 + ($1 ? 1 : -1) })
    }
    let flipped = samples.flipped { $0 % 2 == 1 }
    #expect(flipped.magnetization(of: 3) == -samples.magnetization(of: 3))
    #expect(flipped.samples(2..<3) == samples.samples(2..<3))
    #expect(try SpinSamples(units: units, words: flipped.words) == flipped)
    #expect(try samples.samples(0..<4).appending(samples.samples(4..<9)) == samples)
    let coded = try JSONDecoder().decode(SpinSamples.self, from: JSONEncoder().encode(samples))
    #expect(coded == samples)
  }

  @Test func badWordsAreRefused() throws {
    #expect(throws: BoltzmannError.unusedBits(sample: 1, units: 3)) { try SpinSamples(units: 3, words: [7, 8]) }
    #expect(throws: BoltzmannError.partialSample(words: 3, stride: 2)) { try SpinSamples(units: 65, words: [0, 0, 0]) }
    #expect(throws: BoltzmannError.self) { try SpinSamples(units: 0, words: []) }
    let other = try SpinSamples(units: 4, count: 1)
    #expect(throws: BoltzmannError.wrongCount(what: "the units of the appended samples", expected: 3, found: 4)) {
      try SpinSamples(units: 3, count: 1).appending(other)
    }
    let message = BoltzmannError.unusedBits(sample: 1, units: 3).description
    #expect(message == "sample 1 has bits set above its 3 units; allowed: zeros there")
  }
}
