import Notebook

/// Machine-learned renormalization-group flows on the Lieb lattice.
public struct MLRG: Study {
  public static let card = StudyCard(
    name: "mlrg",
    title: "Learning renormalization-group flows on the Lieb lattice",
    summary: """
      A neural network learns how the coupling of a Lieb-lattice Ising model changes under coarse-graining, and its zero
      is read as the critical coupling. This report repeats the published training and puts beside every learned number
      the one that infinite training would give, which for this model is a closed formula.
      """,
    papers: [
      Paper(
        authors: "J. Shen", title: "Learning Renormalization Group Flows for Lattices",
        reference: "University of Chicago (2024), with the repository github.com/jshe2304/dlrg"),
      Paper(
        authors: "W. Hou, Y.-Z. You", title: "Machine learning renormalization group for statistical physics",
        reference: "arXiv 2306.11054 (2023), with the repository github.com/EverettYou/MLRG"),
    ],
    sources: [
      "studies/mlrg/Exact", "studies/mlrg/ExactResults", "studies/mlrg/Training", "studies/mlrg/Summaries",
      "Sources/Learning", "Sources/Random",
      "Sources/Elementary", "Sources/CSimd", "Sources/Statistics", "Sources/GSL",
    ],
    cost: [
      "smoke": "5 s of processor time", "quick": "50 s of processor time, half a minute on two cores",
      "paper": "40 minutes of processor time, 20 minutes on two cores",
    ])

  let p: Parameters

  public init(_ read: ParameterReader) throws { p = try Parameters(read) }

  public var chapters: [Chapter] {
    [
      claimsAndVerdicts, theBlockAndItsExactFlow, howLongTheFineChain, whatTheNetworkLearns, criticalCouplings,
      klAgainstCd, flowAgainstMonotone, divergenceHyperParameters, samplerHyperParameters, whatTheSamplerVisits,
      allSweeps, fiveCouplingsExactly, fiveCouplingsLearned, beyondThePaper,
    ]
  }

  public static let headlines = [
    Headline(
      id: "kl/A1/Jc", quantity: "critical coupling after infinite training", symbol: "J_c", paper: "not given",
      exact: "closed formula; Lieb lattice 0.76428546"),
    Headline(
      id: "trained/A1/cd-relu/mean", quantity: "learned critical coupling, contrastive divergence", symbol: "J_c",
      paper: "0.81395 (one run)", exact: "0.81392 (KL-optimal)"),
    Headline(
      id: "trained/A1/kl-relu/mean", quantity: "learned critical coupling, Kullback–Leibler divergence", symbol: "J_c",
      paper: "0.81914 (one run)", exact: "0.81392 (KL-optimal)"),
    Headline(
      id: "kl/A1/nu", quantity: "exponent of the KL-optimal flow", symbol: "ν", paper: "not given",
      exact: "closed formula; Ising 1"),
    Headline(
      id: "chain/zero/6", quantity: "shortest fine chain with a fixed point: 6 sweeps, at", symbol: "J_c",
      paper: "\"a minimum threshold\"; 0.9177 (one run)", exact: "0.88295"),
    Headline(
      id: "repository/aggregate/all/mean", quantity: "mean over all sweeps that do not matter", symbol: "J_c",
      paper: "0.81347(46), 332 runs", exact: "0.81392 (KL-optimal)"),
    Headline(
      id: "trained/A1E/kl/J0", quantity: "five couplings: J₀", symbol: "J_0", paper: "0.78872 (one run, CD)",
      exact: "0.81392 (KL-optimal)"),
  ]
}
