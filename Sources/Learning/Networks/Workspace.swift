/// The memory that a network of one shape needs to be evaluated and differentiated, aligned to 64 bytes.
///
/// Made once, handed to every call as `inout`, so that a training loop allocates nothing. Its size does not
/// depend on the batch: batches pass through it in tiles of `maximumColumns` SIMD vectors.
public struct Workspace: ~Copyable {
  let shape: NetworkShape
  let maximumColumns: Int
  /// Number of SIMD vectors from one array of a layer to the next; not a multiple of 4096 bytes, so that
  /// arrays that are used together do not compete for the same lines of the cache.
  let stride: Int
  private let memory: UnsafeMutableRawPointer
  /// Every `TileArray` of every layer.
  let arrays: UnsafeMutablePointer<SIMD8<Double>>
  /// Activations of one tile, one row of padded features for each model.
  let transposed: UnsafeMutablePointer<SIMD8<Double>>
  /// Gradients of the weights, rows padded to whole vectors; two sums, for values and for tangents.
  let weightSums: UnsafeMutablePointer<SIMD8<Double>>
  /// Gradients of biases, gains and shifts, still spread over eight lanes.
  let laneSums: UnsafeMutablePointer<SIMD8<Double>>
  /// As many zeros as the widest layer has units.
  let zeros: UnsafeMutablePointer<Double>
  let weightSumCount: Int
  let laneSumCount: Int

  /// A workspace for networks of the given shape.
  public init(for shape: NetworkShape) { self.init(for: shape, maximumColumns: 4) }

  init(for shape: NetworkShape, maximumColumns: Int) {
    let features = max(shape.inputs, shape.outputs, shape.width)
    let featureVectors = (features + 7) / 8
    let layers = shape.hiddenLayers + 2
    self.shape = shape
    self.maximumColumns = maximumColumns
    stride = features * maximumColumns + 5
    weightSumCount = 2 * (shape.hiddenLayers + 1) * features * featureVectors
    laneSumCount = (shape.hiddenLayers + 1) * 3 * features
    let sizes = [
      TileArray.allCases.count * layers * stride, 8 * maximumColumns * featureVectors, weightSumCount,
      laneSumCount, featureVectors,
    ]
    let total = sizes.reduce(0, +)
    memory = UnsafeMutableRawPointer.allocate(byteCount: 64 * total, alignment: 64)
    arrays = memory.bindMemory(to: SIMD8<Double>.self, capacity: total - featureVectors)
    arrays.initialize(repeating: SIMD8(), count: total - featureVectors)
    transposed = arrays + sizes[0]
    weightSums = transposed + sizes[1]
    laneSums = weightSums + weightSumCount
    let tail = memory + 64 * (total - featureVectors)
    zeros = tail.bindMemory(to: Double.self, capacity: 8 * featureVectors)
    zeros.initialize(repeating: 0, count: 8 * featureVectors)
  }

  deinit { memory.deallocate() }
}
