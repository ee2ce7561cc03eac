import Notebook
import Statistics

/// The errors of the exponents of one step of a chain: statistical, of training, of β_c, and the range over maps.
struct TotalError {
  struct Exponent {
    let value: Double
    let statistical: Double
    let training: Double?
    let criticalPoint: Double
    /// Smallest and largest value of other maps, levels and steps.
    let range: ClosedRange<Double>

    var text: String {
      let parts = [
        "statistical \(statistical.digits(4))", training.map { "training \($0.digits(4))" },
        "$\\beta_c$ \(criticalPoint.digits(4))",
      ]
      let range = "range of maps \(range.lowerBound.digits(3)) … \(range.upperBound.digits(3))"
      return "\(value.digits(4)): \((parts.compactMap(\.self) + [range]).joined(separator: ", "))"
    }
  }

  let betaOverNu: Exponent
  let gammaOverNu: Exponent

  /// - Parameters:
  ///   - training: the scatter of training, if it is known for this map.
  ///   - slope: of β/ν in the training β; that of γ/ν is −2 times as large.
  ///   - others: all steps of all maps that draw spins.
  init(_ pair: ChainSummary.Pair, training: TrainingSpread?, slope: Double?, others: [ChainSummary.Pair]) {
    // Uncertainty of β_c of the literature.
    let shift = abs(slope ?? 0) * 0.0024
    func range(_ value: Double, _ path: KeyPath<ChainSummary.Pair, Estimate>) -> ClosedRange<Double> {
      let all = others.map { $0[keyPath: path].value } + [value]
      return (all.min() ?? value)...(all.max() ?? value)
    }
    betaOverNu = Exponent(
      value: pair.betaOverNu.value, statistical: pair.betaOverNu.standardError, training: training?.betaOverNuError(0),
      criticalPoint: shift, range: range(pair.betaOverNu.value, \.betaOverNu))
    gammaOverNu = Exponent(
      value: pair.gammaOverNu.value, statistical: pair.gammaOverNu.standardError,
      training: training?.gammaOverNuError(0), criticalPoint: 2 * shift,
      range: range(pair.gammaOverNu.value, \.gammaOverNu))
  }

  /// Width of the range over the statistical error.
  var ratio: Double {
    (betaOverNu.range.upperBound - betaOverNu.range.lowerBound) / max(betaOverNu.statistical, 1e-12)
  }

  func record(on page: Page) {
    for (name, exponent) in [("beta-over-nu", betaOverNu), ("gamma-over-nu", gammaOverNu)] {
      let id = "irg/error/\(name)"
      page.quantity("\(id)/statistical", exponent.statistical, symbol: "σ", listed: false)
      page.quantity("\(id)/training", orNone: exponent.training, symbol: "σ of training", listed: false)
      page.quantity("\(id)/critical-point", exponent.criticalPoint, symbol: "σ of β_c", listed: false)
      page.quantity(
        "\(id)/range", json: .array([.double(exponent.range.lowerBound), .double(exponent.range.upperBound)]),
        symbol: "range of maps", listed: false)
    }
  }
}
