import Foundation

/// The Boltzmann averages of the 2 × 2 torus (doubled bonds) or the 4 × 4 torus by enumeration of all
/// states.
struct EnumeratedTorus {
  /// u = Σ ss′ / N over the 2N bonds.
  let energy: Double
  /// χ = ⟨M²⟩/N.
  let susceptibility: Double

  init(side: Int, coupling: Double) {
    let sites = side * side
    var (z, sumE, sumM) = (0.0, 0.0, 0.0)
    for state in 0..<1 << sites {
      func spin(_ y: Int, _ x: Int) -> Int { 2 * (state >> (y % side * side + x % side) & 1) - 1 }
      var bonds = 0
      var magnetization = 0
      for y in 0..<side {
        for x in 0..<side {
          bonds += spin(y, x) * (spin(y, x + 1) + spin(y + 1, x))
          magnetization += spin(y, x)
        }
      }
      let weight = exp(coupling * Double(bonds))
      z += weight
      sumE += weight * Double(bonds)
      sumM += weight * Double(magnetization * magnetization)
    }
    energy = sumE / z / Double(sites)
    susceptibility = sumM / z / Double(sites)
  }
}
