/// The arrays of one layer while a tile of the batch passes through the network, each [unit][SIMD vector].
///
/// A hidden layer maps h to z = W h + b and to the next h = s(z). Tangents are derivatives along one
/// direction of the inputs; adjoints are derivatives of one scalar with respect to the quantity they belong
/// to.
enum TileArray: Int, CaseIterable {
  /// h: inputs, activations, outputs.
  case value
  /// s'(z).
  case slope
  /// s''(z).
  case curvature
  /// (z - mean) / deviation of a normalised layer, and 1 / deviation in one row.
  case normalised
  case inverseDeviation
  /// z' and h' of the forward tangent.
  case preTangent
  case tangent
  /// h'' of the second-order jet.
  case secondTangent
  /// Adjoints of h and z of a scalar function of the outputs.
  case adjoint
  case preAdjoint
  /// Adjoints of h and z of the scalar's tangent.
  case secondAdjoint
  case secondPreAdjoint
}
