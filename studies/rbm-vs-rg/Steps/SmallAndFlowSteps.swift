import Learning
import Notebook
import Random

/// Enumerated machines, iterated reconstruction, and what the verdicts need.
extension RBMvsRG {
  var smallMachines: Step<SmallMachines> {
    let parameters = p.small
    let all = Step<[SmallMachines]>.array("small-machines", parameters: parameters, count: 1) {
      (_: Int, random: inout RandomStream) in try SmallMachines(parameters, random: random)
    }
    return Step("enumerated-machines", parameters: "first", needs: all) { $0[0] }
  }

  var reconstructions: [Step<[ReconstructionRun]>] {
    let (reconstruction, batch, momentum) = (p.reconstruction, p.machine.batch, p.machine.momentum)
    struct Key: Codable { let reconstruction: ReconstructionParameters, hidden: Int, batch: Int, momentum: Double }
    return reconstruction.hidden.map { hidden in
      .resumable(
        "reconstruction-\(hidden)",
        parameters: Key(reconstruction: reconstruction.only(hidden), hidden: hidden, batch: batch, momentum: momentum),
        count: reconstruction.seeds
      ) { (_: Int, random: RandomStream, checkpoint: Checkpoint) in
        try ReconstructionRun(
          reconstruction, hidden: hidden, batch: batch, momentum: momentum, random: random, checkpoint: checkpoint)
      }
    }
  }

  var verdictValues: Step<VerdictValues> {
    let critical = machineSummaries[nearestToCriticality]
    let mcrg = mcrgSummaries[p.mcrg.sizes.count - 1]
    let rule = p.blocking.ties.rawValue
    return Step(
      "verdicts", parameters: rule, needs: chainFlow, mcrg, couplingFlowSummary, machineSummaries[mapIndex], critical
    ) { chain, blocking, flow, above, critical in
      let step = blocking.steps.first { $0.number == min(2, blocking.steps.count) && $0.rule == rule }
      return VerdictValues(
        chainError: chain.largestError, nu: step?.number == 2 ? (step?.thermal.last?.value).map(\.inverted) : nil,
        matchingNu: flow.curves.first?.nu,
        blockingVerdict: """
          at $K$ = \(above.coupling.significant(4)) units sit \(above.centreDistance) apart (2 in a tiling by blocks), \(above.localised) of \
          them localised; at $K$ = \(critical.coupling.significant(4)) \(critical.centreDistance)
          """,
        gapAtCriticality: abs(critical.coupling - Self.criticalCoupling) < 1e-6 ? critical.overMajority : nil)
    }
  }

  /// The simulated coupling nearest to K_c.
  private var nearestToCriticality: Int {
    p.machine.couplings.indices.min {
      abs(p.machine.couplings[$0] - Self.criticalCoupling) < abs(p.machine.couplings[$1] - Self.criticalCoupling)
    } ?? 0
  }
}

extension ReconstructionParameters {
  /// The same without the list of sizes, so that a change of the list keeps the machines already trained.
  fileprivate func only(_ hidden: Int) -> ReconstructionParameters { ReconstructionParameters(self, hidden: [hidden]) }
}
