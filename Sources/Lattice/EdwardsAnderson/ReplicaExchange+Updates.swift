import CSimd
import Random

// MARK: - Sweeps

extension ReplicaExchange {
  /// Sweeps every slot and counts its unsatisfied bonds after the last sweep.
  mutating func sweep(_ count: Int, _ storage: borrowing SlotStorage) {
    switch schedule.sharing {
    case .groups: sweep(count, storage, by: GroupRule.self)
    case .planes: sweep(count, storage, by: PlaneRule.self)
    case .independent: sweep(count, storage, by: IndependentRule.self)
    }
  }

  private mutating func sweep<Rule: FlipRule>(
    _ count: Int, _ storage: borrowing SlotStorage, by rule: Rule.Type
  ) {
    for (k, thresholds) in thresholds.enumerated() {
      thresholds.masks.withUnsafeBufferPointer { masks in
        guard let masks = masks.baseAddress else { return }
        let kernel = CheckerboardSweep(
          side: storage.side, bonds: storage.bonds, first: storage.spins(2 * k), second: storage.spins(2 * k + 1),
          eights: storage.workspace, rule: Rule(thresholds, masks: masks))
        var (first, second) = (generators[2 * k], generators[2 * k + 1])
        kernel.run(
          sweeps: count, first: &first, second: &second, unsatisfied: storage.unsatisfied(2 * k),
          width: storage.width)
        (generators[2 * k], generators[2 * k + 1]) = (first, second)
      }
    }
  }
}

// MARK: - Exchanges and measurements

extension ReplicaExchange {
  /// Exchanges configurations between the neighbours (0, 1), (2, 3), … after the first interval, between (1, 2),
  /// (3, 4), … after the second, and so on, for each replica.
  mutating func exchange(_ storage: borrowing SlotStorage) {
    let turn = sweepsDone / schedule.sweepsPerExchange
    for pair in stride(from: (turn + 1) % 2, to: exchanges.count, by: 2) {
      for replica in 0..<2 {
        let slot = 2 * pair + replica
        let (own, colder) = (storage.unsatisfied(slot), storage.unsatisfied(slot + 2))
        let lanes = exchanges[pair].accepted(own, colder, &exchangeGenerators[slot])
        ExchangeStep.exchange(lanes, own, colder, count: storage.width)
        ExchangeStep.exchange(lanes, storage.spins(slot), storage.spins(slot + 2), count: storage.sites)
        exchanged[pair] += Int(cv_popcount(lanes))
        tried[pair] += SpinPlanes.lanes
      }
    }
  }

  /// Adds the observables at all temperatures to the current window and keeps overlaps that are due.
  mutating func measure(_ storage: borrowing SlotStorage, _ measurement: borrowing OverlapMeasurement) {
    let sweeps = TemperingSchedule.window(of: sweepsDone)
    if windows.last?.lastSweep != sweeps.upperBound {
      windows.append(WindowSums(sweeps, temperatures: schedule.betas.count))
    }
    let window = windows.count - 1
    windows[window].measurements += 1
    let number = schedule.snapshot(at: sweepsDone)
    for k in schedule.betas.indices {
      windows[window].values.withUnsafeMutableBufferPointer {
        guard let sums = $0.baseAddress else { return }
        measurement.add(storage, beta: k, to: sums + k * WindowSums.stride)
      }
      if let number, schedule.snapshotBetas.contains(k) {
        snapshots.append(
          OverlapSnapshot(beta: k, number: number, sweep: sweepsDone, overlap: measurement.lastOverlap))
      }
    }
  }
}
