import Learning

/// What holds exactly for a linear map, configuration by configuration.
struct LinearIdentities: Codable, Sendable {
  /// Largest |m′ − gain m| over configurations and steps.
  let scaling: Double

  init(_ chains: [GeneratedChain], gain: Double) {
    var worst = 0.0
    for chain in chains {
      for (coarse, fine) in zip(chain.levels, chain.levels.dropFirst()) {
        for (m, refined) in zip(coarse.m, fine.m) { worst = max(worst, abs(refined - gain * m)) }
      }
    }
    scaling = worst
  }
}
