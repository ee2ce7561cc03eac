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
      "studies/mlrg/Exact", "studies/mlrg/Training", "studies/mlrg/Summaries", "Sources/Learning", "Sources/Random",
      "Sources/Elementary", "Sources/CSimd", "Sources/Statistics", "Sources/GSL",
    ],
    cost: [:])

  let p: Parameters

  public init(_ read: ParameterReader) throws { p = try Parameters(read) }

  public var chapters: [Chapter] {
    [
      whatTheNetworkLearns, criticalCouplings, klAgainstCd, flowAgainstMonotone, divergenceHyperParameters,
      samplerHyperParameters, whatTheSamplerVisits, allSweeps, fiveCouplingsLearned,
    ]
  }

  public static let headlines: [Headline] = []
}
