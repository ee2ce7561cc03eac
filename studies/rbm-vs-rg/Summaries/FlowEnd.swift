import Statistics

/// Where the flows of the machines of one size end.
struct FlowEnd {
  /// By one thermometer.
  struct Thermometer {
    /// From the coldest start minus from the hottest, machine by machine.
    let difference: Estimate?
    /// Mean of both starts, machine by machine; nil where they differ by more than four errors.
    let fixedPoint: Estimate?

    init(_ runs: [ReconstructionRun], _ path: KeyPath<ReconstructionRun.Flow, [Double?]>) {
      let ends = runs.compactMap { run -> (cold: Double, hot: Double)? in
        let flows = run.flows.sorted { $0.start < $1.start }
        guard let cold = flows.first?[keyPath: path].last ?? nil, let hot = flows.last?[keyPath: path].last ?? nil
        else { return nil }
        return (cold, hot)
      }
      guard ends.count == runs.count, ends.count >= 2 else {
        (difference, fixedPoint) = (nil, nil)
        return
      }
      let gap = try? MachineSummary.mean(ends.map { $0.cold - $0.hot })
      let middle = try? MachineSummary.mean(ends.map { ($0.cold + $0.hot) / 2 })
      difference = gap
      let isConverged = gap.map { abs($0.value) <= max(4 * $0.standardError, 0.02) && $0.standardError < 0.1 } ?? false
      fixedPoint = isConverged ? middle : nil
    }
  }

  let hidden: Int
  let energy: Thermometer
  let magnetization: Thermometer

  init(_ runs: [ReconstructionRun]) {
    hidden = runs.first?.hidden ?? 0
    energy = Thermometer(runs, \.energyTemperature)
    magnetization = Thermometer(runs, \.magnetizationTemperature)
  }
}
