import Lattice
import Notebook
import Random

/// Exact references, and simulations held against them.
extension SpinGlassIRG {
  /// A simulation whose result is known.
  func reference(
    _ side: Int, betas: [Double], probability: Double? = nil, couplings: String? = nil, sweeps: Int? = nil
  ) -> BatchParameters {
    BatchParameters(
      side: side, betas: betas, sweeps: sweeps ?? p.exact.sweeps, sweepsPerExchange: p.simulation.sweepsPerExchange,
      sweepsPerMeasurement: p.simulation.sweepsPerMeasurement, snapshots: p.simulation.snapshots,
      // These runs are short, so that thermal noise counts; and copies of one sample must share no numbers at all.
      randomSharing: couplings == nil ? .planes : .independent,
      positiveProbability: probability ?? 0.5, gaugeSeed: probability == nil ? p.model.gaugeSeed : 0,
      couplings: couplings,
      measuresMagnetization: probability != nil)
  }

  var twoCubes: Step<[TwoCubeResult]> {
    let steps = p.exact.betas.enumerated().map { index, beta in
      Step<TwoCubeResult>("two-cube-\(index)", parameters: beta) { try TwoCubeResult(beta: beta) }
    }
    return Step("two-cubes", parameters: p.exact.betas, all: steps) { $0 }
  }

  var twoCubeSimulation: Step<TwoCubeSummary> {
    let parameters = reference(2, betas: p.exact.betas)
    let batches = Step<[TwoCubeBatch]>.array(
      "two-cube-simulation", parameters: parameters, count: p.exact.batches
    ) { (_: Int, random: inout RandomStream) in try TwoCubeBatch(parameters, random: random) }
    return Step("two-cube-differences", parameters: "exact", needs: batches) {
      try TwoCubeSummary(parameters.betas, $0)
    }
  }

  /// The same torus by the plain averages that all sizes use.
  var twoCubeAverages: Step<SizeSummary> {
    averages("two-cube", reference(2, betas: p.exact.betas), batches: p.exact.batches)
  }

  var cubeSample: Step<SizeSummary> {
    let betas = p.exact.cubeBetas.isEmpty ? [0.5] : p.exact.cubeBetas.sorted()
    return averages("cube-sample", reference(4, betas: betas, couplings: p.exact.couplings), batches: 1)
  }

  /// ln Z of the sample a step below and above each β and the simulation of the same sample.
  var cubeChecks: Step<CubeChecks> {
    let step = 1e-3
    let betas = p.exact.cubeBetas
    // The printed references are ln Z at 0.499, 0.501 and at 1/1.1 ± 0.001.
    let sums = betas.map { beta in
      [("lower", beta - step), ("upper", beta + step), ("middle", beta)].map { side, shifted in
        partitionFunction("\(beta.significant(6))-\(side)", shifted)
      }
    }
    let exact = Step("cube-partition-functions", parameters: betas, all: sums.flatMap { $0 }) { $0 }
    return Step("cube-checks", parameters: step, needs: exact, cubeSample) { exact, simulated in
      CubeChecks(
        step: step,
        exact: betas.indices.map { k in
          CubeChecks.Exact(
            beta: betas[k], lower: exact[3 * k].logPartitionFunction, upper: exact[3 * k + 1].logPartitionFunction,
            energy: exact[3 * k + 2].energy)
        }, simulated: simulated)
    }
  }

  /// ln Z of the sample by transfer matrix, the first layers in independent tasks.
  private func partitionFunction(_ name: String, _ beta: Double) -> Step<CubePartitionFunction> {
    struct Key: Codable { let couplings: String, beta: Double }
    let couplings = p.exact.couplings
    let parts = Step<[PartialTrace]>.array(
      "cube-trace-\(name)", parameters: Key(couplings: couplings, beta: beta), count: CubeTransferMatrix.taskCount
    ) { (task: Int, _: inout RandomStream) in
      try CubeTransferMatrix(CubicCouplings(hex: couplings, side: 4)).partialTrace(task: task, beta: beta)
    }
    return Step("cube-\(name)", parameters: "sum", needs: parts) { CubePartitionFunction(combining: $0) }
  }

  var references: Step<ReferenceSimulations> {
    Step("reference-simulations", parameters: "both", needs: nishimori, highTemperature) {
      ReferenceSimulations(nishimori: $0, highTemperature: $1)
    }
  }

  /// Block patterns, of 256, whose renormalization violates the majority or the tie rule.
  var majorityCheck: Step<Int> {
    let ties = p.renormalization.ties
    return Step("majority-check", parameters: ties) { try MajorityCheck.violations(ties) }
  }

  /// The Nishimori line is the last temperature of its ladder.
  var nishimori: Step<SizeSummary> {
    let probability = p.exact.nishimoriProbability
    let beta = (try? NishimoriLine.beta(positiveProbability: probability)) ?? 1
    let ladder = [0.55, 0.7, 0.85, 1].map { $0 * beta }
    return averages("nishimori", reference(4, betas: ladder, probability: probability), batches: p.exact.batches)
  }

  var highTemperature: Step<SizeSummary> {
    averages(
      "high-temperature", reference(8, betas: p.exact.highTemperatureBetas), batches: max(1, p.exact.batches / 4))
  }

  /// The three ways to share random numbers, same length of run.
  var sharing: Step<[SharingSummary]> {
    let (size, sweeps) = (p.sharing.size, p.sharing.sweeps)
    let steps = RandomSharing.allCases.map { scheme in
      let parameters = BatchParameters(
        side: size, betas: p.simulation.betas(size), sweeps: sweeps, sweepsPerExchange: p.simulation.sweepsPerExchange,
        sweepsPerMeasurement: p.simulation.sweepsPerMeasurement, snapshots: 1, randomSharing: scheme,
        positiveProbability: p.model.positiveProbability, gaugeSeed: p.model.gaugeSeed, couplings: nil,
        measuresMagnetization: false)
      return Step(
        "sharing-\(scheme.rawValue)-inflation", parameters: "variances",
        needs: simulation("sharing-\(scheme.rawValue)", parameters, batches: p.sharing.batches)
      ) { try SharingSummary(parameters, $0) }
    }
    return Step("sharing", parameters: "schemes", all: steps) { $0 }
  }
}
