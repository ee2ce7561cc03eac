import Elementary
import Random

/// Hamiltonian Monte Carlo of couplings with the potential U(J) = β Σ_k f_k(J)², all models at once.
///
/// Momenta are normal with variance 1. The leapfrog is a half kick, a drift, then `solveSteps` times a full
/// kick and a drift, then a half kick: `solveSteps` + 1 drifts and `solveSteps` + 2 evaluations of the
/// force. Each model's whole vector is accepted or rejected by its own energy (Duane, Kennedy, Pendleton,
/// Roweth, Phys. Lett. B 195 (1987) 216).
///
/// ```swift
/// var sampler = try HamiltonianMonteCarlo(couplings: start)
/// let accepted = sampler.step(model, beta: 16, random: &stream, workspace: &workspace)
/// ```
public struct HamiltonianMonteCarlo: Sendable {
  public let stepSize: Double
  public let solveSteps: Int
  /// The present couplings of every model; padded lanes are 0.
  public private(set) var couplings: Batch
  /// The trajectory's end; together with its momenta it is integrated in place.
  var proposal: Batch
  var momenta: Batch
  private var gradient: Batch
  private var squaredNorm: Batch
  /// β Σ f² + v²/2 at both ends of the last trajectory.
  private(set) var energyBefore: Batch
  private(set) var energyAfter: Batch

  /// - Throws: `LearningError.negative` for a step size or a number of steps that is negative or not
  ///   finite. A step size of 0 leaves the couplings where they are.
  public init(couplings: Batch, stepSize: Double = 0.001, solveSteps: Int = 32) throws(LearningError) {
    guard stepSize >= 0 && stepSize.isFinite else {
      throw .negative(name: "the step size of the leapfrog", value: stepSize)
    }
    guard solveSteps >= 0 else {
      throw .negative(name: "the number of solve steps", value: Double(solveSteps))
    }
    self.stepSize = stepSize
    self.solveSteps = solveSteps
    self.couplings = couplings
    proposal = couplings
    momenta = Batch(count: couplings.count, components: couplings.components)
    gradient = momenta
    squaredNorm = Batch(count: couplings.count, components: 1)
    energyBefore = squaredNorm
    energyAfter = squaredNorm
  }

  /// One trajectory of every model.
  ///
  /// - Parameters:
  ///   - model: f; its couplings have as many components as the chain's.
  ///   - beta: the inverse temperature β of the potential.
  ///   - random: gives the momenta, component by component and eight models at a time, then one uniform
  ///     number for each model.
  ///   - workspace: scratch memory for this shape of network.
  /// - Returns: the number of accepted models. An energy that is not a number rejects.
  public mutating func step(
    _ model: FlowModel, beta: Double, random: inout RandomStream, workspace: inout Workspace
  ) -> Int {
    for i in couplings.lanes.indices {
      proposal.lanes[i] = couplings.lanes[i]
      momenta.lanes[i] = random.normals()
    }
    leapfrog(model, beta: beta, workspace: &workspace)
    var accepted = 0
    for vector in 0..<couplings.vectors {
      let weight = Elementary.exp(energyBefore.lanes[vector] - energyAfter.lanes[vector])
      var keep = SIMDMask<SIMD8<Int64>>(repeating: false)
      for lane in 0..<min(8, couplings.count - 8 * vector) where weight[lane] > random.uniform() {
        keep[lane] = true
        accepted += 1
      }
      for i in stride(from: vector, to: couplings.lanes.count, by: couplings.vectors) {
        couplings.lanes[i].replace(with: proposal.lanes[i], where: keep)
      }
    }
    return accepted
  }

  /// Integrates `proposal` and `momenta` and records the energies at both ends.
  mutating func leapfrog(_ model: FlowModel, beta: Double, workspace: inout Workspace) {
    updateGradient(model, &workspace)
    for vector in 0..<proposal.vectors { energyBefore.lanes[vector] = energy(vector, beta) }
    kick(0.5 * stepSize * beta)
    for step in 0...solveSteps {
      drift()
      updateGradient(model, &workspace)
      kick((step == solveSteps ? 0.5 : 1) * stepSize * beta)
    }
    for vector in 0..<proposal.vectors { energyAfter.lanes[vector] = energy(vector, beta) }
  }

  private mutating func updateGradient(_ model: FlowModel, _ workspace: inout Workspace) {
    model.gradientOfSquaredNorm(
      proposal, squaredNorm: &squaredNorm, gradient: &gradient, workspace: &workspace)
  }

  private mutating func kick(_ size: Double) {
    for i in momenta.lanes.indices {
      momenta.lanes[i] = momenta.lanes[i].addingProduct(SIMD8(repeating: -size), gradient.lanes[i])
    }
  }

  private mutating func drift() {
    for i in proposal.lanes.indices {
      proposal.lanes[i] = proposal.lanes[i].addingProduct(SIMD8(repeating: stepSize), momenta.lanes[i])
    }
  }

  /// β Σ f² + v²/2 of eight models.
  private func energy(_ vector: Int, _ beta: Double) -> SIMD8<Double> {
    var kinetic = SIMD8<Double>()
    for i in stride(from: vector, to: momenta.lanes.count, by: momenta.vectors) {
      kinetic = kinetic.addingProduct(momenta.lanes[i], momenta.lanes[i])
    }
    return beta * squaredNorm.lanes[vector] + 0.5 * kinetic
  }
}
