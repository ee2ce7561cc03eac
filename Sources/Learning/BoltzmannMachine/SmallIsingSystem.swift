import Elementary
import GSL

/// The Ising model on a ring or a torus of a few sites: its exact law, and machines whose visible units have it.
///
/// Sites of a torus are numbered L y + x. Weights are rows, one for each visible unit, and may be of any size; a ring
/// of two sites has two bonds between them, and so has every pair of neighbours on a torus of side 2.
public enum SmallIsingSystem {
  /// Two sites and the interaction between them.
  public typealias Bond = (Int, Int)

  /// The bonds of a ring, site i with i + 1.
  public static func ringBonds(sites: Int) -> [Bond] { (0..<sites).map { ($0, ($0 + 1) % sites) } }

  /// The bonds of an L × L torus: for every site that to the right and that downwards.
  public static func torusBonds(side: Int) -> [Bond] {
    (0..<side * side).flatMap { site -> [Bond] in
      let (y, x) = (site / side, site % side)
      return [(site, y * side + (x + 1) % side), (site, (y + 1) % side * side + x)]
    }
  }

  /// The law exp(K Σ s s′)/Z on a ring of 2...20 sites.
  ///
  /// - Throws: `EnumeratedMachineError.setting`.
  public static func ringLaw(sites: Int, coupling: Double) throws(EnumeratedMachineError) -> EnumeratedLaw {
    try check("the number of sites of an enumerated ring", sites, 2...EnumeratedMachine.largestLayer)
    return try law(sites: sites, bonds: ringBonds(sites: sites), coupling: coupling)
  }

  /// The law exp(K Σ s s′)/Z on an L × L torus, L = 2...4.
  ///
  /// - Throws: `EnumeratedMachineError.setting`.
  public static func torusLaw(side: Int, coupling: Double) throws(EnumeratedMachineError) -> EnumeratedLaw {
    try check("the side of an enumerated torus", side, 2...4)
    return try law(sites: side * side, bonds: torusBonds(side: side), coupling: coupling)
  }

  /// The machine with one hidden unit for each bond of the L × L torus, whose visible law is the Ising model exactly.
  ///
  /// w = ½ arcosh e^{2|K|} to both ends of the bond, of opposite signs where K < 0: 2 cosh(w (s ± s′)) = 2 e^{|K|}
  /// e^{K s s′}, so that ln Z = ln Z_Ising + (number of bonds) (ln 2 + |K|).
  ///
  /// - Returns: L² rows of 2 L² weights.
  /// - Throws: `EnumeratedMachineError.setting`.
  public static func bondWeights(side: Int, coupling: Double) throws(EnumeratedMachineError) -> [[Double]] {
    try check("the side of a torus", side, 2...128)
    try check(coupling: coupling)
    // arcosh e^y = y + ln(1 + √(1 - e^{-2y})), and 1 - e^{-2y} = 2 tanh y / (1 + tanh y).
    let y = 2 * coupling.magnitude
    let t = Elementary.tanh(y)
    let weight = 0.5 * (y + Elementary.log(1 + (2 * t / (1 + t)).squareRoot()))
    let bonds = torusBonds(side: side)
    var rows = [[Double]](repeating: [Double](repeating: 0, count: bonds.count), count: side * side)
    for (k, bond) in bonds.enumerated() {
      rows[bond.0][k] += weight
      rows[bond.1][k] += coupling < 0 ? -weight : weight
    }
    return rows
  }

  /// The machine W_ii = W_{i+1,i} = K: a ring of 2 N spins at K, visible and hidden in turn. Its visible law is the
  /// ring of N sites at K′ = ½ ln cosh 2K, the decimation of the larger ring.
  ///
  /// - Returns: N rows of N weights.
  /// - Throws: `EnumeratedMachineError.setting`.
  public static func chainWeights(sites: Int, coupling: Double) throws(EnumeratedMachineError) -> [[Double]] {
    try check("the number of sites of a chain", sites, 2...4096)
    try check(coupling: coupling)
    var rows = [[Double]](repeating: [Double](repeating: 0, count: sites), count: sites)
    for i in 0..<sites {
      rows[i][i] += coupling
      rows[(i + 1) % sites][i] += coupling
    }
    return rows
  }

