import Notebook

/// The inverse renormalization group of two-dimensional φ⁴ theory.
public struct PhiFourIRG: Study {
  public static let card = StudyCard(
    name: "phi4-irg",
    title: "Inverse renormalization group of φ⁴ theory",
    summary: """
      A transposed convolution learns to undo one real-space renormalization step of two-dimensional φ⁴ theory at one
      coupling and is then applied again and again, from 32 × 32 to 512 × 512. This report simulates the theory directly
      at all these sizes, trains a range of such maps, and says what of their exponents comes from the theory, from the
      blocking rule and from the kernel.
      """,
    papers: [
      Paper(
        authors: "D. Bachtis, G. Aarts, F. Di Renzo, B. Lucini",
        title: "Inverse renormalization group in quantum field theory",
        reference: "Phys. Rev. Lett. 128 (2022) 081603, arXiv 2107.00466"),
      Paper(
        authors: "D. Bachtis",
        title: "Inverse renormalization group of spin glasses and lattice field theories (proceedings)",
        reference: "arXiv 2405.16288 (2024)"),
    ],
    sources: [
      "studies/phi4-irg/Ensembles", "studies/phi4-irg/Training", "studies/phi4-irg/Summaries",
      "Sources/Lattice/ScalarField", "Sources/Renormalization/ScalarField", "Sources/Learning/TransposedConvolution",
      "Sources/Random", "Sources/Elementary", "Sources/CSimd", "Sources/Statistics", "Sources/GSL",
    ],
    cost: [
      "smoke": "10 s of processor time", "quick": "a minute on two cores", "paper": "ten minutes on two cores",
    ])

  let p: Parameters

  public init(_ read: ParameterReader) throws { p = try Parameters(read) }

  public var chapters: [Chapter] {
    [
      honesty, exactReferences, simulation, standardRenormalization, trainingAndKernels, networks, generation,
      crossings, exponents, couplingFlow, exactness,
    ]
  }

  public static let headlines = [
    Headline(
      id: "linear/k6/beta_nu", quantity: "linear inverse, 3 × 3 coarse window", symbol: "β/ν", paper: "unavailable",
      exact: "Ising 1/8"),
    Headline(
      id: "linear/k4/beta_nu", quantity: "the same, 2 × 2 coarse window", symbol: "β/ν", paper: "—", exact: "Ising 1/8"),
    Headline(
      id: "linear/k10/beta_nu", quantity: "the same, 5 × 5 coarse window", symbol: "β/ν", paper: "—", exact: "Ising 1/8"
    ),
    Headline(
      id: "rgs/32/step1", quantity: "first step of the blocking itself", symbol: "β/ν", paper: "—", exact: "Ising 1/8"),
    Headline(
      id: "irgx/32-128", quantity: "crossing of generated and direct |m|, 32 → 128", symbol: "μ²_c",
      paper: "unavailable",
      exact: "simulations: −0.9517(2)"),
    Headline(
      id: "mc/L32/b/SD", quantity: "Schwinger–Dyson identity of the simulation", symbol: "SD", paper: "—", exact: "1"),
  ]
}
