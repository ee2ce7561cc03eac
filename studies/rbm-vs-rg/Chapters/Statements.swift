import Notebook
import Statistics

/// What the claims and negative results amount to as numbers with a predicate.
extension RBMvsRG {
  func recordMachines(_ machines: [MachineSummary], on page: Page) {
    func machine(_ coupling: Double) -> MachineSummary? { machines.first { abs($0.coupling - coupling) < 1e-6 } }
    func array(_ id: String, _ symbol: String, _ couplings: [Double], _ value: (MachineSummary) -> Double?) {
      let values = couplings.compactMap { machine($0).flatMap(value) }
      guard values.count == couplings.count else { return }
      page.quantity("statements/\(id)", json: .array(values.map { .double($0) }), symbol: symbol, listed: false)
    }
    let critical = Self.criticalCoupling
    array("agrees-above-critical", "K'_h − K'_maj", [0.3, 0.408]) { $0.overMajority?.value }
    array("exceeds-decimation", "K'_h − K'_dec", [0.3, 0.408]) { $0.overDecimation?.value }
    array("no-fixed-point", "K'_h − K", [critical, 0.46]) { machine in
      machine.hiddenCoupling.map { $0.value - machine.coupling }
    }
    guard let low = machine(0.408), let high = machine(critical) else { return }
    let largest = low.blockCorrelation.indices.max { low.blockCorrelation[$0].value < low.blockCorrelation[$1].value }
    page.quantity(
      "rbm\(p.machine.size)/K0.408/corr-largest", json: .int((largest ?? -1) + 1), symbol: "side b", listed: false)
    page.quantity(
      "statements/blocks-weaken", high.participation.value / low.participation.value, symbol: "PR ratio", listed: false)
    if let h0 = low.hiddenCoupling, let h1 = high.hiddenCoupling, let m0 = low.majorityCoupling,
      let m1 = high.majorityCoupling
    {
      let step = high.coupling - low.coupling
      page.quantity(
        "statements/slope", (h1.value - h0.value - m1.value + m0.value) / step, symbol: "difference of slopes",
        listed: false)
    }
  }

  func recordControls(_ controls: [ControlRun], on page: Page) {
    guard controls.count == 4 else { return }
    let (trained, shuffled, normal) = (controls[0].measures, controls[1].measures, controls[2].measures)
    func change(_ path: KeyPath<UnitMeasures, Double>) -> Double {
      abs(shuffled[keyPath: path] / trained[keyPath: path] - 1)
    }
    let largest = [change(\.medianParticipation), change(\.norm), change(\.purity)].max() ?? 0
    page.quantity("statements/shuffle-keeps", largest, symbol: "largest change", listed: false)
    page.quantity(
      "statements/shuffle-destroys-geometry", shuffled.radius - trained.radius, symbol: "ΔR", listed: false)
    page.quantity("statements/gaussian-control", normal.medianParticipation, symbol: "PR", listed: false)
  }

  func recordVariants(_ variants: [VariantRun], on page: Page) {
    func variant(_ id: String) -> VariantRun? { variants.first { $0.id == id } }
    let penalties = ["l1-0", "l1-0.001", "l1-0.005", "l1-0.02"].compactMap { variant($0)?.measures.medianParticipation }
    guard penalties.count == 4 else { return }
    let changes = zip(penalties.dropFirst(), penalties).map { JSONValue.double($0 - $1) }
    page.quantity("variants/l1", json: .array(changes), symbol: "ΔPR", listed: false)
    page.quantity("variants/without-l1/PR", penalties[0], symbol: "PR", listed: false)
    if let cd5 = variant("cd5")?.measures.medianParticipation {
      page.quantity("variants/cd5-less-cd1", cd5 - penalties[2], symbol: "ΔPR", listed: false)
    }
    if let persistent = variant("pcd1") {
      page.quantity(
        "variants/pcd1/m2-over-data", persistent.modelSquare / persistent.dataSquare, symbol: "m²/m²(data)",
        listed: false)
    }
    if let all = variant("hidden-all"), p.machine.size == 16 {
      page.quantity("variants/hidden256/dead", all.measures.deadFraction, symbol: "dead", listed: false)
    }
  }

  func recordDeep(_ deep: [DeepRun], _ map: [MapEntry], _ continued: [ContinuedRun], on page: Page) {
    guard p.deep.size == 40, !deep.isEmpty else { return }
    func mean(_ value: (DeepRun) -> Double) -> Estimate? { try? MachineSummary.mean(deep.map(value)) }
    page.quantity(
      ifAny: "dbn40/map/3/localised", mean { $0.layers[0].measures.localisedFraction }, symbol: "PR < 60", listed: false
    )
    page.quantity(
      ifAny: "dbn40/1/m2-less-data", mean { $0.modelSquare - $0.dataSquare }, symbol: "m² − m²(data)", listed: false)
    for b in deep[0].layers[0].blockCorrelation.indices {
      page.quantity(
        ifAny: "dbn40/1/corr-b\(b + 1)", mean { $0.layers[0].blockCorrelation[b] }, symbol: "correlation", listed: false
      )
    }
    if let entry = map.first(where: { $0.learningRate == 0.05 && $0.penalty == 1e-3 }) {
      page.quantity("dbn40/map/1/localised", entry.measures.localisedFraction, symbol: "PR < 60", listed: false)
    }
    if let run = continued.first(where: { $0.learningRate == 0.05 && $0.penalty == 5e-3 }) {
      page.quantity(
        "dbn40/continuation", run.after.localisedFraction - run.before.localisedFraction, symbol: "gain of PR < 60",
        listed: false)
    }
  }

  func recordFlow(_ ends: [FlowEnd], on page: Page) {
    let known = ends.compactMap { $0.energy.fixedPoint?.value }
    if known.count >= 2 {
      page.quantity(
        "rbm-flow/monotone", json: .bool(zip(known, known.dropFirst()).allSatisfy { $0 > $1 }),
        symbol: "T* falls with N_h",
        listed: false)
    }
    let differences = [16, 64, 100].compactMap { hidden -> Double? in
      guard let end = ends.first(where: { $0.hidden == hidden }), let energy = end.energy.fixedPoint,
        let square = end.magnetization.fixedPoint
      else { return nil }
      return energy.value - square.value
    }
    guard differences.count == 3 else { return }
    page.quantity(
      "statements/ensemble-is-not-ising", json: .array(differences.map { .double($0) }), symbol: "T_E − T_m",
      listed: false)
  }
}
