/// Turns step values into a piece of the report: prose, tables, figures, quantities. It computes nothing expensive
/// and is evaluated on every run, so that changing a caption runs no step.
public struct Chapter: Sendable {
  public let title: String
  let needs: [StepNode]
  let body: @Sendable (Page, StepValues) throws -> Void

  /// - `needs`: the steps whose values the body gets, in the same order.
  public init<each Value: Codable & Sendable>(
    _ title: String, needs: repeat Step<each Value>,
    body: @escaping @Sendable (Page, repeat each Value) throws -> Void
  ) {
    self.title = title
    var nodes: [StepNode] = []
    repeat nodes.append((each needs).node)
    self.needs = nodes
    self.body = { page, values in try body(page, repeat try values.value(of: each needs)) }
  }

  /// A chapter about several steps of the same kind, whose values the body gets as an array, besides others.
  public init<Item: Codable & Sendable, each Value: Codable & Sendable>(
    _ title: String, all steps: [Step<Item>], needs: repeat Step<each Value>,
    body: @escaping @Sendable (Page, [Item], repeat each Value) throws -> Void
  ) {
    self.title = title
    var nodes = steps.map { $0.node }
    repeat nodes.append((each needs).node)
    self.needs = nodes
    self.body = { page, values in
      try body(page, steps.map { try values.value(of: $0) }, repeat try values.value(of: each needs))
    }
  }

  /// The title in lower case with hyphens, as `--only` takes it.
  public var slug: String {
    let words = title.lowercased().split { !($0.isLetter || $0.isNumber) }
    return words.joined(separator: "-")
  }
}
