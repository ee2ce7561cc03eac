import Foundation
import Statistics

extension Golden {
  /// The check of the quantities that carry this entry's identifier. Statistical checks that have a z are
  /// left at PASS or INCONCLUSIVE: `judge` compares z with the family's limit.
  func check(_ candidates: [Quantity], parameters run: JSONValue) -> Check {
    let reference = value ?? rule.predicate?.tree
    func outcome(_ verdict: Verdict, _ message: String? = nil) -> Check {
      Check(
        id: id, kind: kind, verdict: verdict, value: candidates.first?.value, reference: reference,
        message: message, knownDifference: knownDifference)
    }
    if let unavailable { return outcome(.unavailable, unavailable) }
    if let difference = parameterDifference(from: run) { return outcome(.stale, difference) }
    guard let quantity = candidates.first else { return outcome(.missing, "the run has no such quantity") }
    if candidates.count > 1 { return outcome(.fail, "\(candidates.count) quantities share this id") }
    var check = outcome(.pass)
    switch kind {
    case .exact: compareExact(quantity, &check)
    case .numeric: compareNumeric(quantity, &check)
    case .statistical: compareStatistical(quantity, &check)
    case .published: comparePublished(quantity, &check)
    case .property:
      if rule.predicate?.holds(for: quantity.value) != true { check.fail("the predicate does not hold") }
    }
    return check
  }

  /// The first parameter, in order of the paths, that is not what the value was made for.
  private func parameterDifference(from run: JSONValue) -> String? {
    for (path, wanted) in (parameters ?? [:]).sorted(by: { $0.key < $1.key }) {
      let found = run[path: path]
      if found?.satisfies(wanted) != true {
        return "made for \(path) = \(wanted.compact), the run has \(found?.compact ?? "no such parameter")"
      }
    }
    return nil
  }

  private func compareExact(_ quantity: Quantity, _ check: inout Check) {
    if value.map({ quantity.value.isSame(as: $0) }) != true { check.fail("not the same value") }
  }

  private func compareNumeric(_ quantity: Quantity, _ check: inout Check) {
    guard let pairs = pairs(with: quantity) else { return check.fail("not a value of the same shape") }
    let excess = pairs.map { x, r in abs(x - r) - rule.halfRange(at: r) }
    guard let worst = excess.indices.max(by: { excess[$0].orInfinite < excess[$1].orInfinite }),
      !(excess[worst] <= 0)
    else { return }
    let (x, r) = pairs[worst]
    let place = pairs.count > 1 ? "element \(worst + 1): " : ""
    check.fail(
      place + String(format: "|x - r| = %.3g, allowed %.3g", abs(x - r), rule.halfRange(at: r)))
  }

  private func compareStatistical(_ quantity: Quantity, _ check: inout Check) {
    guard let estimate = quantity.estimate, estimate.value.isFinite, let reference = value?.number else {
      return check.fail("not a finite number")
    }
    guard estimate.standardError != 0 else { return check.fail("no error bar") }
    guard estimate.standardError > 0, estimate.standardError.isFinite else {
      return check.fail("the error bar is not a positive number")
    }
    let systematic = rule.systematic?.value ?? 0
    let r = Estimate(reference, stderr ?? 0, degreesOfFreedom: degreesOfFreedom)
    let z = zScore(of: estimate, against: r, systematic: systematic)
    guard z.isFinite else { return check.fail("z is not finite") }
    check.z = z
    let combined = combinedError([estimate.standardError, stderr ?? 0, systematic])
    if let resolution = rule.resolution, combined > resolution {
      check.verdict = .inconclusive
      check.message = String(format: "combined error %.3g, stated resolution %.3g", combined, resolution)
    }
  }

  private func comparePublished(_ quantity: Quantity, _ check: inout Check) {
    guard value?.numbers != nil else {
      check.verdict = value.map { quantity.value.isSame(as: $0) } == true ? .agrees : .disagrees
      return
    }
    guard let pairs = pairs(with: quantity) else {
      check.verdict = .disagrees
      check.message = "not a value of the same shape"
      return
    }
    let deviates = pairs.map { x, r in publishedDeviate(x, r, quantity) }
    // A NaN counts as the worst.
    let worst = deviates.max { abs($0).orInfinite < abs($1).orInfinite } ?? .nan
    check.z = worst.isFinite ? worst : nil
    check.limit = 2
    if abs(worst) <= 2 {
      check.verdict = .agrees
    } else if abs(worst) <= 3 {
      check.verdict = .tension
    } else {
      check.verdict = .disagrees
    }
  }

  /// The deviation beyond the allowed half-range in standard errors; infinite beyond it without any error.
  private func publishedDeviate(_ x: Double, _ r: Double, _ quantity: Quantity) -> Double {
    let excess = abs(x - r) - rule.halfRange(at: r)
    if excess <= 0 { return 0 }
    let systematic = rule.systematic?.value ?? 0
    let errors = [quantity.stderr ?? 0, stderr ?? 0, systematic]
    guard excess.isFinite, combinedError(errors) > 0 else { return excess.isNaN ? .nan : .infinity }
    return zScore(
      of: Estimate(x < r ? -excess : excess, errors[0], degreesOfFreedom: quantity.degreesOfFreedom),
      against: Estimate(0, errors[1], degreesOfFreedom: degreesOfFreedom), systematic: systematic)
  }

  /// Measured and reference numbers side by side, if both have the same shape.
  private func pairs(with quantity: Quantity) -> [(x: Double, r: Double)]? {
    guard let measured = quantity.value.numbers, let reference = value?.numbers,
      measured.count == reference.count, (quantity.value.array == nil) == (value?.array == nil)
    else { return nil }
    return Array(zip(measured, reference))
  }
}

/// √Σσ².
private func combinedError(_ errors: [Double]) -> Double {
  errors.reduce(0) { $0 + $1 * $1 }.squareRoot()
}

extension JSONValue {
  /// Whether a parameter is the wanted one, or, for `{"contains": x}`, a list with x among its elements.
  fileprivate func satisfies(_ wanted: JSONValue) -> Bool {
    guard case .object(let condition) = wanted, condition.count == 1, let element = condition["contains"] else {
      return isSame(as: wanted)
    }
    return array?.contains { $0.isSame(as: element) } ?? false
  }
}

extension Check {
  fileprivate mutating func fail(_ reason: String) {
    verdict = .fail
    message = reason
  }
}

extension Double {
  /// Itself, with NaN ordered above everything.
  fileprivate var orInfinite: Double { isNaN ? .infinity : self }
}
