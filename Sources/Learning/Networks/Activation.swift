/// The activation function of the hidden layers.
public enum Activation: String, Codable, Sendable, CaseIterable {
  /// max(z, 0), with slope 0 at z = 0.
  case relu
  /// z / (1 + e⁻ᶻ), twice differentiable.
  case silu
  /// tanh z.
  case tanh
}
