import Statistics

extension Estimate? {
  /// The estimate, or a dash.
  public var text: String { map(\.description) ?? "—" }
}

extension Page {
  /// Records an estimate if there is one: with fewer than two runs there is none.
  public func quantity(ifAny id: String, _ value: Estimate?, symbol: String, listed: Bool = true) {
    if let value { quantity(id, value, symbol: symbol, listed: listed) }
  }
}
