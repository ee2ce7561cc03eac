/// A linear inverse transformation without a constant (NET-A): φ = Σ_e K_e φ'_e over the oriented patch.
///
/// It multiplies the mean of every configuration by the same `gain`, so that pairs of sizes all give
/// β/ν = -log₂ gain, and γ/ν = 2 - 2 β/ν exactly.
public struct LinearInverse: Sendable, Hashable, Codable {
  public let window: PatchWindow
  /// One number for each site of the window, in its order.
  public let kernel: [Double]

  /// - Throws: `InverseMapError.wrongCount` or `.notFinite`.
  public init(window: PatchWindow, kernel: [Double]) throws(InverseMapError) {
    try FieldPairs.check(kernel, count: window.count, "the kernel of window \(window)")
    self.window = window
    self.kernel = kernel
  }

  /// Decodes and checks a map.
  ///
  /// - Throws: `InverseMapError`, or what the decoder throws.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      window: values.decode(PatchWindow.self, forKey: .window),
      kernel: values.decode([Double].self, forKey: .kernel))
  }

  private enum CodingKeys: String, CodingKey { case window, kernel }

  /// The factor of the magnetisation in one step, Σ K.
  public var gain: Double { kernel.reduce(0, +) }
}
