import Foundation
import Lattice
import Notebook
import Statistics

extension SpinGlassIRG {
  var exactness: Chapter {
    Chapter(
      "Is the simulation right?", needs: twoCubes, twoCubeSimulation, twoCubeAverages, cubeChecks, references, direct,
      majorityCheck
    ) { page, exact, differences, averages, cubes, references, direct, violations in
      page.text(
        """
        Everything below is the production code: replica exchange, two replicas, 512 samples in the bits of one machine word, energies and
        overlaps counted bit by bit. On the 2 × 2 × 2 torus (24 bonds) all $3^{12}$ distinct sums of the doubled couplings are enumerated, and
        each simulated sample has its own exact averages, so that simulation minus exact result is thermal noise alone.
        """)
      page.table(
        Table(
          caption:
            "2 × 2 × 2, full disorder average (exact), and simulation minus exact of the same \(512 * p.exact.batches) samples.",
          columns: [
            "β", "$e$", "$[\\langle\\lvert q\\rvert\\rangle]$", "$[\\langle q^2\\rangle]$", "link overlap", "Δ$e$",
            "Δ$q^2$",
            "Δ link",
          ],
          rows: zip(exact, differences.points).map { exact, point in
            let average = exact.average
            return [
              average.beta.shortest, average.energy.digits(9), average.absoluteOverlap.digits(9),
              average.overlapSquare.digits(9), average.linkOverlap.digits(9), point.energy.description,
              point.square.description, point.link.description,
            ]
          }))
      writeOverlapLaw(exact, differences, on: page)
      writeIdentities(exact, violations, on: page)
      writeCubes(cubes, on: page)
      writeReferences(references, on: page)
      writeLiterature(direct, on: page)
      record(exact, differences, averages, on: page)
    }
  }

  /// P(q) at the β nearest to the transition.
  private func writeOverlapLaw(_ exact: [TwoCubeResult], _ simulated: TwoCubeSummary, on page: Page) {
    let betas = exact.map(\.average.beta)
    let index = nearest(p.training.beta, in: betas)
    let values = (0..<5).map { (Double($0) / 4).shortest }
    page.table(
      Table(
        caption: "Law of the overlap at β = \(betas[index].shortest), one-sided.",
        columns: [""] + values.map { "$P(q = \($0))$" },
        rows: [
          ["exact"] + exact[index].average.overlapLaw.map { $0.digits(6) },
          ["simulated"] + simulated.points[index].overlapLaw.map(\.description),
        ]))
    for point in simulated.points {
      for (value, probability) in zip(values, point.overlapLaw) {
        page.quantity("mc/l2/\(label(point.beta))/pq/\(value)", probability, symbol: "P(q)", listed: false)
      }
    }
  }

  private func writeIdentities(_ exact: [TwoCubeResult], _ violations: Int, on page: Page) {
    let defect = exact.map(\.effectiveLawDefect).max() ?? .nan
    page.text(
      """
      Two identities of the enumeration: $P(q)$ of the effective distribution above equals that of two replicas to
      \(defect.scientificText), and $[\\mathrm{artanh}(J\\langle ss'\\rangle)] = \\beta$ for symmetric couplings, to
      \((exact.map { abs($0.average.betaEstimate - $0.average.beta) }.max() ?? .nan).scientificText). Of the 256 patterns of a block,
      \(violations) violate the majority or tie rule.
      """)
    page.quantity("exact/majority", json: .int(violations), symbol: "violations", listed: false)
    for result in exact where result.average.beta == 0.9 {
      page.quantity("exact/hlw/l2/b0.9", result.effectiveLawDefect, symbol: "max |ΔP(q)|", listed: false)
      page.quantity("exact/atanh-identity", result.average.betaEstimate, symbol: "[artanh(J⟨ss'⟩)]", listed: false)
    }
  }

  private func writeCubes(_ cubes: CubeChecks, on page: Page) {
    guard !cubes.exact.isEmpty else { return }
    page.text(
      """
      One sample of the 4 × 4 × 4 torus (`exact.couplings`) by transfer matrix over the $2^{16}$ states of a layer, and by simulation of 512
      independent copies:
      """)
    page.table(
      Table(
        columns: [
          "β", "$\\ln Z$ at β − \(cubes.step.shortest)", "$\\ln Z$ at β + \(cubes.step.shortest)", "$e$ exact",
          "$e$ simulated",
        ],
        rows: cubes.exact.map { cube in
          [
            cube.beta.significant(6), cube.lower.digits(9), cube.upper.digits(9), cube.energy.digits(9),
            (cubes.simulated.point(at: cube.beta)?.energy).text,
          ]
        }))
    guard p.exact.couplings == ExactParameters.sample else { return }
    for cube in cubes.exact {
      let id = "exact/l4/S0/\(label(cube.beta))"
      page.quantity("\(id)/log-partition-lower", cube.lower, symbol: "ln Z", listed: false)
      page.quantity("\(id)/log-partition-upper", cube.upper, symbol: "ln Z", listed: false)
      page.quantity("\(id)/energy", cube.energy, symbol: "e", listed: false)
      page.quantity(
        ifAny: "mc/l4/S0/\(label(cube.beta))/energy", cubes.simulated.point(at: cube.beta)?.energy, symbol: "e")
    }
  }

