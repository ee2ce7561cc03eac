import Elementary
import Lattice
import Random

/// The 4 × 4 torus blocked to 2 × 2, exactly: averages over all 65536 states and, for rules with coins, over all of
/// their outcomes.
///
/// On the 2 × 2 torus every bond is summed twice, as `IsingOperators` does.
public struct BlockEnumeration: Sendable, Hashable, Codable {
  /// K of the 4 × 4 torus.
  public let coupling: Double
  /// The block rule.
  public let rule: BlockRule
  /// The probability that the spins of a block add up to zero.
  public let tieProbability: Double
  /// ⟨BB′⟩ of horizontal neighbours; of vertical ones it is the same.
  public let nearest: Double
  /// ⟨BB′⟩ of blocks along a diagonal.
  public let diagonal: Double
  /// ⟨BBBB⟩.
  public let plaquette: Double
  /// ⟨sB⟩ of the top-left spin of a block and the block spin.
  public let ownSpin: Double
  /// T₁₁ = ⟨S′S⟩_c/⟨S′S′⟩_c of the nearest-neighbour operator alone.
  public let thermalElement: Double
  /// T₁₁ of the magnetization alone.
  public let magneticElement: Double

  /// - Parameters:
  ///   - coupling: K, −20...20.
  ///   - rule: how blocks become spins.
  /// - Throws: `CouplingFlowError`: `ising` for another coupling, `renormalization` where the blocks do not fluctuate.
  public init(coupling: Double, rule: BlockRule) throws(CouplingFlowError) {
    do {
      let torus = try IsingEnumeration(side: 4, coupling: coupling)
      let squares = try (0..<16).map { try IsingOperators(Outcomes.lattice($0)) }
      var sums = OperatorSums(even: 1, odd: 1)
      var (ties, own) = (0.0, 0.0)
      var means = SIMD16<Double>()
      for (state, probability) in torus.probabilities.enumerated() {
        let lattice = torus.lattice(ofState: state)
        let fine = try IsingOperators(lattice)
        let outcomes = try Outcomes(lattice, rule)
        ties += probability * Double(outcomes.ties.nonzeroBitCount) / 4
        let weight = probability / Double(outcomes.blocks.count)
        for blocks in outcomes.blocks {
          sums.add(coarse: squares[blocks], fine: fine, weight: weight)
          means += weight * squares[blocks].sums
          own += weight * Double(4 - 2 * (blocks ^ outcomes.corners).nonzeroBitCount) / 4
        }
      }
      self.coupling = coupling
      self.rule = rule
      (tieProbability, ownSpin) = (ties, own)
      (nearest, diagonal, plaquette) = (means[0] / 8, means[1] / 8, means[2] / 4)
      thermalElement = try Self.element(sums, .even)
      magneticElement = try Self.element(sums, .odd)
    } catch {
      throw CouplingFlowError(error)
    }
  }

  /// The weights of the states add up to 1: one sample. The mean of odd operators is zero by symmetry, except where the
  /// rule breaks it.
  private static func element(
    _ sums: OperatorSums, _ sector: OperatorSector
  ) throws(RenormalizationError) -> Double {
    let covariance = try OperatorCovariance(
      sums[sector], count: 1, sector: sector, names: sums.names(sector), connected: true)
    return covariance.matrix(scaled: covariance.scaledMatrix)[0][0]
  }
}

/// What the four blocks of a 4 × 4 lattice can become, bit 2 · row + column of a number.
private struct Outcomes {
  /// Blocks whose spins add up to zero.
  let ties: Int
  /// The top-left spins.
  let corners: Int
  /// Equally likely block spins.
  let blocks: [Int]

  init(_ fine: SpinLattice, _ rule: BlockRule) throws(RenormalizationError) {
    // These rules draw no numbers.
    var unused = RandomStream(seed: 0, name: "block-enumeration")
    func blocked(_ rule: BlockRule) throws(RenormalizationError) -> Int {
      let words = try rule.block(fine, random: &unused).coarse.words
      return Int(words[0] | words[1] << 2)
    }
    let up = try blocked(.down)
    let tied = try blocked(.up) ^ up
    ties = tied
    corners = try blocked(.decimation)
    switch rule {
    case .coin: blocks = (0..<16).filter { $0 & ~tied == 0 }.map { up | $0 }
    case .sharedCoin: blocks = [up, up | tied]
    case .up: blocks = [up | tied]
    case .down: blocks = [up]
    case .corner: blocks = [up | tied & corners]
    case .decimation: blocks = [corners]
    }
  }

  static func lattice(_ blocks: Int) -> SpinLattice {
    SpinLattice(side: 2, words: [UInt64(blocks & 3), UInt64(blocks >> 2)])
  }
}
