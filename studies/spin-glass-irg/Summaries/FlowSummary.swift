import Renormalization
import Statistics

/// Renormalized systems of one size beside direct ones of half that size, and the two direct sizes beside each other.
struct FlowSummary: Codable, Sendable {
  /// One observable.
  struct Curve: Codable, Sendable {
    let observable: OverlapObservable
    /// At the common β of both ladders.
    let renormalized: [Estimate?]
    let direct: [Estimate?]
    let crossing: Estimate?
    let nu: Estimate?
  }

  /// Exponents of the two direct sizes.
  struct Exponents: Codable, Sendable {
    let betaOverNu: Estimate
    let gammaOverNu: Estimate
  }

  let from: Int
  let to: Int
  /// The β of both ladders.
  let betas: [Double]
  let curves: [Curve]
  let directBinderCrossing: Estimate?
  let directLengthCrossing: Estimate?
  let directExponents: Exponents?

  static let observables: [OverlapObservable] = [
    .absoluteOverlap, .overlapSquared, .binder, .linkOverlap, .correlationLength,
  ]

  /// - Parameters:
  ///   - window: half width in β of the fit of dβ'/dβ.
  ///   - beta: where the direct sizes are compared.
  /// - Throws: `OverlapFlowError`, except that there is no crossing.
  init(_ levels: LevelSummary, large: SizeSummary, small: SizeSummary, window: Double, beta: Double) throws {
    (from, to) = (large.side, small.side)
    let common = large.parameters.betas.filter { small.point(at: $0) != nil }
    betas = common
    let (coarse, fine, direct) = (levels.levels[1], large.blocks, small.blocks)
    curves = try Self.observables.map { observable in
      let renormalized = try coarse.curve(observable)
      let original = try direct.curve(observable)
      let matching = try? OverlapMatching(original: original, renormalized: renormalized, halfWidth: window)
      let (blocked, plain) = (try coarse.curve(observable, at: common), try direct.curve(observable, at: common))
      let crossing = matching?.crossing.beta ?? (try? OverlapCrossing(original, renormalized).beta)
      return Curve(
        observable: observable, renormalized: blocked, direct: plain,
        crossing: crossing?.crossingError(betas: common, blocked, plain), nu: matching?.nu)
    }
    func crossing(_ observable: OverlapObservable) throws -> Estimate? {
      let curves = (try direct.curve(observable), try fine.curve(observable))
      let crossing = try? OverlapCrossing(curves.0, curves.1).beta
      return crossing?.crossingError(
        betas: common, try direct.curve(observable, at: common), try fine.curve(observable, at: common))
    }
    directBinderCrossing = try crossing(.binder)
    directLengthCrossing = try crossing(.correlationLength)
    directExponents = try Self.exponents(direct, fine, beta)
  }

  private static func exponents(_ small: BlockMeans, _ large: BlockMeans, _ beta: Double) throws -> Exponents? {
    func index(_ blocks: BlockMeans) -> Int? { blocks.betas.firstIndex { abs($0 - beta) < 1e-6 } }
    guard let i = index(small), let j = index(large) else { return nil }
    let exponents = try OverlapExponents(small.system(at: i), large.system(at: j))
    return Exponents(betaOverNu: exponents.betaOverNu, gammaOverNu: exponents.gammaOverNu)
  }
}

extension BlockMeans {
  /// The system at one β for jackknifes that involve several systems.
  ///
  /// - Throws: `OverlapFlowError.badInput` with fewer than two blocks.
  func system(at beta: Int) throws -> OverlapAverages {
    try OverlapAverages(
      side: side,
      blocks: (0..<blocks).map { block in Averages(side: side, means: means[beta].map { $0[block] }).overlap })
  }

  /// One observable over all β.
  ///
  /// - Throws: `OverlapFlowError.badInput`.
  func curve(_ observable: OverlapObservable) throws -> OverlapCurve {
    try OverlapCurve(observable, betas: betas, averages: betas.indices.map { try system(at: $0) })
  }

  /// One observable at some of the β.
  func curve(_ observable: OverlapObservable, at chosen: [Double]) throws -> [Estimate?] {
    try chosen.map { beta in
      guard let index = betas.firstIndex(where: { abs($0 - beta) < 1e-6 }) else { return nil }
      return try system(at: index).estimate(observable)
    }
  }
}

extension OverlapObservable {
  /// As it stands in the ids of quantities.
  var id: String { self == .linkOverlap ? "C1" : rawValue }

  var symbol: String {
    switch self {
    case .absoluteOverlap: "[⟨|q|⟩]"
    case .overlapSquared: "[⟨q²⟩]"
    case .binder: "U₄"
    case .linkOverlap: "C(1)"
    case .correlationLength: "ξ/L"
    case .energy: "e"
    }
  }

  var mathematics: String {
    switch self {
    case .absoluteOverlap: "$[\\langle\\lvert q\\rvert\\rangle]$"
    case .overlapSquared: "$[\\langle q^2\\rangle]$"
    case .binder: "$U_4$"
    case .linkOverlap: "$C(1)$, link overlap"
    case .correlationLength: "$\\xi/L$"
    case .energy: "$e$"
    }
  }
}