  /// The machine whose hidden units copy one sublattice of the checkerboard, N_h = N_v/2: unit j has the weight
  /// `copy` to the j-th site with x + y even and K to that site's neighbours. Its visible law tends to the Ising model
  /// at K for copy → ∞.
  ///
  /// - Returns: L² rows of L²/2 weights.
  /// - Throws: `EnumeratedMachineError.setting`; L must be even.
  public static func checkerboardWeights(
    side: Int, coupling: Double, copy: Double
  ) throws(EnumeratedMachineError) -> [[Double]] {
    try check("the side of a torus", side, 2...128)
    guard side % 2 == 0 else {
      throw .setting(name: "the side of a checkerboard", value: Double(side), allowed: "even numbers")
    }
    try check(coupling: coupling)
    guard copy.magnitude <= 1000 else {
      throw .setting(name: "the copy weight", value: copy, allowed: "-1000 to 1000")
    }
    let even = (0..<side * side).filter { ($0 / side + $0 % side) % 2 == 0 }
    var rows = [[Double]](repeating: [Double](repeating: 0, count: even.count), count: side * side)
    for (j, site) in even.enumerated() { rows[site][j] = copy }
    var numbers = [Int](repeating: -1, count: side * side)
    for (j, site) in even.enumerated() { numbers[site] = j }
    for (a, b) in torusBonds(side: side) {
      if numbers[a] >= 0 { rows[b][numbers[a]] += coupling } else { rows[a][numbers[b]] += coupling }
    }
    return rows
  }

  /// The coupling of the ring of `sites` sites whose neighbours have this correlation: the K ≥ 0 of
  /// (t + t^{N-1})/(1 + t^N) = ⟨ss′⟩ with t = tanh K.
  ///
  /// - Returns: `nil` unless 0 ≤ ⟨ss′⟩ < 1 and there are two sites or more.
  public static func ringCoupling(neighbourCorrelation: Double, sites: Int) -> Double? {
    guard sites >= 2, neighbourCorrelation >= 0, neighbourCorrelation < 1 else { return nil }
    func correlation(_ t: Double) -> Double {
      let power = (0..<sites - 2).reduce(1.0) { product, _ in product * t }
      return t * (1 + power) / (1 + power * t * t)
    }
    let root = try? findRoot(in: 0...1, absoluteTolerance: 1e-16) { correlation($0) - neighbourCorrelation }
    return root.map { 0.5 * Elementary.log((1 + $0) / (1 - $0)) }
  }

  private static func law(
    sites: Int, bonds: [Bond], coupling: Double
  ) throws(EnumeratedMachineError) -> EnumeratedLaw {
    try check(coupling: coupling)
    // Relative to the ground state: e^{-2|K|} for each bond against the sign of K, or for K < 0 along it.
    let factors = (0...bonds.count).map { Elementary.exp(-2 * coupling.magnitude * Double($0)) }
    let weights = (0..<1 << sites).map { state in
      let broken = bonds.reduce(0) { $0 + (state >> $1.0 ^ state >> $1.1) & 1 }
      return factors[coupling < 0 ? bonds.count - broken : broken]
    }
    return try EnumeratedLaw(units: sites, weights: weights)
  }

  private static func check(
    _ name: String, _ value: Int, _ allowed: ClosedRange<Int>
  ) throws(EnumeratedMachineError) {
    guard allowed.contains(value) else {
      throw .setting(
        name: name, value: Double(value), allowed: "\(allowed.lowerBound) to \(allowed.upperBound)")
    }
  }

  private static func check(coupling: Double) throws(EnumeratedMachineError) {
    guard coupling.magnitude <= 5 else {
      throw .setting(name: "the coupling of a small Ising system", value: coupling, allowed: "-5 to 5")
    }
  }
}
