import Learning

/// What wrong implementations of the reference net would measure, exactly.
struct MistakeTable: Codable, Sendable {
  struct Row: Codable, Sendable {
    let name: String
    let label: String
    let small: [WindowTable.Small]
  }

  let rows: [Row]
}

extension MistakeTable {
  /// The signatures at the weights of `set`.
  init(_ set: PublishedSet) throws {
    let right = try ThreeParameterNet(a: set.a, b: set.b, c: set.c)
    let doubled = try ThreeParameterNet(w0: 2 * right.w0, w1: 2 * right.w1, w2: 2 * right.w2)
    let kernel = try ThreeParameterNet(w0: set.a, w1: set.b, w2: set.c)
    rows = [
      Row(name: "correct", label: "correct", small: try WindowTable.small(right.conditionalMagnetization)),
      Row(
        name: "missing-half", label: "factor ½ of the logit missing",
        small: try WindowTable.small(doubled.conditionalMagnetization)),
      Row(
        name: "kernel-as-W", label: "kernel entries used as $(W_0, W_1, W_2)$",
        small: try WindowTable.small(kernel.conditionalMagnetization)),
      Row(
        name: "wrong-side", label: "neighbours on the wrong side",
        small: try WindowTable.small(right.conditionalMagnetization, neighbours: .far)),
    ]
  }
}
