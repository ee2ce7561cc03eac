import Foundation
import Testing

@testable import Lattice

@Suite("Kaufman's solution on the torus")
struct KaufmanTorusTests {
  /// ln Z/N, u, C/k_B and c_p from Kaufman's products with 70 digits and five-point differences of step
  /// 10⁻¹².
  static let critical: [(side: Int, values: [Double])] = [
    (2, [1.09550665866847042, 1.69705627484771408, 0.403946087945761905, 0.52]),
    (3, [1.00224593343825944, 1.6112463815311583, 0.628736105646494515, 0.809372301632677128]),
    (4, [0.970119716172205217, 1.56562378763831865, 0.78326682592890939, 1.00829977474053695]),
    (8, [0.939715324829205539, 1.49158910743970662, 1.14555923989440857, 1.47467897950054216]),
    (16, [0.932196314980987854, 1.45306485281347715, 1.49870495940002598, 1.92928363993131214]),
    (32, [0.930320390184123846, 1.43365846614624838, 1.84676759003955863, 2.37734483753562946]),
    (64, [0.929851631694289381, 1.42393838983301101, 2.19221139314057055, 2.82203481714658518]),
    (128, [0.929734455770189478, 1.41907627208498539, 2.53633133510860182, 3.26502058966235454]),
    (512, [0.929697839413148337, 1.41542926290500349, 3.22290795449306076, 4.14885101340904002]),
    (1024, [0.92969600860927296, 1.41482141321652515, 3.56586287371729935, 4.59033705156705635]),
  ]
  static let elsewhere: [(side: Int, coupling: Double, values: [Double])] = [
    (64, 0.44, [0.928876357286130676, 1.41612127883042779, 2.22049798162096053, 2.86737859196921553]),
    (64, 0.4406867, [0.929851498542185217, 1.42393733428041364, 2.19221575159606237, 2.82204162541205214]),
    (65, 0.4406869, [0.929847012968476047, 1.42379000714740973, 2.19991471229850159, 2.83194993507218573]),
    (256, 0.441, [0.930149586569515011, 1.42123254624267187, 2.81024577066174786, 3.61249398483881179]),
    (128, 0.1, [0.703231242285832436, 0.203377391097355667, 0.0210223157886543156, 0.525557894716357831]),
    (16, 1.0, [2.00305588987477257, 1.99716020411225113, 0.0233795646865421345, 0.00584489117163553362]),
    (
      16, 0.001, [0.693148180560778643, 0.00200000333333760006, 2.00001000002133351e-6, 0.500002500005333357]
    ),
    (5, 0.3, [0.793683589344786878, 0.772658565376864997, 0.398442591491165018, 1.10678497636434735]),
  ]

  static func values(_ torus: KaufmanTorus) -> [Double] {
    [
      torus.logPartitionFunctionPerSite, torus.energy, torus.specificHeat, torus.satisfiedBondVariance,
    ]
  }

  @Test("At the critical coupling to twelve digits", arguments: critical)
  func atCriticality(side: Int, expected: [Double]) throws {
    let torus = try KaufmanTorus(side: side, coupling: Ising2D.criticalCoupling)
    for (value, reference) in zip(Self.values(torus), expected) {
      #expect(abs(value / reference - 1) < 1e-12, "L = \(side): \(value) against \(reference)")
    }
  }

