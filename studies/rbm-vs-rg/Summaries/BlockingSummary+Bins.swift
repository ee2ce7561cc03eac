import Lattice
import Renormalization
import Statistics

extension BlockingSummary {
  /// - Parameter rules: the bins of one block rule after another, of the same size.
  /// - Throws: `CouplingFlowError`, `IsingError`.
  init(_ rules: [[IsingFlowBin]], even: [Int], odd: [Int]) throws {
    let ensembles = try rules.map { try IsingFlowEnsemble($0) }
    let settings = ensembles[0].settings
    side = settings.side
    samples = ensembles[0].total.samples
    bondEnergy = try ensembles[0].bondEnergy(level: 0)
    exactBondEnergy = try Self.bondEnergy(side: settings.side, coupling: settings.coupling)
    steps = ensembles.flatMap { ensemble in
      (0..<ensemble.settings.levels).map { step in
        let coarse = ensemble.settings.side(level: step + 1)
        func exponents(even: Int, odd: Int) -> MCRGEigenvalues? {
          try? ensemble.eigenvalues(step: step, even: coarse > 4 ? even : min(even, 3), odd: odd)
        }
        return Step(
          number: step + 1, from: ensemble.settings.side(level: step), to: coarse,
          rule: ensemble.settings.tieRule.rawValue,
          thermal: even.filter { coarse > 4 || $0 <= 3 }.map { count in
            Exponents(operators: count, value: exponents(even: count, odd: 1)?.evenExponents.first ?? nil)
          },
          magnetic: odd.map { count in
            Exponents(operators: count, value: exponents(even: 1, odd: count)?.oddExponents.first ?? nil)
          })
      }
    }
  }

  /// ⟨ss'⟩ of the torus: half the satisfied minus unsatisfied bonds a site.
  static func bondEnergy(side: Int, coupling: Double) throws -> Double {
    0.5 * (try KaufmanTorus(side: side, coupling: coupling).energy)
  }
}
