import Notebook

extension RBMvsRG {
  var verdicts: Chapter {
    Chapter(
      "Verdicts", all: machineSummaries, needs: verdictValues, controls, variants, deepRuns, deepMap, continued,
      sampledRings
    ) { page, machines, values, controls, variants, deep, map, continued, rings in
      page.text(
        """
        **Negative results that stay.** E2 on sampled rings of small $K$; one-coupling pseudo-likelihood; persistent chains of this length; learning
        rates that do not localise on the large lattice; flows of many hidden units that do not converge; the map $K \\to K'_h$ without
        a fixed point at $K_c$; machines trained by contrastive divergence as samplers; weights as carriers of the Ising coupling.

        **What this protocol does not settle.** Whether the missing fixed point of the hidden map belongs to contrastive divergence or to 4:1
        compression; the thesis' own comparison of weights, whose formula is not known; other thermometers.

        The checks of this report come in tiers: exact numbers (enumeration, Kaufman's torus, decimation), theory with an absolute
        systematic (ν, $y_h$, $K^*$), independent runs of the same protocol with their errors, and bands. There is no tier of thesis values:
        none is available. In one line each: chain error \(values.chainError.scientificText), ν = \(values.nu.text), $K'_h - K'_{\\mathrm{maj}}$ at $K_c$ =
        \(values.gapAtCriticality.text).
        """)
      recordMachines(machines, on: page)
      recordControls(controls, on: page)
      recordVariants(variants, on: page)
      recordDeep(deep, map, continued, on: page)
      if let ring = rings.first(where: { $0.coupling == 1 })?.structure {
        page.quantity("statements/structure-factor-is-useless", ring.standardError, symbol: "σ(K')", listed: false)
      }
    }
  }
}
