import Foundation

/// The quantities in which two runs differ, in units of their errors where they have any.
public struct ResultsDifference: Sendable {
  public let lines: [String]
  public let compared: Int

  public var isEmpty: Bool { lines.isEmpty }

  public init(_ a: Results, _ b: Results) {
    let first = Dictionary(a.quantities.map { ($0.id, $0) }) { first, _ in first }
    let second = Dictionary(b.quantities.map { ($0.id, $0) }) { first, _ in first }
    let ids = Set(first.keys).union(second.keys).sorted()
    compared = ids.count
    lines = ids.compactMap { id in
      switch (first[id], second[id]) {
      case (let old?, nil): return "\(id): \(old.shown) → absent"
      case (nil, let new?): return "\(id): absent → \(new.shown)"
      case (let old?, let new?):
        guard !Self.isSame(old, new) else { return nil }
        return "\(id): \(old.shown) → \(new.shown)\(Self.sigmas(old, new))"
      default: return nil
      }
    }
  }

  /// NaN is the same as NaN here: two runs of the same seed do not differ.
  private static func isSame(_ old: Quantity, _ new: Quantity) -> Bool {
    let values = [old, new].map { JSONValue.array([$0.value, $0.stderr.map { .double($0) } ?? .null]).compact }
    return values[0] == values[1]
  }

  private static func sigmas(_ old: Quantity, _ new: Quantity) -> String {
    guard let x = old.value.number, let y = new.value.number else { return "" }
    let error = ((old.stderr ?? 0) * (old.stderr ?? 0) + (new.stderr ?? 0) * (new.stderr ?? 0)).squareRoot()
    return error > 0 ? String(format: " (%+.1f σ)", (y - x) / error) : ""
  }
}
