import Notebook

/// The three-parameter network that dreams up critical Ising configurations from one spin.
public struct IsingGenerator: Study {
  public static let card = StudyCard(
    name: "ising-generator",
    title: "Three numbers that dream up a critical Ising model",
    summary: """
      A network with three weights refines one spin to a lattice of any size by a local random rule; it was trained to
      undo majority blocking of critical Ising configurations. This report trains it without stochastic gradients,
      computes its critical exponents exactly, and compares both with the Ising model.
      """,
    papers: [
      Paper(
        authors: "A. Rançon, U. Rançon, T. Ivek, I. Balog",
        title: "Dreaming up scale invariance via inverse renormalization group",
        reference:
          "arXiv 2506.04016, Physical Review E (2025), with the repository github.com/adam-rancon/upscaling_Ising")
    ],
    sources: [
      "studies/ising-generator/Exact", "studies/ising-generator/Dreaming", "studies/ising-generator/Counting",
      "studies/ising-generator/Ensembles", "studies/ising-generator/Training", "studies/ising-generator/Summaries",
      "Sources/Lattice", "Sources/Renormalization", "Sources/Learning/Logistic", "Sources/Learning/Upsampling",
      "Sources/Random", "Sources/Elementary", "Sources/CSimd", "Sources/Statistics", "Sources/GSL",
    ],
    cost: [
      "smoke": "5 s of processor time", "quick": "half a minute on two cores", "paper": "15 minutes on two cores",
    ])

  let p: Parameters

  public init(_ read: ParameterReader) throws { p = try Parameters(read) }

  public var chapters: [Chapter] {
    [
      questionAndVerdict, criticalIsing, threeNumbers, exactTraining, exactTable, exactExponents, dreamingFromOneSpin,
      scaling, monteCarloRenormalization, complexity, tunedToCriticality, otherSeeds,
    ]
  }

  public static let headlines = [
    Headline(
      id: "slope/ml/32..128", quantity: "maximum-likelihood dream, χ ~ L^{γ/ν}", symbol: "γ/ν", paper: "unavailable",
      exact: "Ising 7/4; window operator 1.805"),
    Headline(
      id: "ml/L64/lambda_h", quantity: "magnetic eigenvalue of the trained net", symbol: "λ_h", paper: "unavailable",
      exact: "Ising 2^{15/8} = 3.668"),
    Headline(
      id: "ml/L64/lambda_t", quantity: "thermal eigenvalue of the trained net", symbol: "λ_t", paper: "unavailable",
      exact: "Ising 2"),
    Headline(
      id: "operator/L32-1e6/gamma_nu", quantity: "the published three numbers, exactly", symbol: "γ/ν",
      paper: "unavailable", exact: "Ising 7/4"),
    Headline(
      id: "headline/V4_ml", quantity: "moment ratio of a dream from one spin, L = 128", symbol: "V₄",
      paper: "unavailable", exact: "enumeration at L = 8: 1.120"),
    Headline(
      id: "mc/gamma_nu", quantity: "Monte Carlo, χ ~ L^{γ/ν}", symbol: "γ/ν", paper: "unavailable", exact: "7/4"),
    Headline(
      id: "slope/tuned/32..128", quantity: "dream of a net tuned to criticality", symbol: "γ/ν",
      paper: "not in the paper",
      exact: "7/4 by construction"),
  ]
}
