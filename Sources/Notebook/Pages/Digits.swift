import Foundation

extension Double {
  /// With a fixed number of digits after the point; what would be shown as −0 is 0.
  public func digits(_ count: Int) -> String {
    String(format: "%.\(count)f", abs(self) < 0.5 * pow(10, -Double(count)) ? 0 : self)
  }

  /// With at most so many significant digits, as short as possible: 0.769231, 1, 1.1.
  public func significant(_ count: Int) -> String { String(format: "%.\(count)g", self) }

  /// The shortest text that reads back as this number, without ".0".
  public var shortest: String { self == rounded() && abs(self) < 1e15 ? "\(Int(self))" : "\(self)" }

  /// In powers of ten with two digits, between dollar signs.
  public var scientificText: String { "$\(scientific)$" }

  /// In powers of ten with two digits, as mathematics.
  public var scientific: String {
    guard self != 0, isFinite else { return "0" }
    let exponent = Int(log10(abs(self)).rounded(.down))
    return "\((self / pow(10, Double(exponent))).digits(1))\\times 10^{\(exponent)}"
  }
}

extension [Double] {
  /// All with a fixed number of digits after the point.
  public func digits(_ count: Int) -> String { map { $0.digits(count) }.joined(separator: ", ") }
}
