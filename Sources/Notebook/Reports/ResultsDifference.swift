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
        guard old.value != new.value || old.stderr != new.stderr else { return nil }
        return "\(id): \(old.shown) → \(new.shown)\(Self.sigmas(old, new))"
      default: return nil
      }
    }
  }

  private static func sigmas(_ old: Quantity, _ new: Quantity) -> String {
    guard let x = old.value.number, let y = new.value.number else { return "" }
    let error = ((old.stderr ?? 0) * (old.stderr ?? 0) + (new.stderr ?? 0) * (new.stderr ?? 0)).squareRoot()
    return error > 0 ? String(format: " (%+.1f σ)", (y - x) / error) : ""
  }
}
