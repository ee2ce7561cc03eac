import Elementary

/// The law of the four corner spins of the block by class, for eight couplings at once.
///
/// Classes, with the number of states: |M| = 4 (2), |M| = 2 (8), M = 0 with equal neighbours (4), M = 0 alternating
/// (2). Only |M| enters a divergence of the A₁ model, so a law of classes replaces samples without loss.
struct ClassLaw: Sendable {
  /// |M| = 4.
  var aligned: SIMD8<Double>
  /// |M| = 2.
  var oneFlipped: SIMD8<Double>
  var adjacentPairs: SIMD8<Double>
  var alternating: SIMD8<Double>

  /// Fair coins.
  static let uniform = ClassLaw(
    aligned: SIMD8(repeating: 0.125), oneFlipped: SIMD8(repeating: 0.5), adjacentPairs: SIMD8(repeating: 0.25),
    alternating: SIMD8(repeating: 0.125))

  /// The law of the fine block itself, P ∝ Π_e 2cosh(J(v_e + v_{e+1})): weights c², 1, 1, c⁻² with c = cosh 2J.
  static func equilibrium(_ j: SIMD8<Double>) -> ClassLaw {
    // Divided by c², so that a large J cannot overflow: 1/c = 2x / (1 + x²) with x = e^{-2|J|}.
    let x = Elementary.exp(-2 * magnitude(j))
    let inverse = 2 * x / (1 + x * x)
    let a = inverse * inverse
    let total = 2 + 12 * a + 2 * a * a
    return ClassLaw(
      aligned: 2 / total, oneFlipped: 8 * a / total, adjacentPairs: 4 * a / total, alternating: 2 * a * a / total)
  }

  /// The law after `sweeps` block-Gibbs sweeps of the fine block (hidden given visible, then visible given
  /// hidden) from fair coins.
  static func afterSweeps(_ sweeps: Int, _ j: SIMD8<Double>) -> ClassLaw {
    let step = HalfSweep(j)
    var law = uniform
    // The square of edge spins is the square of corner spins turned by 45°, so both half sweeps are the same map.
    for _ in 0..<(2 * sweeps) { law = step.apply(law) }
    return law
  }

  /// The law of |M| after any positive number of sweeps of the coarse block: given its one hidden spin h, the
  /// corners are independent with mean h·tanh J', so one sweep forgets where it started.
  static func coarse(_ j: SIMD8<Double>) -> ClassLaw {
    let p = Elementary.sigmoid(2 * j)
    let q = 1 - p
    let pq = p * q
    return ClassLaw(
      aligned: p * p * p * p + q * q * q * q, oneFlipped: 4 * pq * (p * p + q * q), adjacentPairs: 4 * pq * pq,
      alternating: 2 * pq * pq)
  }
}

/// One half sweep on the square: each spin of one sublattice given its two neighbours of the other, by class.
///
/// A spin between two equal neighbours takes their sign with probability s = 1/(1 + e^{-4J}), between two different
/// ones with 1/2.
private struct HalfSweep {
  private let fromAligned: ClassLaw
  private let fromOneFlipped: ClassLaw
  private let fromAdjacent: ClassLaw
  private let fromAlternating = ClassLaw.uniform

  init(_ j: SIMD8<Double>) {
    let s = Elementary.sigmoid(4 * j)
    let t = 1 - s
    let st = s * t
    let same = s * s + t * t
    fromAligned = ClassLaw(
      aligned: s * s * s * s + t * t * t * t, oneFlipped: 4 * st * same, adjacentPairs: 4 * st * st,
      alternating: 2 * st * st)
    // Two neighbouring coins, then two neighbouring spins that follow s.
    fromOneFlipped = ClassLaw(
      aligned: 0.25 * same, oneFlipped: SIMD8(repeating: 0.5), adjacentPairs: SIMD8(repeating: 0.25),
      alternating: 0.5 * st)
    // The two followers are opposite corners and follow opposite signs; the two between them are coins.
    fromAdjacent = ClassLaw(
      aligned: 0.5 * st, oneFlipped: SIMD8(repeating: 0.5), adjacentPairs: 0.5 * same, alternating: 0.5 * st)
  }

  func apply(_ law: ClassLaw) -> ClassLaw {
    fromAligned.scaled(by: law.aligned).adding(fromOneFlipped, law.oneFlipped)
      .adding(fromAdjacent, law.adjacentPairs).adding(fromAlternating, law.alternating)
  }
}

extension ClassLaw {
  @inline(__always)
  fileprivate func scaled(by p: SIMD8<Double>) -> ClassLaw {
    ClassLaw(
      aligned: aligned * p, oneFlipped: oneFlipped * p, adjacentPairs: adjacentPairs * p,
      alternating: alternating * p)
  }

  @inline(__always)
  fileprivate func adding(_ other: ClassLaw, _ p: SIMD8<Double>) -> ClassLaw {
    ClassLaw(
      aligned: aligned.addingProduct(other.aligned, p), oneFlipped: oneFlipped.addingProduct(other.oneFlipped, p),
      adjacentPairs: adjacentPairs.addingProduct(other.adjacentPairs, p),
      alternating: alternating.addingProduct(other.alternating, p))
  }
}

private func magnitude(_ x: SIMD8<Double>) -> SIMD8<Double> {
  x.replacing(with: -x, where: x .< 0)
}
