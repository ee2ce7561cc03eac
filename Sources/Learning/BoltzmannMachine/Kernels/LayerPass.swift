import Elementary
import Random

/// Means and draws of one layer for any number of samples of the other, 128 samples at a time.
struct LayerPass: ~Copyable {
  /// Samples a chunk; part of the order of random numbers.
  private static let chunk = 128

  private let layer: SignLayer
  private let given: SignBuffer
  private let drawn: SignBuffer
  private let values: FloatBuffer
  private let units: Int

  init(_ layer: consuming SignLayer) {
    units = layer.weights.columns
    given = SignBuffer(units: layer.weights.rows, count: Self.chunk)
    drawn = SignBuffer(units: layer.weights.columns, count: Self.chunk)
    values = FloatBuffer(count: 2 * Self.chunk)
    self.layer = layer
  }

  /// A draw for every sample.
  func draw(_ samples: SpinSamples, _ generator: inout Xoshiro512) -> SpinSamples {
    var words: [UInt64] = []
    words.reserveCapacity(samples.count * ((units + 63) / 64))
    let target = SignLayer.Target(vectors: values.vectors, panelStride: 0)
    for start in stride(from: 0, to: samples.count, by: Self.chunk) {
      let rows = load(samples, start)
      layer.draw(given: rows, into: drawn.rows, means: target, &generator)
      for row in 0..<rows.count { drawn.rows.append(row: row, to: &words) }
    }
    return SpinSamples(units: units, count: samples.count, words: words)
  }

  /// The means of every sample, sample by sample.
  func means(of samples: SpinSamples) -> [Float] { numbers(of: samples) { Elementary.tanh($0) } }

  /// The fields of every sample, sample by sample.
  func fields(of samples: SpinSamples) -> [Float] { numbers(of: samples) { $0 } }

  @inline(__always)
  private func numbers(of samples: SpinSamples, _ map: (SIMD16<Float>) -> SIMD16<Float>) -> [Float] {
    var result = [Float](repeating: 0, count: samples.count * units)
    for start in stride(from: 0, to: samples.count, by: Self.chunk) {
      let rows = load(samples, start)
      for panel in 0..<layer.weights.panels {
        layer.fields(panel, given: rows, to: values.vectors)
        for i in 0..<2 * rows.count { values.vectors[i] = map(values.vectors[i]) }
        let first = PanelMatrix.width * panel
        let width = min(PanelMatrix.width, units - first)
        values.withNumbers { numbers in
          for row in 0..<rows.count {
            for unit in 0..<width {
              result[(start + row) * units + first + unit] = numbers[PanelMatrix.width * row + unit]
            }
          }
        }
      }
    }
    return result
  }

  /// The samples of the chunk that begins at `start`.
  private func load(_ samples: SpinSamples, _ start: Int) -> SignRows {
    let count = min(Self.chunk, samples.count - start)
    let stride = samples.stride
    samples.words.withUnsafeBufferPointer { words in
      guard let base = words.baseAddress else { return }
      for row in 0..<count { given.rows.load(base, stride: stride, sample: start + row, row: row) }
    }
    return given.rows.rows(0..<count)
  }
}
