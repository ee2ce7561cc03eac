import Notebook

extension SpinGlassIRG {
  /// Fig. 4 of the proceedings, and what is known of the paper.
  var replicasAndOverlap: Chapter {
    Chapter("Two replicas and their overlap", needs: replicaPictures) { page, slices in
      page.text(
        """
        The Edwards–Anderson model has spins $\\pm 1$ on a periodic cubic lattice and quenched couplings $J_{ij} = \\pm 1$,
        \(disorderText). Two replicas $s$ and $t$ of the same sample have the energy $E = -\\sum_{\\langle ij\\rangle} J_{ij}(s_is_j + t_it_j)$;
        the renormalization group acts on their overlap $\\rho_i = s_it_i$, with $q = V^{-1}\\sum_i\\rho_i$, whose effective distribution is
        (Haake, Lewenstein and Wilkens)

        $$ P_\\rho = 2^V \\left[ Z^{-2} \\exp \\left( \\beta \\sum_{\\langle ij\\rangle} J_{ij}(1 + \\rho_i\\rho_j) \\right) \\right]_J . $$

        $\\langle\\cdot\\rangle$ is a thermal average, $[\\cdot]$ one over disorder. A block of 2 × 2 × 2 overlaps becomes the sign of its
        sum; \(p.renormalization.ties == .random ? "a tie is broken by a fair coin" : "a tie takes the overlap of the block's first corner").
        """)
      page.figure(
        Figure(
          id: "replicas", title: "Slices of two replicas, their overlap and its renormalization",
          caption:
            "One layer of one sample near the critical temperature; white is +1, black −1. The replicas look random; their overlap does not.",
          columns: 4, width: 1000, height: 300,
          panels: slices.map { slice in
            Panel(
              title: slice.title, .lattice(slice.rows.map { $0.map { -Double($0) } }, palette: .grey, range: -1...1))
          }))
      page.text(
        """
        **What is known of the paper.** Only the abstract of arXiv 2310.12631 and the proceedings arXiv 2405.16288 are available to us. They
        say that configurations of up to $128^3$ are built from $8^3$ (or from $L = 16$ in the proceedings' figure) by machine learning and that
        two critical exponents follow. Number of samples, temperatures, sweeps, tie rule, network, loss, binarisation, the estimate of
        $\\beta_c$ and the table of exponents are not printed there: **the paper's table is not available to us**, no number of this report is
        compared with it, and every model below is our own. The proceedings call $40^3$ the largest simulated volume; equilibrium data up
        to $L = 48$ were published earlier (abstract of arXiv 0903.5026).
        """)
    }
  }

  private var disorderText: String {
    let probability = p.model.positiveProbability
    if probability == 0.5 { return "each sign with probability 1/2" }
    return "+1 with probability \(probability)"
      + (probability == 1 ? " (the ferromagnet, not a spin glass)" : " (not the symmetric model of the papers)")
  }
}
