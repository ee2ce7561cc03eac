import Notebook

extension IsingGenerator {
  /// Everything that is exact about the dream of the weights asked for.
  var exactTable: Chapter {
    Chapter("The exact table", needs: weightsTable) { page, table in
      page.text(
        """
        For the weights $(a,b,c)$ = (\([table.a, table.b, table.c].digits(8))), that is
        $W$ = (\([table.w0, table.w1, table.w2].digits(8))): eigenvalues of the window operator, averages at every size by
        its recursion, and moments at $L$ = 2, 4, 8 by enumeration of the coarse lattice. `--set dream.a=… --set dream.b=…
        --set dream.c=…` asks for others. The susceptibility grows like $L^{\\gamma/\\nu}$ only if $\\lvert\\lambda_h\\rvert > 2$, and
        the heat capacity like $L^{\\alpha/\\nu}$ only if $\\lambda_t > 2$; below that they stay finite.
        """)
      page.table(
        Table(
          columns: [
            "$\\lambda_h$", "$\\lambda_t$", "$\\gamma/\\nu$", "$\\eta$", "$y_t$", "$\\alpha/\\nu$", "2nd odd",
            "2nd even", "$u_\\infty$",
          ],
          rows: [
            [
              table.lambdaH.digits(8), table.lambdaT.digits(8), Exponents.growth(table.lambdaH, digits: 8),
              abs(table.lambdaH) > 2 ? table.eta.digits(8) : "—", table.yT.digits(8),
              Exponents.growth(table.lambdaT, digits: 8), table.secondOdd.digits(8), table.secondEven.digits(8),
              table.uInfinite.digits(8),
            ]
          ]))
      page.table(
        Table(
          columns: ["$L$", "$\\chi$", "$V_4$", "$c_p$", "$\\langle\\lvert m\\rvert\\rangle$"],
          rows: table.small.map { small in
            [
              "\(small.side)", small.chi.digits(8), small.v4.digits(8), small.cp?.digits(8) ?? "—",
              small.absm?.digits(8) ?? "—",
            ]
          }))
      page.table(
        Table(
          columns: ["$L$", "$\\langle m\\rangle$, root up", "$u$", "diagonal", "distance 2", "plaquette"],
          rows: table.levels.map { level in
            ["\(level.side)"]
              + [level.magnetization, level.u, level.diagonal, level.distanceTwo, level.plaquette].map { $0.digits(8) }
          }))
      record(table, prefix: "weights", on: page)
    }
  }

  /// Records an exact table under `prefix`.
  func record(_ table: WindowTable, prefix: String, on page: Page) {
    let numbers: [(String, Double, String)] = [
      ("lambda_h", table.lambdaH, "λ_h"), ("lambda_t", table.lambdaT, "λ_t"), ("y_h", table.yH, "y_h"),
      ("y_t", table.yT, "y_t"), ("gamma_nu", table.gammaNu, "γ/ν"), ("eta", table.eta, "η"),
      ("second_odd", table.secondOdd, "second odd eigenvalue"), ("u_inf", table.uInfinite, "u_∞"),
    ]
    for (name, value, symbol) in numbers {
      page.quantity(
        "\(prefix)/\(name)", orNone: value.isFinite ? value : nil, symbol: symbol, listed: prefix == "weights")
    }
    for level in table.levels {
      let id = "\(prefix)/L\(level.side)"
      page.quantity("\(id)/m_up", level.magnetization, symbol: "⟨m|root +⟩", listed: false)
      page.quantity("\(id)/u", level.u, symbol: "u", listed: false)
      page.quantity("\(id)/diag", level.diagonal, symbol: "⟨s s_diagonal⟩", listed: false)
      page.quantity("\(id)/dist2", level.distanceTwo, symbol: "⟨s s_2⟩", listed: false)
      page.quantity("\(id)/plaq", level.plaquette, symbol: "plaquette", listed: false)
    }
    for small in table.small {
      let id = "\(prefix)/L\(small.side)"
      page.quantity("\(id)/chi", small.chi, symbol: "χ", listed: false)
      page.quantity("\(id)/V4", small.v4, symbol: "V₄", listed: false)
      if let cp = small.cp { page.quantity("\(id)/cp", cp, symbol: "c_p", listed: false) }
      if let absm = small.absm { page.quantity("\(id)/absm", absm, symbol: "⟨|m|⟩", listed: false) }
    }
  }
}
