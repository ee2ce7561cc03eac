import Lattice
import Notebook
import Random
import Renormalization

/// The direct simulations and their averages.
extension SpinGlassIRG {
  /// The simulation of one of the study's sizes.
  func parameters(_ side: Int) -> BatchParameters {
    let simulation = p.simulation
    let index = simulation.sizes.firstIndex(of: side) ?? 0
    return BatchParameters(
      side: side, betas: simulation.betas(side), sweeps: simulation.sweeps[index],
      sweepsPerExchange: simulation.sweepsPerExchange, sweepsPerMeasurement: simulation.sweepsPerMeasurement,
      snapshots: simulation.snapshots, randomSharing: isOneSample ? .independent : simulation.randomSharing,
      positiveProbability: p.model.positiveProbability, gaugeSeed: p.model.gaugeSeed, couplings: nil,
      // The magnetization is the one observable that a gauge transformation changes.
      measuresMagnetization: p.model.positiveProbability != 0.5 && p.model.gaugeSeed == 0)
  }

  /// Without disorder all samples are copies of one system and must share no random numbers: they would coalesce.
  var isOneSample: Bool { [0, 1].contains(p.model.positiveProbability) }

  func batches(_ side: Int) -> Int {
    p.simulation.batches[p.simulation.sizes.firstIndex(of: side) ?? 0]
  }

  func simulation(_ name: String, _ parameters: BatchParameters, batches: Int) -> Step<[BatchResult]> {
    .resumable("simulation-\(name)", parameters: parameters, count: batches) {
      (_: Int, random: RandomStream, checkpoint: Checkpoint) in
      try BatchResult(parameters, random: random, checkpoint: checkpoint)
    }
  }

  func simulation(_ side: Int) -> Step<[BatchResult]> {
    simulation("\(side)", parameters(side), batches: batches(side))
  }

  func averages(_ name: String, _ parameters: BatchParameters, batches: Int) -> Step<SizeSummary> {
    Step(
      "averages-\(name)", revision: 2, parameters: "last window", needs: simulation(name, parameters, batches: batches)
    ) {
      try SizeSummary(parameters, $0)
    }
  }

  func averages(_ side: Int) -> Step<SizeSummary> { averages("\(side)", parameters(side), batches: batches(side)) }

  /// All sizes, ascending.
  var direct: Step<[SizeSummary]> {
    Step("direct", parameters: p.simulation.sizes, all: p.simulation.sizes.map { averages($0) }) { $0 }
  }

  /// Slices of one sample: both replicas, their overlap and its renormalization.
  var replicaPictures: Step<[Slice]> {
    let side = p.simulation.sizes.last { $0 <= 16 } ?? p.simulation.sizes[0]
    let (beta, ties) = (nearest(p.training.beta, in: p.simulation.betas(side)), p.renormalization.ties)
    let key = PictureKey(beta: beta, ties: ties)
    let all = Step<[[Slice]]>.array("replica-pictures", parameters: key, count: 1, needs: simulation(side)) {
      (_: Int, random: inout RandomStream, batches: [BatchResult]) in
      try Slice.replicas(batches[0].replicas[beta], ties: ties, random: random)
    }
    return Step("replica-slices", parameters: "first", needs: all) { $0[0] }
  }

  struct PictureKey: Codable { let beta: Int, ties: OverlapTieRule }

  /// The index of the simulated β nearest to a wanted one.
  func nearest(_ beta: Double, in betas: [Double]) -> Int {
    betas.indices.min { abs(betas[$0] - beta) < abs(betas[$1] - beta) } ?? 0
  }
}
