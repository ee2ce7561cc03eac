import Random

/// How closely hidden units follow block spins: for each unit the largest |corr(tanh(w · v), B)| over all L²
/// places of a window of b × b sites, B being the majority of the spins in it.
///
/// Windows of even b tie; a fair coin decides each tie. A unit whose tanh does not vary over the samples has
/// correlation 0. Turning over a field changes nothing. Dead units are not left out here; give
/// `fields.selecting(statistics.living)` to leave them out.
///
/// Cost: about (b values + 1) · samples · sites · units multiply-adds.
public struct FieldCorrelation: Sendable, Hashable, Codable {
  /// The sides b of the windows.
  public let blocks: [Int]
  /// Number of samples.
  public let samples: Int
  /// The largest correlation, 0...1, of each unit for each b: [b][unit].
  public let values: [[Double]]
  /// The upper left site of the window that gives it: [b][unit].
  public let corners: [[Int]]

  /// - Parameters:
  ///   - fields: effective fields; no bias is added.
  ///   - samples: configurations of the visible lattice.
  ///   - blocks: the sides b.
  ///   - random: names the coins; each even b has a stream of its own, from which every sample takes as many words
  ///     as its sites fill, so that adding a b changes no other number.
  /// - Throws: `BoltzmannError` for samples of another lattice or none, or b outside 1...min(L, 11).
  public init(
    _ fields: FieldSet, samples: SpinSamples, blocks: [Int] = [1, 2, 3, 4], random: RandomStream
  ) throws(BoltzmannError) {
    try fields.torus.check(samples)
    guard samples.count >= 2 else { throw .tooFewSamples(needed: 2, found: samples.count) }
    let widest = min(fields.torus.side, FieldWindows.widest)
    for block in blocks where !(1...widest).contains(block) {
      throw .setting(name: "the side of a block", value: Double(block), allowed: "1...\(widest)")
    }
    let kernel = FieldCorrelationKernel(fields, blocks: blocks)
    var sums = FieldCorrelationSums(blocks: blocks, sites: fields.torus.sites, random: random)
    var first = 0
    while first < samples.count {
      kernel.add(samples, first..<min(first + FieldCorrelationKernel.chunk, samples.count), to: &sums)
      first += FieldCorrelationKernel.chunk
    }
    self.blocks = blocks
    self.samples = samples.count
    let best = blocks.indices.map { k in
      (0..<fields.units).map { kernel.largest(unit: $0, block: k, sums, samples: samples.count) }
    }
    values = best.map { $0.map(\.value) }
    corners = best.map { $0.map(\.corner) }
  }

  /// The median over units for each b.
  public var medians: [Double] { values.compactMap { FieldStatistics.median($0) } }
}