  private func writeReferences(_ references: ReferenceSimulations, on page: Page) {
    let nishimori = references.nishimori.points.last
    let probability = p.exact.nishimoriProbability
    page.text(
      """
      On the Nishimori line with $p$ = \(probability.shortest), $L = 4$: $e$ = \((nishimori?.energy).text), exactly
      $-3(2p-1)$ = \((-3 * (2 * probability - 1)).shortest); $[\\langle m^2\\rangle] - [\\langle q^2\\rangle]$ = \((nishimori?.excess).text), exactly 0.
      At high temperature ($L = 8$), against the series in $w = \\tanh\\beta$ to $w^{11}$:
      """)
    page.table(
      Table(
        columns: ["β", "$e$ simulated", "series"],
        rows: references.highTemperature.points.map {
          [$0.beta.shortest, $0.energy.description, HighTemperatureSeries.energy(beta: $0.beta).digits(6)]
        }))
    if probability == 0.75 {
      page.quantity(ifAny: "mc/nishimori/energy", nishimori?.energy, symbol: "e")
      page.quantity(ifAny: "mc/nishimori/m2-minus-q2", nishimori?.excess, symbol: "[⟨m²⟩] − [⟨q²⟩]")
    }
    for point in references.highTemperature.points {
      page.quantity(
        "exact/high-temperature/\(label(point.beta))", HighTemperatureSeries.energy(beta: point.beta), symbol: "e",
        listed: false)
      page.quantity("mc/high-temperature/\(label(point.beta))/energy", point.energy, symbol: "e", listed: false)
    }
  }

  /// The published validation table of another code, size by size.
  private func writeLiterature(_ direct: [SizeSummary], on page: Page) {
    guard p.model.positiveProbability == 0.5 else { return }
    page.text(
      """
      The production runs against the validation table of an independent code (github.com/PeaBrane/peapods, 3840 samples a size): the
      checks `literature/peapods/…` at the end of the report. Rows of one size share their samples, so their deviations are not independent.
      """)
    for size in direct {
      for temperature in [1, 1.1, 1.2, 1.3, 1.6] {
        guard let point = size.point(at: 1 / temperature) else { continue }
        let id = "literature/peapods/L\(size.side)/T\(temperature.shortest)"
        page.quantity("\(id)/U4", point.binder, symbol: "U₄", listed: false)
        page.quantity("\(id)/xi-over-L", point.correlationLength, symbol: "ξ/L", listed: false)
      }
    }
  }

  private func record(
    _ exact: [TwoCubeResult], _ differences: TwoCubeSummary, _ averages: SizeSummary, on page: Page
  ) {
    for result in exact {
      let (average, id) = (result.average, "exact/l2/\(label(result.average.beta))")
      for (name, value) in [
        ("energy", average.energy), ("log-partition", average.logPartitionFunctionPerSpin),
        ("abs-q", average.absoluteOverlap), ("q2", average.overlapSquare), ("q4", average.overlapFourth),
        ("link-overlap", average.linkOverlap),
      ] {
        page.quantity("\(id)/\(name)", value, symbol: name, listed: false)
      }
      for (k, probability) in average.overlapLaw.enumerated() {
        page.quantity("\(id)/pq/\((Double(k) / 4).shortest)", probability, symbol: "P(q)", listed: false)
      }
    }
    for point in averages.points {
      let id = "mc/l2/\(label(point.beta))"
      page.quantity("\(id)/energy", point.energy, symbol: "e", listed: false)
      page.quantity("\(id)/abs-q", point.absolute, symbol: "[⟨|q|⟩]", listed: false)
      page.quantity("\(id)/q2", point.square, symbol: "[⟨q²⟩]", listed: false)
      page.quantity("\(id)/q4", point.fourth, symbol: "[⟨q⁴⟩]", listed: false)
      page.quantity("\(id)/link-overlap", point.link, symbol: "q_link", listed: false)
    }
    for point in differences.points {
      let id = "mc/l2-less-exact/\(label(point.beta))"
      page.quantity("\(id)/energy", point.energy, symbol: "Δe", listed: false)
      page.quantity("\(id)/q2", point.square, symbol: "Δ[⟨q²⟩]", listed: false)
      page.quantity("\(id)/link-overlap", point.link, symbol: "Δq_link", listed: false)
    }
  }
}
