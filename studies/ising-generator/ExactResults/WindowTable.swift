import Learning
import Renormalization

/// Everything that is exact about the dream of one set of weights.
struct WindowTable: Codable, Sendable {
  /// Averages at one size of the recursion, from a root that is up.
  struct Level: Codable, Sendable {
    let side: Int
    let magnetization: Double
    let u: Double
    let diagonal: Double
    let distanceTwo: Double
    let plaquette: Double
  }

  /// Moments at a size whose coarse lattices are enumerated; `cp` from L = 4 on.
  struct Small: Codable, Sendable {
    let side: Int
    let chi: Double
    let v4: Double
    let u: Double
    let cp: Double?
    let absm: Double?
  }

  let name: String
  let a: Double
  let b: Double
  let c: Double
  let lambdaH: Double
  let lambdaT: Double
  let secondOdd: Double
  let secondEven: Double
  /// u of the infinite lattice, the fixed point of the even recursion.
  let uInfinite: Double
  let levels: [Level]
  let small: [Small]

  var w0: Double { a + 2 * b + c }
  var w1: Double { a + b }
  var w2: Double { a }
  /// y_h = log₂ λ_h.
  var yH: Double { Exponents.y(lambdaH) }
  /// y_t = log₂ λ_t.
  var yT: Double { Exponents.y(lambdaT) }
  /// γ/ν = 2 y_h − 2.
  var gammaNu: Double { Exponents.gammaNu(lambdaH) }
  /// η = 4 − 2 y_h.
  var eta: Double { 2 - gammaNu }
  /// α/ν = 2 y_t − 2.
  var alphaNu: Double { Exponents.gammaNu(lambdaT) }

  func level(_ side: Int) -> Level? { levels.first { $0.side == side } }
  func small(_ side: Int) -> Small? { small.first { $0.side == side } }
}

extension WindowTable {
  /// The exact table of a net.
  ///
  /// - Parameters:
  ///   - sides: sizes of the recursion, powers of two.
  ///   - enumerated: largest side whose coarse lattices are enumerated, 8 or less; 0 for none.
  init(name: String, _ net: ThreeParameterNet, sides: [Int], enumerated: Int = 8) throws {
    let window = try WindowOperator(conditionalMagnetization: net.conditionalMagnetization)
    let odd = try window.eigenvalues(.odd)
    let even = try window.eigenvalues(.even)
    self.name = name
    (a, b, c) = (net.a, net.b, net.c)
    (lambdaH, lambdaT) = (odd[0].real, even[1].real)
    (secondOdd, secondEven) = (odd[1].real, even[2].real)
    uInfinite = try window.fixedPointAverages().energy
    levels = sides.map { side in
      let averages = window.averages(doublings: side.trailingZeroBitCount)
      return Level(
        side: side, magnetization: averages.magnetization, u: averages.energy, diagonal: averages.diagonal,
        distanceTwo: averages.distanceTwo, plaquette: averages.plaquette)
    }
    small = enumerated == 0 ? [] : try Self.small(net.conditionalMagnetization, largestSide: enumerated)
  }

  /// Moments at L = 2, 4, 8 by enumeration.
  static func small(
    _ conditionalMagnetization: [Double], largestSide: Int = 8, neighbours: FourSpinContext.Side = .near
  ) throws -> [Small] {
    try DreamEnumeration(
      conditionalMagnetization: conditionalMagnetization, largestSide: largestSide, neighbours: neighbours
    ).levels.map { level in
      Small(
        side: level.side, chi: level.susceptibility, v4: level.momentRatio, u: level.energy,
        cp: level.side >= 4 ? level.satisfiedBondVariance : nil, absm: level.absoluteMagnetization)
    }
  }
}
