import Notebook
import Statistics

extension RBMvsRG {
  var claims: Chapter {
    Chapter("What the thesis claims, and what cannot be known", needs: verdictValues) { page, values in
      page.text(
        """
        Of arXiv 2308.11075 only title block and abstract are available to us: **no number, table, figure, lattice size, exponent or
        training setting of the thesis is known**, and no number below is called one of its results. The abstract makes five claims;
        what this report finds for each, under a protocol of our own:
        """)
      page.table(
        Table(
          columns: ["claim of the abstract, paraphrased", "found here"],
          rows: [
            [
              "a. In one dimension Adam on a correlation-length loss learns the group flow, consistent with the analytic result for large $N$",
              "\(values.chainError < 1e-5 ? "reproduced" : "not reproduced here"): largest error of $K'$ \(values.chainError.scientificText)",
            ],
            [
              "b. In two dimensions Wolff samples, a \"quasi-deterministic\" flow, validated through ν",
              "with our reading (deterministic blocks but for ties): ν = \(values.nu.text) (MCRG), \(values.matchingNu.text) (matching)",
            ],
            [
              "c. Machines trained layer by layer show a blocking structure qualitatively like the renormalization group",
              "partly: \(values.blockingVerdict)",
            ],
            [
              "d. Weights of each layer compared directly with spin renormalization",
              "done with our own measures; the thesis' formula is not known",
            ],
            [
              "e. Quantitative inconsistencies even for nearest neighbours",
              "\(inconsistency(values.gapAtCriticality)): $K'_h - K'_{\\mathrm{maj}}$ = \(values.gapAtCriticality.text) at $K_c$",
            ],
          ]))
      page.text(
        """
        Not available: the loss formula, Adam's settings and $N$ in one dimension; $L$, samples, temperatures, the value of ν and the meaning of
        "quasi-deterministic" in two; layer sizes, learning rate, epochs, $k$, regularisation, temperatures, the formula that compares weights
        and the inconsistent numbers of the machines; the list of figures and tables.

        **Conventions.** Spins ±1, weight $\\exp(K\\sum s_is_j)$, periodic boundaries, $K_c = \\ln(1+\\sqrt2)/2$ = 0.440687; a prime is one step with
        factor 2.
        """)
    }
  }

  private func inconsistency(_ gap: Estimate?) -> String {
    guard let gap else { return "not measured here" }
    return abs(gap.value) > 3 * gap.standardError ? "reproduced" : "not resolved"
  }
}
