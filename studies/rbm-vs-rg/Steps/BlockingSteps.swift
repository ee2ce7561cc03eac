import Lattice
import Notebook
import Random
import Renormalization

/// Monte Carlo renormalization and the flow of the coupling.
extension RBMvsRG {
  func flowBins(
    _ name: String, side: Int, coupling: Double, levels: Int, samples: Int, bins: Int, rule: BlockRule,
    localFields: Bool
  ) -> Step<[IsingFlowBin]> {
    struct Key: Codable {
      let side: Int, coupling: Double, levels: Int, samples: Int, rule: BlockRule, clusters: Int, localFields: Bool
    }
    let clusters = p.mcrg.clusters
    let key = Key(
      side: side, coupling: coupling, levels: levels, samples: samples / bins, rule: rule, clusters: clusters,
      localFields: localFields)
    return .array("bins-\(name)", parameters: key, count: bins) { (_: Int, random: inout RandomStream) in
      let settings = try IsingFlowSettings(
        side: key.side, coupling: key.coupling, levels: key.levels, samples: key.samples, tieRule: key.rule,
        sampler: .wolff, updatesPerSample: key.clusters, measuresLocalFields: key.localFields)
      return try IsingFlowBin(settings, random: random)
    }
  }

  /// The other tie rule that is shown beside the study's own.
  var otherRule: BlockRule { p.blocking.ties == .corner ? .coin : .corner }

  var mcrgSummaries: [Step<BlockingSummary>] {
    zip(p.mcrg.sizes, p.mcrg.samples).map { side, samples in
      let levels = max(1, (side / 8).trailingZeroBitCount)
      func bins(_ rule: BlockRule) -> Step<[IsingFlowBin]> {
        flowBins(
          "\(side)-\(rule.rawValue)", side: side, coupling: Self.criticalCoupling, levels: levels, samples: samples,
          bins: p.mcrg.bins, rule: rule, localFields: false)
      }
      let (even, odd) = (p.mcrg.evenOperators, p.mcrg.oddOperators)
      struct Key: Codable { let even: [Int], odd: [Int] }
      return Step(
        "mcrg-\(side)", parameters: Key(even: even, odd: odd), needs: bins(p.blocking.ties), bins(otherRule)
      ) { own, other in try BlockingSummary([own, other], even: even, odd: odd) }
    }
  }

  var couplingFlowSummary: Step<CouplingFlowSummary> {
    let flow = p.flow
    let large = flow.couplings.map { coupling in
      flowBins(
        "flow-\(label(coupling))", side: flow.size, coupling: coupling,
        levels: max(1, (flow.size / 4).trailingZeroBitCount),
        samples: flow.samples, bins: flow.bins, rule: p.blocking.ties, localFields: true)
    }
    let small = flowBins(
      "flow-half", side: flow.size / 2, coupling: Self.criticalCoupling,
      levels: max(1, (flow.size / 8).trailingZeroBitCount), samples: flow.samples, bins: flow.bins,
      rule: p.blocking.ties,
      localFields: false)
    struct Key: Codable { let couplings: [Double], window: [Double] }
    return Step(
      "coupling-flow", parameters: Key(couplings: flow.couplings, window: flow.window), all: large + [small]
    ) { all in
      try CouplingFlowSummary(
        Array(all.dropLast()), half: all[all.count - 1], window: flow.window[0]...flow.window[1],
        critical: Self.criticalCoupling)
    }
  }

  /// Exact tori, blocks by enumeration and Kaufman's energies.
  var exactTorus: Step<ExactTorus> {
    Step("exact-torus", parameters: "4, 8, 16, 32, 64") { try ExactTorus(critical: Self.criticalCoupling) }
  }
}
