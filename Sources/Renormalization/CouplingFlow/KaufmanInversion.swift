import GSL
import Lattice
import Statistics

/// The coupling K of the nearest-neighbour Ising model on an L × L torus from its bond energy e = ⟨ss′⟩: the inverse
/// of Kaufman's exact e(K, L) = (d ln Z/dK)/(2L²), which rises with K.
///
/// A finite-size thermometer: with the size of the measured lattice it has no finite-size error, but K is the coupling
/// of the nearest-neighbour model of this energy, whatever other couplings the measured system has.
///
/// ```swift
/// let coupling = try KaufmanInversion(side: 16).coupling(bondEnergy: Estimate(0.7165, 0.0004))
/// ```
public struct KaufmanInversion: Sendable, Hashable, Codable {
  /// Linear size L.
  public let side: Int

  /// - Parameter side: L ≥ 2.
  /// - Throws: `CouplingFlowError.ising`.
  public init(side: Int) throws(CouplingFlowError) {
    do throws(IsingError) {
      _ = try KaufmanTorus(side: side, coupling: 0)
    } catch {
      throw .ising(error)
    }
    self.side = side
  }

  /// K, by Brent's method to rounding.
  ///
  /// - Parameter bondEnergy: e, −1 < e < 1 for even L; 0 ≤ e < 1 for odd L, where no antiferromagnet is unfrustrated.
  /// - Throws: `CouplingFlowError.bondEnergy`.
  public func coupling(bondEnergy: Double) throws(CouplingFlowError) -> Double {
    let isEven = side % 2 == 0
    let allowed = isEven ? "between -1 and 1, both excluded" : "from 0 to 1, 1 excluded"
    let refused = CouplingFlowError.bondEnergy(bondEnergy, side: side, allowed: allowed)
    guard bondEnergy < 1, isEven ? bondEnergy > -1 : bondEnergy >= 0 else { throw refused }
    do {
      return try findRoot(in: (isEven ? -20.0 : 0)...20, absoluteTolerance: 1e-16) { coupling in
        try KaufmanTorus(side: side, coupling: coupling).energy / 2 - bondEnergy
      }
    } catch GSLError.noSignChange {
      // Closer to ±1 than the rounding of e.
      throw refused
    } catch {
      throw CouplingFlowError(error)
    }
  }

  /// K with the error of e divided by de/dK = ⟨(Σss′)²⟩_c/(2L²).
  ///
  /// - Parameter bondEnergy: a measured e in the range above.
  /// - Throws: `CouplingFlowError.bondEnergy`.
  public func coupling(bondEnergy: Estimate) throws(CouplingFlowError) -> Estimate {
    let coupling = try coupling(bondEnergy: bondEnergy.value)
    do throws(IsingError) {
      let slope = 2 * (try KaufmanTorus(side: side, coupling: coupling).satisfiedBondVariance)
      return Estimate(
        coupling, bondEnergy.standardError / slope, degreesOfFreedom: bondEnergy.degreesOfFreedom)
    } catch {
      throw .ising(error)
    }
  }
}
