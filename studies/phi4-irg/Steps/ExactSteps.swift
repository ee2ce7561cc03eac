import Lattice
import Notebook

/// Exactly solvable cases.
struct ExactTable: Codable, Sendable {
  /// L = 2 at the model's couplings.
  let m2: Double
  let m4: Double
  let u4: Double
  let p2: Double
  let p4: Double
  let nn: Double
  let absm: Double
  /// The free field.
  let freeP2: Double
  let freeChi0: Double
  let freeAction: Double

  init(_ action: PhiFourAction, freeSide: Int, freeMassSquared: Double) throws {
    let small = try TwoByTwoField(action)
    (m2, m4, u4) = (small.m2, small.m4, small.binderCumulant)
    (p2, p4, nn, absm) = (small.p2, small.p4, small.nn, small.absoluteM)
    let free = try FreeField(side: freeSide, kappa: action.kappa, massSquared: freeMassSquared)
    (freeP2, freeChi0) = (free.p2, Double(freeSide * freeSide) * free.m2)
    freeAction = free.actionPerSite
  }
}

extension PhiFourIRG {
  var exactTable: Step<ExactTable> {
    let (model, exact) = (p.model, p.exact)
    struct Key: Codable { let model: ModelParameters, exact: ExactParameters }
    return Step("exact", parameters: Key(model: model, exact: exact)) { () -> ExactTable in
      try ExactTable(model.action(), freeSide: exact.freeSide, freeMassSquared: exact.freeMassSquared)
    }
  }
}
