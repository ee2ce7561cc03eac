import Notebook

/// The inverse renormalization group of the three-dimensional Edwards–Anderson spin glass.
public struct SpinGlassIRG: Study {
  public static let card = StudyCard(
    name: "spin-glass-irg",
    title: "Inverse renormalization group of the three-dimensional spin glass",
    summary: """
      A local map learns to undo one majority-rule step of the overlaps of two replicas of the ±J Edwards–Anderson model and is
      then applied again and again, from 8³ to 128³ and beyond. This report simulates the model by replica exchange, checks the
      simulation against exact results and the literature, compares several maps, and says what the two exponents that come out
      depend on. The paper's own methods and numbers are not available to us.
      """,
    papers: [
      Paper(
        authors: "D. Bachtis", title: "Inverse renormalization group of spin glasses",
        reference: "arXiv 2310.12631 (abstract)"),
      Paper(
        authors: "D. Bachtis",
        title: "Inverse renormalization group of spin glasses and lattice field theories (proceedings)",
        reference: "arXiv 2405.16288 (2024)"),
    ],
    sources: [
      "studies/spin-glass-irg/Ensembles", "studies/spin-glass-irg/Training", "studies/spin-glass-irg/Summaries",
      "studies/spin-glass-irg/ExactResults", "Sources/Lattice/EdwardsAnderson", "Sources/Renormalization/Overlap",
      "Sources/Learning/OverlapInverse", "Sources/Random", "Sources/Elementary", "Sources/CSimd", "Sources/Statistics",
      "Sources/GSL",
    ],
    cost: [
      "smoke": "5 s of processor time", "quick": "a quarter of a minute on two cores",
      "paper": "half an hour on two cores",
    ])

  let p: Parameters

  public init(_ read: ParameterReader) throws { p = try Parameters(read) }

  public var chapters: [Chapter] {
    [
      replicasAndOverlap, exactness, randomNumbers, equilibrium, transition, renormalization, learning, toLargeSizes,
      crossings, exponents,
    ]
  }

  public static let headlines = [
    Headline(
      id: "irg/chain/logistic/8to16/beta-over-nu", quantity: "logistic inverse, 8 → 16", symbol: "β/ν",
      paper: "unavailable", exact: "simulations: 0.313(5)"),
    Headline(
      id: "irg/chain/logistic/8to16/gamma-over-nu", quantity: "the same", symbol: "γ/ν", paper: "unavailable",
      exact: "simulations: 2.375(10)"),
    Headline(
      id: "rg/amplitude/8to4/b0.909091", quantity: "amplitude of the majority rule, which decides it",
      symbol: "−log₂(|q|₈/|q|₄)", paper: "—", exact: "—"),
    Headline(
      id: "direct/exponents/6-12/beta-over-nu", quantity: "direct simulations, 6 and 12", symbol: "β/ν", paper: "—",
      exact: "simulations: 0.313(5)"),
    Headline(
      id: "rg/12to6/crossing/abs-q/nu", quantity: "majority rule, 12 → 6 against 6", symbol: "ν", paper: "—",
      exact: "simulations: 2.562"),
    Headline(
      id: "mc/nishimori/energy", quantity: "energy on the Nishimori line", symbol: "e", paper: "—", exact: "−1.5"),
  ]
}

extension SpinGlassIRG {
  /// Symmetric couplings: the model that the literature's numbers belong to.
  var isSpinGlass: Bool { p.model.positiveProbability == 0.5 }

  /// β as it stands in the ids of quantities.
  func label(_ beta: Double) -> String { "b\(beta.significant(6))" }
}
