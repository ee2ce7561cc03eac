import Random

/// An inverse renormalization-group transformation of scalar fields: side L to side 2 L.
///
/// A transposed convolution of stride 2 with periodic padding and weights shared by the symmetry of the
/// square (see `PatchWindow`), optionally with independent Gaussian noise on every fine site. Being
/// convolutional it can be applied to its own output again and again.
///
/// ```swift
/// var field = configuration        // side 32
/// for side in [32, 64, 128, 256] { field = try map.refined(field, side: side, random: &random) }
/// ```
public struct InverseMap: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Codable, CaseIterable {
    case linear
    case reluHomogeneous = "relu-homogeneous"
    case reluBias = "relu-bias"
    case tanhOdd = "tanh-odd"
    /// Any of the others plus noise.
    case stochastic
  }

  /// The deterministic part.
  public enum Mean: Sendable, Hashable, Codable {
    case linear(LinearInverse)
    case network(InverseNetwork)
  }

  public let mean: Mean
  /// Standard deviation σ of the noise; 0 for deterministic maps.
  public let noise: Double

  /// A deterministic linear map.
  public init(_ map: LinearInverse) {
    mean = .linear(map)
    noise = 0
  }

  /// A deterministic network.
  public init(_ network: InverseNetwork) {
    mean = .network(network)
    noise = 0
  }

  /// A map with Gaussian noise (NET-E).
  ///
  /// - Throws: `InverseMapError.setting` for a σ that is negative or not finite.
  public init(mean: Mean, noise: Double) throws(InverseMapError) {
    guard noise >= 0, noise.isFinite else {
      throw .setting(name: "the standard deviation of the noise", value: noise, allowed: "0 or more, finite")
    }
    self.mean = mean
    self.noise = noise
  }

  /// Decodes and checks a map.
  ///
  /// - Throws: `InverseMapError`, or what the decoder throws.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      mean: values.decode(Mean.self, forKey: .mean), noise: values.decode(Double.self, forKey: .noise))
  }

  private enum CodingKeys: String, CodingKey { case mean, noise }

  public var kind: Kind {
    if noise > 0 { return .stochastic }
    switch mean {
    case .linear: return .linear
    case .network(let network):
      switch network.kind {
      case .reluHomogeneous: return .reluHomogeneous
      case .reluBias: return .reluBias
      case .tanhOdd: return .tanhOdd
      }
    }
  }

  public var window: PatchWindow {
    switch mean {
    case .linear(let map): map.window
    case .network(let network): network.window
    }
  }

  /// The field of twice the side.
  ///
  /// - Parameters:
  ///   - field: side² numbers, row-major, periodic.
  ///   - side: any side that the window fits into.
  ///   - random: the noise; untouched by deterministic maps.
  /// - Returns: 4 side² numbers, row-major.
  /// - Throws: `InverseMapError.wrongCount` or `.windowTooLarge`.
  public func refined(
    _ field: [Double], side: Int, random: inout RandomStream
  ) throws(InverseMapError) -> [Double] {
    var fine = try expected(field, side: side)
    if noise > 0 { addNoise(&fine, &random) }
    return fine
  }

  /// The mean of `refined` over the noise.
  ///
  /// - Throws: `InverseMapError.wrongCount` or `.windowTooLarge`.
  public func expected(_ field: [Double], side: Int) throws(InverseMapError) -> [Double] {
    guard side >= 1, field.count == side * side else {
      throw .wrongCount(
        what: "the field of side \(side)", expected: max(side, 0) * max(side, 0), found: field.count)
    }
    try window.requireFit(side: side)
    return RefinementKernel(window: window, function: function).refined(field, side: side)
  }

  /// Mean squared error of the deterministic part, per fine site.
  ///
  /// - Throws: `InverseMapError.noConfigurations` or `.windowTooLarge`.
  public func meanSquaredError(on pairs: FieldPairs) throws(InverseMapError) -> Double {
    guard pairs.count > 0 else { throw .noConfigurations }
    let sites = pairs.side * pairs.side
    var sum = 0.0
    for configuration in 0..<pairs.count {
      let coarse = Array(pairs.coarse[configuration * sites..<(configuration + 1) * sites])
      let fine = try expected(coarse, side: pairs.side)
      for (x, y) in zip(fine, pairs.fine[4 * configuration * sites..<4 * (configuration + 1) * sites]) {
        sum += (x - y) * (x - y)
      }
    }
    return sum / Double(pairs.fineSites)
  }

  /// The map with noise of maximum likelihood: σ² is the mean squared error of the deterministic part.
  ///
  /// - Throws: `InverseMapError.noConfigurations` or `.windowTooLarge`.
  public func withNoise(fittedTo pairs: FieldPairs) throws(InverseMapError) -> InverseMap {
    try InverseMap(mean: mean, noise: meanSquaredError(on: pairs).squareRoot())
  }

  private var function: PatchFunction {
    switch mean {
    case .linear(let map): PatchFunction(map)
    case .network(let network): network.symmetrized
    }
  }

  /// Adds one normal number a site in the order of the sites.
  private func addNoise(_ fine: inout [Double], _ random: inout RandomStream) {
    let width = SIMD8(repeating: noise)
    let count = fine.count
    fine.withUnsafeMutableBytes { bytes in
      var stream = random
      var site = 0
      while site &+ 8 <= count {
        let value = bytes.loadUnaligned(fromByteOffset: 8 &* site, as: SIMD8<Double>.self)
        let sum = value.addingProduct(width, stream.normals())
        bytes.storeBytes(of: sum, toByteOffset: 8 &* site, as: SIMD8<Double>.self)
        site = site &+ 8
      }
      while site < count {
        let value = bytes.load(fromByteOffset: 8 &* site, as: Double.self)
        bytes.storeBytes(
          of: value.addingProduct(noise, stream.normal()), toByteOffset: 8 &* site, as: Double.self)
        site = site &+ 1
      }
      random = stream
    }
  }
}
