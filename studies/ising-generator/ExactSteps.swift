import Learning
import Notebook

/// What is computed without sampling.
extension IsingGenerator {
  var exactIsing: Step<ExactIsing> {
    let coupling = p.monteCarlo.coupling
    let sides = Set(p.monteCarlo.sizes + [2, 4, 8, 16, 32, 64, 128, 512, 1024]).sorted()
    struct Key: Codable { let coupling: Double, sides: [Int] }
    return Step("exact-ising", parameters: Key(coupling: coupling, sides: sides)) { () -> ExactIsing in
      try ExactIsing(coupling: coupling, sides: sides)
    }
  }

  var exactTrainingTable: Step<ExactTrainingTable> {
    let (coupling, couplings, rule) = (p.exact.trainingCoupling, p.exact.couplings, p.training.ties)
    struct Key: Codable { let coupling: Double, couplings: [Double], rule: String }
    return Step(
      "exact-training", revision: 2, parameters: Key(coupling: coupling, couplings: couplings, rule: rule.rawValue)
    ) { () -> ExactTrainingTable in
      try ExactTrainingTable(coupling: coupling, couplings: couplings, published: rule)
    }
  }

  /// The exact table of the weights of the dream.
  var weightsTable: Step<WindowTable> {
    let (a, b, c, name, sides) = (p.dream.a, p.dream.b, p.dream.c, p.dream.label, p.exact.sides)
    struct Key: Codable { let a: Double, b: Double, c: Double, name: String, sides: [Int] }
    return Step("exact-table", parameters: Key(a: a, b: b, c: c, name: name, sides: sides)) { () -> WindowTable in
      try WindowTable(name: name, ThreeParameterNet(a: a, b: b, c: c), sides: sides)
    }
  }

  var windowResults: Step<WindowResults> {
    let sides = p.exact.sides
    return Step("window-operator", parameters: sides) { () -> WindowResults in try WindowResults(sides: sides) }
  }

  var exponentPlane: Step<ExponentPlane> {
    let points = p.exact.planePoints
    return Step("exponent-plane", parameters: points, needs: tunedNets) { tuned in
      let curve = tuned.nets.map(\.weights).sorted { $0[2] < $1[2] }
      return try ExponentPlane(w0: 3.2, points: points, tuned: curve)
    }
  }
}
