import Notebook

/// The net that dreams, and how much it dreams.
struct DreamParameters: Codable, Sendable, Hashable {
  let a: Double
  let b: Double
  let c: Double
  let root: Dream.Root
  let side: Int
  let samples: Int
  let otherSamples: Int
  let largeSide: Int
  let largeSamples: Int
  let pictureSide: Int
  let blocks: Int

  init(_ read: ParameterReader) throws {
    let published = PublishedSet.largest
    a = try read.double("a", default: published.a, in: -50...50, "corner weight of the 3 × 3 kernel")
    b = try read.double("b", default: published.b, in: -50...50, "edge weight of the 3 × 3 kernel")
    c = try read.double("c", default: published.c, in: -50...50, "centre weight of the 3 × 3 kernel")
    root = try read.choice("root", default: .alternating, "the spin that a dream starts from")
    side = try read.powerOfTwo("side", default: 128, in: 16...16_384, "largest size of the ensembles of dreams")
    samples = try read.int(
      "samples", default: 400_000, in: 40...100_000_000, unit: "dreams",
      "dreams of the weights a, b, c and of the trained net")
    otherSamples = try read.int(
      "other_samples", default: 100_000, in: 40...100_000_000, unit: "dreams", "dreams of every other net")
    largeSide = try read.powerOfTwo("large_side", default: 512, in: 16...16_384, "size of a few large dreams")
    largeSamples = try read.int(
      "large_samples", default: 10_000, in: 40...10_000_000, unit: "dreams", "number of large dreams")
    pictureSide = try read.powerOfTwo("picture_side", default: 4096, in: 64...16_384, "size of the dream that is drawn")
    blocks = try read.int(
      "blocks", default: 40, in: 20...10_000, unit: "blocks", "blocks of dreams; errors come from a jackknife over them"
    )
    for (key, count) in [("samples", samples), ("other_samples", otherSamples), ("large_samples", largeSamples)]
    where count < 2 * blocks {
      throw read.invalid(key, "is \(count); allowed: at least two for each of the \(blocks) blocks")
    }
  }

  /// The published set that the weights are, if they are one.
  var published: PublishedSet? { PublishedSet.all.first { ($0.a, $0.b, $0.c) == (a, b, c) } }

  /// The name of the weights in identifiers.
  var label: String { published?.name ?? "weights" }
}
