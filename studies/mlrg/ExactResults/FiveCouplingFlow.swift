import GSL

/// What enumeration says of a five-coupling model: at three copies of A₁, and along the flow that starts on
/// the J₀ axis.
struct FiveCouplingFlow: Codable, Sendable {
  /// An image J' with its divergence.
  struct Image: Codable, Sendable {
    let couplings: [Double]
    let divergence: Double
  }

  /// KL of the two images of (J₀, 0, 0, 0, 0).
  struct Branches: Codable, Sendable {
    let coupling: Double
    let symmetric: Double
    let global: Double
  }

  /// J = J' = (J_c, 0, 0, J_c, J_c) with the KL-optimal J_c.
  let stationary: Image
  /// Largest component of the gradient there.
  let gradient: Double
  /// Ascending.
  let hessian: [Double]
  /// Eigenvalues of dJ'/dJ there, descending.
  let flow: [Double]
  /// Where Newton's method from (0.8, 0, 0, 0.8, 0.8) ends.
  let newton: [Double]
  /// KL and its gradient at a point without any symmetry.
  let check: Image
  let checkGradient: [Double]
  /// The images of (J_c, 0, 0, 0, 0) at the exact J_c of the lattice.
  let symmetric: Image
  let global: Image
  let branches: [Branches]
  let argmin: ArgminFlow

  init(_ model: FiveCouplings) throws {
    func image(_ couplings: [Double], of j: [Double]) -> Image {
      Image(couplings: couplings, divergence: model.divergence(from: j, to: couplings))
    }
    let j = try KLOptimalFlow.fixedPoint().coupling
    let point = [j, 0, 0, j, j]
    stationary = image(point, of: point)
    gradient = model.gradient(from: point, to: point).map(abs).max() ?? 0
    hessian = try symmetricEigenvalues(model.hessian(from: point, to: point))
    flow = try model.flowEigenvalues(at: point).map(\.real).sorted(by: >)
    newton = try model.fixedPoint(from: [0.8, 0, 0, 0.8, 0.8])
    let (from, to) = ([0.7, 0.2, -0.1, 0.5, 0.6], [0.6, 0.1, -0.2, 0.55, 0.4])
    check = image(to, of: from)
    checkGradient = model.gradient(from: from, to: to)
    let axis = [LiebLattice.criticalCoupling, 0, 0, 0, 0]
    symmetric = image(model.image(of: axis, from: axis), of: axis)
    global = image(model.globalImage(of: axis), of: axis)
    branches = (1...20).map { step in
      let start = [0.075 * Double(step), 0, 0, 0, 0]
      return Branches(
        coupling: start[0],
        symmetric: model.divergence(from: start, to: model.image(of: start, from: start)),
        global: model.divergence(from: start, to: model.globalImage(of: start, starts: 12)))
    }
    argmin = try ArgminFlow(model)
  }
}