  @Test("Away from it and very near it to twelve digits", arguments: elsewhere)
  func awayFromCriticality(side: Int, coupling: Double, expected: [Double]) throws {
    let torus = try KaufmanTorus(side: side, coupling: coupling)
    for (value, reference) in zip(Self.values(torus), expected) {
      #expect(
        abs(value / reference - 1) < 1e-12, "L = \(side), K = \(coupling): \(value) against \(reference)")
    }
  }

  @Test("The sum over all states at L = 2 and 4, for either sign of the coupling")
  func enumeration() throws {
    for side in [2, 4] {
      for coupling in [-3, -0.5, -1e-3, 0, 1e-13, 1e-7, 0.01, 0.2, 0.44, 0.4406867935, 0.45, 0.7, 2, 8, 20] {
        let torus = try KaufmanTorus(side: side, coupling: coupling)
        let sum = try IsingEnumeration(side: side, coupling: coupling)
        #expect(abs(torus.logPartitionFunction - sum.logPartitionFunction) < 3e-14 * sum.logPartitionFunction)
        #expect(abs(torus.energy - sum.energy) < 2e-14, "L = \(side), K = \(coupling)")
        #expect(
          abs(torus.satisfiedBondVariance - sum.satisfiedBondVariance) < 2e-14, "L = \(side), K = \(coupling)"
        )
        #expect(abs(torus.specificHeat - sum.specificHeat) < 8e-14 * max(1, coupling * coupling))
      }
    }
  }

  @Test(
    "Energy and specific heat are the derivatives of the free energy through K_c", arguments: [33, 512, 4096])
  func derivatives(side: Int) throws {
    let step = 0.005 / Double(side)
    for offset in [-2.0, -0.3, 0, 1e-7, 0.5] {
      let coupling = Ising2D.criticalCoupling + offset / Double(side)
      let torus = try KaufmanTorus(side: side, coupling: coupling)
      let points = try [-2.0, -1, 1, 2].map { try KaufmanTorus(side: side, coupling: coupling + $0 * step) }
      let energies = points.map(\.energy)
      let slope = (energies[0] - 8 * energies[1] + 8 * energies[2] - energies[3]) / (12 * step)
      // The error of the five-point formula is (hL)⁴ g⁽⁵⁾/30 with scaling functions g whose fifth derivatives
      // are some hundreds, that of rounding 10⁻¹⁵/h.
      #expect(abs(slope - 4 * torus.satisfiedBondVariance) < 1e-7)
      let logs = points.map(\.logPartitionFunctionPerSite)
      let first = (logs[0] - 8 * logs[1] + 8 * logs[2] - logs[3]) / (12 * step)
      #expect(abs(first - torus.energy) < 1e-7 / Double(side) + 1e-15 / step)
    }
  }

  @Test("Nothing jumps where Y4 changes its sign")
  func smoothness() throws {
    let critical = Ising2D.criticalCoupling
    for side in [64, 1024, 4096] {
      let centre = try KaufmanTorus(side: side, coupling: critical)
      for offset in [critical.ulp, 1e-15, 1e-14, 1e-12, 1e-11] {
        let (below, above) = try (
          KaufmanTorus(side: side, coupling: critical - offset),
          KaufmanTorus(side: side, coupling: critical + offset)
        )
        // Terms of second order, (L · offset)², are below 10⁻¹⁴.
        let distance = (critical + offset) - (critical - offset)
        #expect(abs(above.energy - below.energy - 4 * centre.satisfiedBondVariance * distance) < 2e-15)
        #expect(abs((above.energy + below.energy) / 2 - centre.energy) < 2e-15)
        #expect(abs((above.specificHeat + below.specificHeat) / (2 * centre.specificHeat) - 1) < 1e-13)
      }
    }
  }

  @Test("Onsager's energy √2 is approached as 0.62244/L, the heat capacity as 0.494539 ln L")
  func finiteSizeScaling() throws {
    let tori = try [1024, 2048, 4096].map { try KaufmanTorus(side: $0, coupling: Ising2D.criticalCoupling) }
    #expect(abs(4096 * (tori[2].energy - 2.0.squareRoot()) - 0.62244) < 5e-5)
    let slopes = (0..<2).map { (tori[$0 + 1].specificHeat - tori[$0].specificHeat) / log(2) }
    let k = Ising2D.criticalCoupling
    // Two doublings remove the correction of order 1/L; that of order ln L/L² is below 10⁻⁶.
    #expect(abs(2 * slopes[1] - slopes[0] - 8 * k * k / Double.pi) < 1e-6)
  }

  @Test("Sizes and couplings without a solution give one clear line")
  func badInput() throws {
    #expect(throws: IsingError.self) { try KaufmanTorus(side: 1, coupling: 0.4) }
    #expect(throws: IsingError.self) { try KaufmanTorus(side: 5, coupling: -0.4) }
    #expect(throws: IsingError.self) { try KaufmanTorus(side: 4, coupling: .nan) }
    #expect(throws: IsingError.self) { try KaufmanTorus(side: 4, coupling: -.infinity) }
    #expect(throws: IsingError.self) { try IsingEnumeration(side: 3, coupling: 0.4) }
    #expect(throws: IsingError.self) { try IsingEnumeration(side: 4, coupling: .nan) }
    #expect(throws: IsingError.self) { try MagnetizationLaw(side: 10, coupling: 0.4) }
    #expect(throws: IsingError.self) { try MagnetizationLaw(side: 4, coupling: 21) }
  }
}
