/// Multiply-adds of the matrix products for one model, pass by pass, without activations.
///
/// Counts the arithmetic that the passes here need, so that costs can be compared without a clock.
public struct OperationCount: Sendable, Equatable {
  /// Values of all layers.
  public let forward: Int
  /// First derivatives along one direction of the inputs.
  public let tangent: Int
  /// Second derivatives along that direction.
  public let secondTangent: Int
  /// The adjoint of the outputs, down to the inputs.
  public let backward: Int
  /// The adjoint of the tangent, down to the inputs.
  public let backwardTangent: Int
  /// One outer product for every weight.
  public let weightGradient: Int

  /// The counts of a network of the given shape.
  public init(_ shape: NetworkShape) {
    let first = shape.inputs * shape.width
    let output = shape.width * shape.outputs
    let all = first + (shape.hiddenLayers - 1) * shape.width * shape.width + output
    forward = all
    tangent = all
    secondTangent = all - first
    backward = all
    backwardTangent = all - output
    weightGradient = all
  }
}

extension FlowModel {
  /// Multiply-adds of one model for Σ f² and its gradient, the unit of the sampler's cost.
  public var multiplyAddsOfForce: Int {
    let count = OperationCount(network.shape)
    if kind == .flow { return count.forward + count.backward }
    if inputs == 1 { return count.forward + count.tangent + count.secondTangent }
    return count.forward + count.backward + count.tangent + count.backwardTangent
  }

  /// Multiply-adds of one model for the gradient with respect to the parameters.
  public var multiplyAddsOfParameterGradient: Int {
    let shape = network.shape
    let count = OperationCount(shape)
    let first = shape.inputs * shape.width
    let output = shape.width * shape.outputs
    let simple = count.forward + count.backward - first + count.weightGradient
    if kind == .flow { return simple }
    return simple + count.tangent + count.backwardTangent - first + count.weightGradient - output
  }
}
