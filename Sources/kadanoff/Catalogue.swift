import IsingGenerator
import MLRG
import Notebook
import PhiFourIRG
import RBMvsRG
import SpinGlassIRG

/// The studies, in the order of the scoreboard.
enum Catalogue {
  static let studies: [any Study.Type] = [
    MLRG.self, IsingGenerator.self, PhiFourIRG.self, SpinGlassIRG.self, RBMvsRG.self,
  ]

  /// The studies of the given names, or all of them.
  ///
  /// - Throws: `ParameterError` for an unknown name, with the nearest one.
  static func select(_ names: [String]) throws(ParameterError) -> [any Study.Type] {
    guard !names.isEmpty else { return studies }
    var chosen: [any Study.Type] = []
    for name in names {
      guard let study = studies.first(where: { $0.card.name == name }) else {
        let nearest = NearestName.suggestion(for: name, among: studies.map { $0.card.name })
        throw ParameterError("no study is called '\(name)'\(nearest)")
      }
      chosen.append(study)
    }
    return chosen
  }
}
