import Lattice
import Notebook
import Random
import Renormalization

/// The majority rule on overlaps.
extension SpinGlassIRG {
  func renormalized(_ side: Int) -> Step<[RenormalizedBatch]> {
    let ties = p.renormalization.ties
    return .array("renormalized-\(side)", parameters: ties, count: batches(side), needs: simulation(side)) {
      (index: Int, random: inout RandomStream, batches: [BatchResult]) in
      try RenormalizedBatch(batches[index], ties: ties, random: random)
    }
  }

  func levels(_ side: Int) -> Step<LevelSummary> {
    let parameters = parameters(side)
    return Step("levels-\(side)", parameters: "blocks", needs: renormalized(side)) {
      try LevelSummary(parameters, $0)
    }
  }

  var allLevels: Step<[LevelSummary]> {
    Step("levels", parameters: p.simulation.sizes, all: p.simulation.sizes.map { levels($0) }) { $0 }
  }

  /// Sizes that are simulated together with their halves.
  var halvedSizes: [Int] { p.simulation.sizes.filter { p.simulation.sizes.contains($0 / 2) } }

  /// Where renormalized and direct systems of the same size cross, and ν from the slope there.
  func flow(_ side: Int) -> Step<FlowSummary> {
    struct Key: Codable { let window: Double, beta: Double }
    let (window, beta) = (p.renormalization.window, p.training.beta)
    return Step(
      "flow-\(side)", revision: 2, parameters: Key(window: window, beta: beta), needs: levels(side), averages(side),
      averages(side / 2)
    ) {
      levels, large, small in
      try FlowSummary(levels, large: large, small: small, window: window, beta: beta)
    }
  }

  var flows: Step<[FlowSummary]> { Step("flows", parameters: halvedSizes, all: halvedSizes.map { flow($0) }) { $0 } }
}
