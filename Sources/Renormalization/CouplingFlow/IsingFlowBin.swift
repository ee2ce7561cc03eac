import Lattice
import Random

/// Everything the flow of couplings and the Monte Carlo renormalization group need of one chain: exact integer sums.
///
/// One bin is one task; bins of equal settings merge in any grouping to the same sums. Errors come from leaving out
/// one of at least 20 bins at a time: `IsingFlowEnsemble`.
public struct IsingFlowBin: Sendable, Codable, Hashable {
  /// What every chain of this bin was told to do.
  public let settings: IsingFlowSettings
  /// Number of configurations.
  public private(set) var samples = 0
  /// Step n: from level n to level n + 1.
  public private(set) var steps: [OperatorSums]
  /// Local fields of levels 0, 1, …; empty if not measured.
  public private(set) var localFields: [LocalFieldHistogram]

  /// Runs one chain.
  ///
  /// - Parameters:
  ///   - settings: the model and the numbers of updates.
  ///   - random: the children `updates` and `ties` of this stream decide everything.
  /// - Throws: `CouplingFlowError`.
  public init(_ settings: IsingFlowSettings, random: RandomStream) throws(CouplingFlowError) {
    self.settings = settings
    steps = [OperatorSums](repeating: OperatorSums(), count: settings.levels)
    localFields = []
    var updates = random.child("updates")
    let ties = random.child("ties")
    do {
      switch settings.sampler {
      case .wolff:
        try run(try Wolff(side: settings.side, coupling: settings.coupling, random: &updates), ties)
      case .swendsenWang:
        try run(try SwendsenWang(side: settings.side, coupling: settings.coupling, random: &updates), ties)
      }
    } catch {
      throw CouplingFlowError(error)
    }
  }

  /// Decodes sums that fit their settings.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    settings = try container.decode(IsingFlowSettings.self, forKey: .settings)
    samples = try container.decode(Int.self, forKey: .samples)
    steps = try container.decode([OperatorSums].self, forKey: .steps)
    localFields = try container.decode([LocalFieldHistogram].self, forKey: .localFields)
    let histograms = settings.measuresLocalFields ? settings.levels + 1 : 0
    guard steps.count == settings.levels, localFields.count == histograms else {
      throw CouplingFlowError.badInput(
        operation: "Ising flow bin",
        why: "\(steps.count) steps and \(localFields.count) histograms; \(settings.levels) and \(histograms) belong "
          + "to its settings")
    }
  }

  /// Adds the samples of another bin.
  ///
  /// - Throws: `CouplingFlowError.badInput` for other settings.
  public mutating func merge(_ other: IsingFlowBin) throws(CouplingFlowError) {
    try check(other)
    samples += other.samples
    for k in steps.indices { steps[k] = try Self.converted { try OperatorSums.merged([steps[k], other.steps[k]]) } }
    for k in localFields.indices { localFields[k].merge(other.localFields[k]) }
  }

  /// All samples of several bins of equal settings.
  ///
  /// - Throws: `CouplingFlowError.badInput` for an empty list or different settings.
  public static func merged(_ bins: [IsingFlowBin]) throws(CouplingFlowError) -> IsingFlowBin {
    guard var total = bins.first else {
      throw .badInput(operation: "Ising flow bin", why: "no bins to merge; at least 1 is needed")
    }
    for bin in bins.dropFirst() { try total.merge(bin) }
    return total
  }

  /// What is left without the samples of a bin that was merged before.
  func removing(_ bin: IsingFlowBin) throws(CouplingFlowError) -> IsingFlowBin {
    try check(bin)
    var result = self
    result.samples -= bin.samples
    for k in steps.indices { result.steps[k] = try Self.converted { try steps[k].removing(bin.steps[k]) } }
    for k in localFields.indices { result.localFields[k] = localFields[k].removing(bin.localFields[k]) }
    return result
  }

  /// ⟨ss′⟩ of nearest neighbours after `level` blocking steps.
  ///
  /// - Throws: `CouplingFlowError.badInput` for a level that was not measured.
  public func bondEnergy(level: Int) throws(CouplingFlowError) -> Double {
    guard 0...settings.levels ~= level else {
      throw .badInput(
        operation: "Ising flow bin", why: "level \(level) is not measured; levels 0 to \(settings.levels) are")
    }
    let sum = try Self.converted {
      level == 0 ? try steps[0].fineMean(.nearest) : try steps[level - 1].coarseMean(.nearest)
    }
    let side = settings.side(level: level)
    return sum / Double(2 * side * side)
  }

  private func check(_ other: IsingFlowBin) throws(CouplingFlowError) {
    guard settings == other.settings else {
      throw .badInput(
        operation: "Ising flow bin",
        why: "bins of side \(settings.side) at K = \(settings.coupling) and of side \(other.settings.side) at K = "
          + "\(other.settings.coupling); all settings must be equal")
    }
  }

  private static func converted<Value>(_ body: () throws -> Value) throws(CouplingFlowError) -> Value {
    do {
      return try body()
    } catch {
      throw CouplingFlowError(error)
    }
  }
}

// MARK: - Measurement

extension IsingFlowBin {
  private mutating func run(_ start: some ClusterChain, _ stream: RandomStream) throws {
    var chain = start
    var ties = stream
    chain.thermalise(settings.thermalisation)
    let levels = settings.measuresLocalFields ? settings.levels + 1 : 0
    var windows = [[Int]](repeating: [Int](repeating: 0, count: 512), count: levels)
    for _ in 0..<settings.samples {
      chain.update(settings.updatesPerSample)
      try add(chain.lattice, &windows, &ties)
    }
    samples = settings.samples
    localFields = try windows.map { try LocalFieldHistogram(windowCounts: $0) }
  }

  private mutating func add(
    _ lattice: SpinLattice, _ windows: inout [[Int]], _ ties: inout RandomStream
  ) throws {
    var fine = lattice
    var operators = try IsingOperators(fine)
    if !windows.isEmpty { try Self.count(fine, &windows[0]) }
    for step in steps.indices {
      fine = try settings.tieRule.block(fine, random: &ties).coarse
      let blocked = try IsingOperators(fine)
      steps[step].add(coarse: blocked, fine: operators)
      operators = blocked
      if !windows.isEmpty { try Self.count(fine, &windows[step + 1]) }
    }
  }

  private static func count(_ lattice: SpinLattice, _ sums: inout [Int]) throws {
    let counts = try WindowHistogram(lattice).counts
    for pattern in sums.indices { sums[pattern] &+= counts[pattern] }
  }
}
