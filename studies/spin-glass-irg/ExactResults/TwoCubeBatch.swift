import Lattice
import Random

/// A batch of the 2 × 2 × 2 torus with the exact averages of the same 512 samples taken off.
struct TwoCubeBatch: Codable, Sendable {
  /// β × (energy, |q|, q², q⁴, link overlap) × block: simulation minus exact.
  let differences: [[[Double]]]
  /// β × block × overlap −1 … 1 in steps of 1/4: how often the kept configurations have it.
  let overlapLaw: [[[Double]]]

  /// - Throws: `EdwardsAndersonError`, `ExactReferenceError`.
  init(_ parameters: BatchParameters, random: RandomStream) throws {
    let bonds = try parameters.bonds(random)
    let run = try parameters.finished(bonds, random)
    let last = run.windows[run.windows.count - 1]
    let measured: [Observable] = [.energy, .absoluteOverlap, .overlapSquared, .overlapFourth, .linkOverlap]
    let samples = (0..<SpinPlanes.lanes).map { bonds.couplings(ofLane: $0) }
    differences = try parameters.betas.indices.map { beta in
      let exact = try samples.map { try TwoCubeSample($0, beta: parameters.betas[beta]) }
      return measured.map { observable in
        let values = last.means(observable, beta: beta)
        return LaneBlocks.means(zip(values, exact).map { $0 - $1.value(observable) })
      }
    }
    overlapLaw = parameters.betas.indices.map { beta in
      let snapshots = run.snapshots.filter { $0.beta == beta }
      var counts = [[Double]](repeating: [Double](repeating: 0, count: 9), count: LaneBlocks.count)
      for snapshot in snapshots {
        for (lane, q) in LaneMoments.measure(snapshot.overlap).q.enumerated() {
          counts[lane / LaneBlocks.length][Int((4 * q + 4).rounded())] += 1
        }
      }
      return counts.map { row in row.map { $0 / Double(LaneBlocks.length * max(snapshots.count, 1)) } }
    }
  }
}

extension TwoCubeSample {
  /// The exact thermal average of what the simulation measures.
  fileprivate func value(_ observable: Observable) -> Double {
    switch observable {
    case .energy: energy
    case .absoluteOverlap: absoluteOverlap
    case .overlapSquared: overlapSquare
    case .overlapFourth: overlapFourth
    case .structureFactor, .linkOverlap, .magnetizationSquared: linkOverlap
    }
  }
}
