import Notebook

/// Generation by iteration of the inverse.
struct GenerationParameters: Codable, Sendable, Hashable {
  let startSize: Int
  let otherStart: Int
  let levels: Int
  let samples: Int
  let netSamples: Int

  init(_ read: ParameterReader) throws {
    startSize = try read.int(
      "start_size", default: 32, in: 2...512, unit: "sites", "size of the configurations that are enlarged")
    otherStart = try read.int("other_start", default: 8, in: 2...512, unit: "sites", "the other, smaller start")
    levels = try read.int("levels", default: 4, in: 1...6, unit: "doublings", "how often they are doubled")
    samples = try read.int(
      "samples", default: 2000, in: 40...10_000_000, unit: "configurations",
      "configurations enlarged by each linear map")
    netSamples = try read.int(
      "net_samples", default: 400, in: 40...10_000_000, unit: "configurations",
      "configurations enlarged by each network")
    guard startSize % 2 == 0 else {
      throw read.invalid("start_size", "is \(startSize); allowed: even sizes, which blocks of 2 × 2 fill")
    }
  }
}
