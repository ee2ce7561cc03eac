import Foundation
import Statistics

/// Exponents from straight lines through logarithms over a range of sizes of the same dreams.
///
/// The sizes of one dream are strongly correlated, so the line is fitted to every leave-one-block-out sample, and all
/// points weigh the same.
struct SlopeSummary: Codable, Sendable {
  let from: Int
  let to: Int
  /// χ ~ L^{γ/ν}; here and below nothing where the average is not positive in every resampling.
  let chi: Estimate?
  /// ⟨|m|⟩ ~ L^{−β/ν}.
  let absm: Estimate?
  /// me ~ L^{1/ν}.
  let me: Estimate?
  /// d c_p / d ln L.
  let cpLogarithmic: Estimate?
  /// c_p ~ L^{α/ν}, an effective exponent.
  let cpPower: Estimate?

  /// - Parameter levels: for each size, the sums of the same blocks in the same order.
  init?(_ levels: [[LevelSums]], from: Int, to: Int) throws {
    let used = levels.filter { from <= $0[0].side && $0[0].side <= to }
    guard used.count >= 2, used.first?[0].side == from, used.last?[0].side == to else { return nil }
    self.from = from
    self.to = to
    let series = used.flatMap { blocks in
      [\LevelSums.m2, \.m4, \.absm, \.e, \.e2, \.eAbsm].map { path in
        blocks.map { $0[keyPath: path] / Double($0.configurations) }
      }
    }
    let sides = used.map { Double($0[0].side) }
    func estimate(_ index: Int, logarithm: Bool = true) throws -> Estimate? {
      do {
        return try Jackknife(of: series) { means in
          let values = sides.indices.map { k in
            LevelSummary.derived(Array(means[6 * k..<6 * k + 6]), sites: sides[k] * sides[k])[index]
          }
          return [try Self.slope(sides, values.map { logarithm ? log($0) : $0 })]
        }.estimates[0]
      } catch StatisticsError.notFinite {
        // The logarithm of an average that is not positive in every resampling: no power law to speak of.
        return nil
      }
    }
    (chi, absm, me) = (try estimate(0), try estimate(2), try estimate(5))
    (cpLogarithmic, cpPower) = (try estimate(4, logarithm: false), try estimate(4))
  }

  /// The slope of the least-squares line of y against ln L; all points weigh the same.
  static func slope(_ sides: [Double], _ y: [Double]) throws -> Double {
    let errors = [Double](repeating: 1, count: y.count)
    return try LinearFit.line(x: sides.map { log($0) }, y: y, errors: errors).parameters[1].value
  }
}
