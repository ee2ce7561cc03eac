import GSL

/// A block of three spins a site and five couplings J₀ … J₄: representation A₁ + E.
///
/// The bond matrix between a hidden site (rows) and a visible site (columns) has J₀, J₁ / J₂, J₃ for the
/// first two components and J₄ for the third. How it is carried from bond to bond makes the model:
/// `sameOnAllBonds` (Shen) or `equivariant` (Hou and You). A block that falls apart into independent factors
/// is enumerated factor by factor.
public struct FiveCouplings: Sendable {
  /// The number of couplings.
  public static let count = 5

  /// An independent part of the block and the couplings it has.
  struct Factor: Sendable {
    let couplings: [Int]
    let ensemble: BlockEnsemble
  }

  let factors: [Factor]

  /// The same matrix on every bond of both graphs, as in the program of J. Shen, *Learning Renormalization
  /// Group Flows for Lattices*.
  ///
  /// The third component is a separate A₁ block with coupling J₄; the other two have 256 states.
  public static func sameOnAllBonds() throws(BlockError) -> FiveCouplings {
    // Components 1 and 2 of corner x are spins x and 4 + x; hidden unit a has the fields J_{a1}, J_{a2}.
    func units(_ corners: [Int]) -> [Block.Unit] {
      func row(_ shift: Int) -> [Int] { (0..<8).map { corners.contains($0 - shift) ? 1 : 0 } }
      let none = [Int](repeating: 0, count: 8)
      return [[row(0), row(4), none, none], [none, none, row(0), row(4)]]
    }
    let edges = (0..<4).flatMap { units([$0, ($0 + 1) % 4]) }
    let pair = try Block(spins: 8, couplings: 4, fine: edges, coarse: units([0, 1, 2, 3]))
    return FiveCouplings(factors: [
      Factor(couplings: [0, 1, 2, 3], ensemble: BlockEnsemble(pair)),
      Factor(couplings: [4], ensemble: BlockEnsemble(try Block.square())),
    ])
  }

  /// KL(P_fine(J) ‖ P_coarse(J')) of the twelve visible spins, in nats.
  public func divergence(from j: [Double], to coarse: [Double]) -> Double {
    factors.reduce(0) { sum, factor in
      sum + factor.ensemble.divergence(from: factor.part(j), to: factor.part(coarse))
    }
  }

  /// dKL/dJ', five numbers.
  public func gradient(from j: [Double], to coarse: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: Self.count)
    for factor in factors {
      let part = factor.ensemble.gradient(from: factor.part(j), to: factor.part(coarse))
      for (i, value) in zip(factor.couplings, part) { result[i] = value }
    }
    return result
  }

  /// ∂²KL/∂J'∂J', five rows.
  public func hessian(from j: [Double], to coarse: [Double]) -> [[Double]] {
    assembled { $0.ensemble.hessian(from: $0.part(j), to: $0.part(coarse)) }
  }

  /// Eigenvalues of `hessian`, ascending: all positive at a minimum.
  public func hessianEigenvalues(from j: [Double], to coarse: [Double]) throws -> [Double] {
    try symmetricEigenvalues(hessian(from: j, to: coarse))
  }

  /// dJ'/dJ at a point (J, J') of the flow by implicit differentiation, five rows.
  ///
  /// - Throws: `GSLError.singular` where the Hessian has no inverse.
  public func linearisation(_ j: [Double], image: [Double]) throws -> [[Double]] {
    let curvature = hessian(from: j, to: image)
    let response = assembled { $0.ensemble.response(from: $0.part(j), to: $0.part(image)) }
    var result = response
    for k in 0..<Self.count {
      let column = try solve(curvature, response.map { $0[k] })
      for i in 0..<Self.count { result[i][k] = column[i] }
    }
    return result
  }

  /// Eigenvalues of the linearised flow at a fixed point, by descending modulus.
  public func flowEigenvalues(at j: [Double]) throws -> [(real: Double, imaginary: Double)] {
    try GSL.eigenvalues(linearisation(j, image: j))
  }

  /// The fixed point near `start` by Newton's method on dKL/dJ'(J, J) = 0.
  ///
  /// - Throws: `BlockError.noFixedPoint` after 100 steps, or `GSLError.singular`.
  public func fixedPoint(from start: [Double]) throws -> [Double] {
    var j = start
    for _ in 0..<100 {
      let slope = gradient(from: j, to: j)
      if Self.size(slope) < 1e-14 { return j }
      let curvature = hessian(from: j, to: j)
      let response = assembled { $0.ensemble.response(from: $0.part(j), to: $0.part(j)) }
      let matrix = zip(curvature, response).map { zip($0, $1).map { $0 - $1 } }
      let step = try solve(matrix, slope)
      j = zip(j, step).map { $0 - $1 }
      // Rounding of the sums keeps the gradient from 1e-14 where the couplings are exact already.
      if Self.size(step) < 1e-15 { return j }
    }
    let residual = Self.size(gradient(from: j, to: j))
    guard residual < 1e-12 else { throw BlockError.noFixedPoint(steps: 100, residual: residual) }
    return j
  }

  /// The image of J on the branch that is reached downhill from `start`.
  ///
  /// A symmetry that J and `start` share is kept: a start with J₁ = J₂ = J₃ = 0 stays there.
  public func image(of j: [Double], from start: [Double]) -> [Double] {
    var result = start
    for factor in factors {
      let law = factor.ensemble.projected(factor.ensemble.fineLaw(factor.part(j)))
      let part = factor.ensemble.localMinimum(of: law, from: factor.part(start))
      for (i, value) in zip(factor.couplings, part.couplings) { result[i] = value }
    }
    return result
  }

  /// The lowest minimum of KL over J' that is reached from `starts` points spread over [−1.5, 1.5]⁵; one of
  /// several that differ by signs only.
  public func globalImage(of j: [Double], starts: Int = 40) -> [Double] {
    var result = [Double](repeating: 0, count: Self.count)
    for factor in factors {
      let law = factor.ensemble.projected(factor.ensemble.fineLaw(factor.part(j)))
      let points = (1...starts).map { index in
        factor.couplings.indices.map { 3 * Self.halton(index, base: [2, 3, 5, 7, 11][$0]) - 1.5 }
      }
      let minima = points.map { factor.ensemble.localMinimum(of: law, from: $0) }
      guard let best = minima.min(by: { $0.value < $1.value }) else { continue }
      for (i, value) in zip(factor.couplings, best.couplings) { result[i] = value }
    }
    return result
  }

  private func assembled(_ part: (Factor) -> [[Double]]) -> [[Double]] {
    var result = [[Double]](repeating: [Double](repeating: 0, count: Self.count), count: Self.count)
    for factor in factors {
      for (i, row) in zip(factor.couplings, part(factor)) {
        for (k, value) in zip(factor.couplings, row) { result[i][k] = value }
      }
    }
    return result
  }

  private static func size(_ vector: [Double]) -> Double { vector.reduce(0) { max($0, abs($1)) } }

  /// Radical inverse: a point of the Halton sequence.
  private static func halton(_ index: Int, base: Int) -> Double {
    var (rest, scale, sum) = (index, 1.0, 0.0)
    while rest > 0 {
      scale /= Double(base)
      sum += scale * Double(rest % base)
      rest /= base
    }
    return sum
  }
}

extension FiveCouplings.Factor {
  /// The couplings of this factor among all five.
  func part(_ j: [Double]) -> [Double] { couplings.map { j[$0] } }
}
