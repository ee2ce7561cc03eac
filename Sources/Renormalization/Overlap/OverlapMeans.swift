/// Averages over thermal fluctuations and disorder of the overlap ρ of two replicas on V = L³ sites.
public struct OverlapMeans: Sendable, Hashable, Codable {
  /// [⟨|q|⟩].
  public var absoluteOverlap: Double
  /// [⟨q²⟩].
  public var overlapSquared: Double
  /// [⟨q⁴⟩].
  public var overlapFourth: Double
  /// [⟨|Σ_x e^{ikx} ρ_x|²⟩]/V², mean of k = 2π/L along the three axes.
  public var structureFactor: Double
  /// Mean of ρ_x ρ_y over the 3 V bonds.
  public var linkOverlap: Double
  /// Energy per spin of one replica; nothing for fields without couplings, such as renormalized overlaps.
  public var energy: Double?

  public init(
    absoluteOverlap: Double, overlapSquared: Double, overlapFourth: Double, structureFactor: Double,
    linkOverlap: Double, energy: Double? = nil
  ) {
    self.absoluteOverlap = absoluteOverlap
    self.overlapSquared = overlapSquared
    self.overlapFourth = overlapFourth
    self.structureFactor = structureFactor
    self.linkOverlap = linkOverlap
    self.energy = energy
  }

  /// U₄ = [⟨q⁴⟩]/[⟨q²⟩]², the ratio of averages.
  public var binder: Double { overlapFourth / (overlapSquared * overlapSquared) }

  /// Sum of the weighted means; the energy is lost where one has none.
  static func sum(_ first: OverlapMeans, _ second: OverlapMeans, times weight: Double = 1) -> OverlapMeans {
    var energy: Double?
    if let a = first.energy, let b = second.energy { energy = a + weight * b }
    return OverlapMeans(
      absoluteOverlap: first.absoluteOverlap + weight * second.absoluteOverlap,
      overlapSquared: first.overlapSquared + weight * second.overlapSquared,
      overlapFourth: first.overlapFourth + weight * second.overlapFourth,
      structureFactor: first.structureFactor + weight * second.structureFactor,
      linkOverlap: first.linkOverlap + weight * second.linkOverlap, energy: energy)
  }

  func scaled(_ factor: Double) -> OverlapMeans {
    OverlapMeans(
      absoluteOverlap: factor * absoluteOverlap, overlapSquared: factor * overlapSquared,
      overlapFourth: factor * overlapFourth, structureFactor: factor * structureFactor,
      linkOverlap: factor * linkOverlap, energy: energy.map { factor * $0 })
  }
}
