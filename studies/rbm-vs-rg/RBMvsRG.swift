import Notebook

/// Restricted Boltzmann machines against the renormalization group in the Ising model.
public struct RBMvsRG: Study {
  public static let card = StudyCard(
    name: "rbm-vs-rg",
    title: "Do restricted Boltzmann machines renormalize?",
    summary: """
      Do the layers of a restricted Boltzmann machine trained on Ising configurations block spins as Kadanoff did? This report learns
      the group flow in one dimension, measures exponents and the flow of the coupling in two dimensions by Monte Carlo renormalization,
      trains machines layer by layer, and compares what their hidden units look like and how they are coupled with majority blocks of the
      same configurations. Only the abstract of the thesis it follows is available to us.
      """,
    papers: [
      Paper(
        authors: "K. Taylor",
        title:
          "A Deep Dive into the Connections Between the Renormalization Group and Deep Learning in the Ising Model",
        reference: "arXiv 2308.11075 (2023), abstract"),
      Paper(
        authors: "P. Mehta, D. J. Schwab",
        title: "An exact mapping between the variational renormalization group and deep learning",
        reference: "arXiv 1410.3831 (2014)"),
    ],
    sources: [
      "studies/rbm-vs-rg/Ensembles", "studies/rbm-vs-rg/Machines", "studies/rbm-vs-rg/Summaries",
      "studies/rbm-vs-rg/ExactResults", "Sources/Lattice/Ising", "Sources/Lattice/Clusters",
      "Sources/Renormalization/Blocking", "Sources/Renormalization/Chain", "Sources/Renormalization/CouplingFlow",
      "Sources/Renormalization/MCRG", "Sources/Learning/BoltzmannMachine", "Sources/Random", "Sources/Elementary",
      "Sources/CSimd", "Sources/Statistics", "Sources/GSL",
    ],
    cost: [
      "smoke": "5 s of processor time", "quick": "a quarter of a minute on two cores",
      "paper": "ten minutes on two cores",
    ])

  let p: Parameters

  public init(_ read: ParameterReader) throws { p = try Parameters(read) }

  public var chapters: [Chapter] {
    [
      claims, oneDimension, finiteRings, blocking, couplingFlow, hiddenUnits, localisation, hiddenCouplings,
      smallSystems,
      reconstructionFlow, verdicts,
    ]
  }

  public static let headlines = [
    Headline(
      id: "mcrg/nu", quantity: "second blocking step, seven operators", symbol: "ν", paper: "unavailable", exact: "1"),
    Headline(
      id: "mcrg/yh", quantity: "second blocking step, four odd operators", symbol: "y_h", paper: "unavailable",
      exact: "15/8"),
    Headline(
      id: "flow/nn/1/fixed-point", quantity: "fixed point of nearest-neighbour matching", symbol: "K*",
      paper: "unavailable", exact: "0.44069"),
    Headline(
      id: "rbm16/Kc/Kh", quantity: "coupling of hidden units at K_c, 16 × 16, 4:1", symbol: "K'_h",
      paper: "unavailable", exact: "—"),
    Headline(
      id: "rbm16/Kc/Kmaj", quantity: "coupling of majority blocks, same samples", symbol: "K'_maj", paper: "—",
      exact: "—"),
    Headline(
      id: "dbn40/1/PR", quantity: "receptive field of layer 1, 40 × 40, λ = 0.005", symbol: "PR",
      paper: "unavailable", exact: "—"),
  ]
}

extension RBMvsRG {
  /// K as it stands in the ids of quantities; the critical coupling is Kc.
  func label(_ coupling: Double) -> String {
    abs(coupling - RBMvsRG.criticalCoupling) < 1e-6 ? "Kc" : "K\(coupling.significant(6))"
  }

  /// ln(1 + √2)/2.
  static let criticalCoupling = 0.44068679350977147
}
