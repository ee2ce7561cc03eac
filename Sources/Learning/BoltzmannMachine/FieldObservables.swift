/// What a set of configurations on a torus says about its temperature: the bond energy and the magnetisation.
///
/// The temperature T_E is where the exact bond energy e = <s s'> of the L × L torus equals `bondEnergy`; T_m comes
/// from a `FieldThermometer`.
public struct FieldObservables: Sendable, Hashable, Codable {
  /// <s s'> per nearest-neighbour bond, 1 for aligned spins.
  public let bondEnergy: FieldBlockSums
  /// <m²>, m being the mean spin of a sample.
  public let squaredMagnetisation: FieldBlockSums
  /// <|m|>.
  public let absoluteMagnetisation: FieldBlockSums

  /// - Parameters:
  ///   - samples: configurations of the torus.
  ///   - torus: the lattice.
  ///   - blocks: number of blocks of successive samples.
  /// - Throws: `BoltzmannError` for samples of another lattice or fewer of them than blocks.
  public init(_ samples: SpinSamples, on torus: FieldTorus, blocks: Int = 40) throws(BoltzmannError) {
    let sites = Double(torus.sites)
    let energies = try torus.bondSums(of: samples).map { Double($0) / (2 * sites) }
    let means = (0..<samples.count).map { Double(samples.magnetization(of: $0)) / sites }
    bondEnergy = try FieldBlockSums(of: energies, blocks: blocks)
    squaredMagnetisation = try FieldBlockSums(of: means.map { $0 * $0 }, blocks: blocks)
    absoluteMagnetisation = try FieldBlockSums(of: means.map { abs($0) }, blocks: blocks)
  }
}
