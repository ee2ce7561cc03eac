import Lattice
import Renormalization
import Statistics

/// Systems enlarged once, at all temperatures, beside direct ones of the same size.
struct EnlargedCurve: Codable, Sendable {
  let model: TrainingParameters.Model
  let side: Int
  /// The β of both ladders.
  let betas: [Double]
  let curves: [FlowSummary.Curve]

  /// - Parameter blocks: batch × β.
  /// - Throws: `OverlapFlowError`, except that there is no crossing.
  init(
    _ model: TrainingParameters.Model, _ start: BatchParameters, _ blocks: [[OverlapBlocks]], direct: SizeSummary,
    sharing: RandomSharing
  ) throws {
    self.model = model
    side = direct.side
    let common = start.betas.filter { direct.point(at: $0) != nil }
    betas = common
    let enlarged = BlockMeans(
      side: direct.side, betas: start.betas, batches: blocks.map { $0.map(\.means) }, sharing: sharing)
    curves = try FlowSummary.observables.map { observable in
      let crossing = try? OverlapCrossing(enlarged.curve(observable), direct.blocks.curve(observable)).beta
      let (larger, plain) = (
        try enlarged.curve(observable, at: common), try direct.blocks.curve(observable, at: common)
      )
      return FlowSummary.Curve(
        observable: observable, renormalized: larger, direct: plain,
        crossing: crossing?.crossingError(betas: common, larger, plain), nu: nil)
    }
  }

  func curve(_ observable: OverlapObservable) -> FlowSummary.Curve? { curves.first { $0.observable == observable } }
}
