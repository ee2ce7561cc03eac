import Lattice
import Notebook
import Statistics

extension SpinGlassIRG {
  var randomNumbers: Chapter {
    Chapter("Which samples may share random numbers", needs: sharing) { page, schemes in
      page.text(
        """
        512 samples move in step; random numbers are the larger part of the cost, and samples that share them have correlated thermal noise.
        Three schemes of the same heat bath: *groups*, one number for 64 samples; *planes*, six binary digits of each sample's own number and
        one shared remainder; *independent*, every digit its own. Each sample alone is an exact chain in all three. The two replicas and all
        temperatures always have streams of their own: copies of one sample driven by the same numbers coalesce.

        **Inflation** is the variance of means over 64 samples, times 64, over the variance between samples: 1 if samples are independent. Times
        the processor time of a spin update (`sharing.picoseconds`, measured; the table of measurements is in `Benchmarks/RESULTS.md`) it is
        the price of a given error bar, here in units of that of the *planes*. $L$ = \(p.sharing.size), \(p.sharing.sweeps) sweeps,
        \(512 * p.sharing.batches) samples.
        """)
      let shown = rows(schemes)
      page.table(
        Table(
          columns: [
            "β", "scheme", "inflation of $e$", "of $[\\langle q^2\\rangle]$", "of the link overlap", "price of $e$",
            "price of $q^2$",
          ], rows: shown))
      page.text(verdict(schemes))
      for scheme in schemes {
        for point in scheme.points where isShown(point.beta) {
          let id = "sharing/\(scheme.scheme.rawValue)/\(label(point.beta))"
          page.quantity("\(id)/inflation-energy", point.energy, symbol: "inflation of e", listed: false)
          page.quantity("\(id)/inflation-q2", point.square, symbol: "inflation of [⟨q²⟩]", listed: false)
          page.quantity("\(id)/energy", point.meanEnergy, symbol: "e", listed: false)
          page.quantity("\(id)/q2", point.meanSquare, symbol: "[⟨q²⟩]", listed: false)
        }
      }
    }
  }

  /// Hottest, training and coldest temperature.
  private func isShown(_ beta: Double) -> Bool {
    let betas = p.simulation.betas(p.sharing.size)
    return [betas.first, betas[nearest(p.training.beta, in: betas)], betas.last].contains(beta)
  }

  private func price(_ scheme: RandomSharing) -> Double {
    p.sharing.picoseconds[RandomSharing.allCases.firstIndex(of: scheme) ?? 0]
  }

  private func rows(_ schemes: [SharingSummary]) -> [[String]] {
    guard let planes = schemes.first(where: { $0.scheme == .planes }) else { return [] }
    return planes.points.indices.filter { isShown(planes.points[$0].beta) }.flatMap { beta in
      schemes.map { scheme in
        let (point, unit) = (scheme.points[beta], planes.points[beta])
        func relative(_ path: KeyPath<SharingSummary.Point, Estimate>) -> String {
          let own = point[keyPath: path].value * price(scheme.scheme)
          return (own / (unit[keyPath: path].value * price(.planes))).digits(2)
        }
        return [
          point.beta.significant(6), scheme.scheme.rawValue, point.energy.description, point.square.description,
          point.link.description, relative(\.energy), relative(\.square),
        ]
      }
    }
  }

  private func verdict(_ schemes: [SharingSummary]) -> String {
    func largest(_ scheme: RandomSharing) -> Estimate? {
      schemes.first { $0.scheme == scheme }?.points.map(\.energy).max { $0.value < $1.value }
    }
    return """
      The largest inflation of the energy over the ladder is \(largest(.groups).text) for groups, \(largest(.planes).text) for planes and
      \(largest(.independent).text) for independent numbers. The longer the run, the more
      the variance is that of the disorder and the less the noise counts: production runs are longer than these. The simulations of this
      report used **\(p.simulation.randomSharing.rawValue)**; with groups, the blocks of every jackknife are whole groups, so that errors
      stay honest. The short runs of the chapter before used planes.
      """
  }
}
