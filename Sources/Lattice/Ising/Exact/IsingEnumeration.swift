import Elementary

/// The Ising model on the 2 × 2 or 4 × 4 torus by enumeration of its states (at 2 × 2 every pair of
/// neighbours has two bonds).
///
/// State numbers have the spin of row y and column x in bit L y + x; a set bit is s = +1.
public struct IsingEnumeration: Sendable {
  /// Linear size L, 2 or 4.
  public let side: Int
  /// K = J/(k_B T).
  public let coupling: Double
  /// The Boltzmann probability of each of the 2^{L²} states.
  public let probabilities: [Double]
  /// The law of M = Σ s, with χ, V₄ and ⟨|m|⟩.
  public let magnetization: MagnetizationLaw
  /// ln Z.
  public let logPartitionFunction: Double
  /// u = ⟨Σ s (s_right + s_down)⟩/N.
  public let energy: Double
  /// c_p: variance of the number of satisfied bonds, per site.
  public let satisfiedBondVariance: Double

  /// Enumerates all states of side 2 or 4.
  ///
  /// - Throws: `IsingError` for another side and for |K| > 20.
  public init(side: Int, coupling: Double) throws(IsingError) {
    guard side == 2 || side == 4 else { throw .side(side, allowed: "2 or 4 for an enumeration") }
    guard coupling.magnitude <= 20 else { throw .coupling(coupling, allowed: "-20 to 20") }
    self.side = side
    self.coupling = coupling
    let sites = side * side
    let bonds = 2 * sites
    // Relative to the ground state.
    let factors = (0...bonds).map { satisfied in
      Elementary.exp(-2 * coupling.magnitude * Double(coupling < 0 ? satisfied : bonds - satisfied))
    }
    let states = (0..<1 << sites).map { SmallTorus.satisfiedBonds(of: $0, side: side) }
    // The number of states for each pair of satisfied bonds and up spins.
    var spectrum = [[Int]](repeating: [Int](repeating: 0, count: sites + 1), count: bonds + 1)
    for (state, satisfied) in states.enumerated() { spectrum[satisfied][state.nonzeroBitCount] += 1 }
    let shares = zip(spectrum, factors).map { Double($0.reduce(0, +)) * $1 }
    let sum = shares.reduce(0, +)
    let mean = SmallTorus.mean(shares) / sum
    probabilities = states.map { factors[$0] / sum }
    logPartitionFunction = Double(bonds) * coupling.magnitude + Elementary.log(sum)
    energy = (2 * mean - Double(bonds)) / Double(sites)
    satisfiedBondVariance = SmallTorus.variance(shares, mean: mean) / (sum * Double(sites))
    let weights = (0...sites).map { up in
      zip(spectrum, factors).reduce(0.0) { $0 + Double($1.0[up]) * $1.1 }
    }
    magnetization = MagnetizationLaw(side: side, weights: weights)
  }

  /// C/k_B = 4 K² c_p, per site.
  public var specificHeat: Double { 4 * coupling * coupling * satisfiedBondVariance }
  /// χ = ⟨M²⟩/N.
  public var susceptibility: Double { magnetization.susceptibility }
  /// V₄ = ⟨M⁴⟩/⟨M²⟩².
  public var momentRatio: Double { magnetization.momentRatio }
  /// ⟨|M|⟩/N.
  public var absoluteMagnetization: Double { magnetization.absoluteMagnetization }

  /// The lattice of a state number.
  public func lattice(ofState state: Int) -> SpinLattice {
    let row = 1 << side - 1
    return SpinLattice(side: side, words: (0..<side).map { UInt64(state >> (side * $0) & row) })
  }

  /// Σ P(s) f(s, P(s)) over all states s, P being the Boltzmann probability.
  public func average(
    of function: (_ lattice: SpinLattice, _ probability: Double) throws -> Double
  ) rethrows -> Double {
    var sum = CompensatedSum()
    for (state, probability) in probabilities.enumerated() {
      sum.add(probability * (try function(lattice(ofState: state), probability)))
    }
    return sum.value
  }
}
