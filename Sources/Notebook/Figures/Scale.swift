import Foundation

/// The numbers that an axis shows: its ends, and where its ticks are.
struct Scale {
  let low: Double
  let high: Double
  let isLogarithmic: Bool

  /// The given range, or one that covers the values with a margin of 4 % where the end is not tight.
  init(_ axis: Axis, covering values: [Double], tightLow: Bool = false, tightHigh: Bool = false) {
    isLogarithmic = axis.logarithmic
    if let range = axis.range {
      (low, high) = (range.lowerBound, range.upperBound)
      return
    }
    let least = values.min() ?? (axis.logarithmic ? 1 : 0)
    let greatest = values.max() ?? 1
    if axis.logarithmic {
      let margin = least < greatest ? pow(greatest / least, 0.04) : 2
      low = tightLow ? least : Self.rounded(least / margin, to: 1e-3 * least, .down)
      high = tightHigh ? greatest : Self.rounded(greatest * margin, to: 1e-3 * greatest, .up)
    } else {
      let spread = least < greatest ? 0.04 * (greatest - least) : max(0.1 * abs(least), 0.5)
      let unit = 0.01 * spread
      low = tightLow && least < greatest ? least : Self.rounded(least - spread, to: unit, .down)
      high = tightHigh && least < greatest ? greatest : Self.rounded(greatest + spread, to: unit, .up)
    }
  }

  init(low: Double, high: Double) {
    (self.low, self.high, isLogarithmic) = (low, high, false)
  }

  /// A number with few digits near this one, in the direction: a multiple of a power of ten ≤ `unit`.
  private static func rounded(_ value: Double, to unit: Double, _ rule: FloatingPointRoundingRule) -> Double {
    let exponent = Int(floor(log10(unit)))
    let multiple = (value / pow(10, Double(exponent))).rounded(rule)
    return Double("\(multiple)e\(exponent)") ?? value
  }

  /// 0 at the low end, 1 at the high end.
  func fraction(_ value: Double) -> Double {
    isLogarithmic ? log(value / low) / log(high / low) : (value - low) / (high - low)
  }

  /// Labelled round numbers inside the range, at most about `count`, and unlabelled ones between them.
  func ticks(atMost count: Int) -> (major: [Axis.Tick], minor: [Double]) {
    isLogarithmic ? decades(atMost: count) : steps(atMost: count)
  }

  /// Multiples of 1, 2 or 5 times a power of ten, all with the same decimals.
  private func steps(atMost count: Int) -> (major: [Axis.Tick], minor: [Double]) {
    let rough = (high - low) / Double(max(2, count))
    var exponent = Int(floor(log10(rough)))
    let digit = [1.0, 2.0, 5.0, 10.0].first { $0 * pow(10, Double(exponent)) >= 0.999 * rough } ?? 10
    let step = digit * pow(10, Double(exponent))
    if digit == 10 { exponent += 1 }
    let slack = 1e-9 * (high - low)
    let first = ((low - slack) / step).rounded(.up)
    let last = ((high + slack) / step).rounded(.down)
    guard first <= last else { return ([], []) }
    let largest = Int(floor(log10(max(abs(low), abs(high)))))
    let isScientific = (largest >= 5 || largest < -3) && largest - exponent <= 3
    let decimals = isScientific ? largest - exponent : max(0, -exponent)
    let format = "%.\(max(0, decimals))f"
    let ticks = stride(from: first, through: last, by: 1).map { multiple in
      let value = multiple * step
      if multiple == 0 { return Axis.Tick(0, "0") }
      var label = String(format: format, isScientific ? value / pow(10, Double(largest)) : value)
      if isScientific { label += "×10^{\(largest)}" }
      label = label.replacing("-", with: "−")
      return Axis.Tick(Double(String(format: "%.12g", value)) ?? value, label)
    }
    return (ticks, [])
  }

  /// Powers of ten; over less than two decades also 2 and 5 times these.
  private func decades(atMost count: Int) -> (major: [Axis.Tick], minor: [Double]) {
    let span = log10(high / low)
    let exponents = Int(floor(log10(low)))...Int(ceil(log10(high)))
    let inside = (low * (1 - 1e-9))...(high * (1 + 1e-9))
    let isShort = span < 2
    let every = max(1, Int((span / Double(max(1, count))).rounded(.up)))
    var major: [Axis.Tick] = []
    var minor: [Double] = []
    for exponent in exponents {
      for digit in 1...9 {
        let value = Double("\(digit)e\(exponent)") ?? 0
        guard inside.contains(value) else { continue }
        if isShort, [1, 2, 5].contains(digit) || span < 0.5 {
          major.append(Axis.Tick(value, String(format: "%g", value)))
        } else if !isShort, digit == 1, exponent % every == 0 {
          major.append(Axis.Tick(value, "10^{\(exponent)}".replacing("-", with: "−")))
        } else if every == 1 {
          minor.append(value)
        }
      }
    }
    return (major, minor)
  }
}
