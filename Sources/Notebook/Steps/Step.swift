import Foundation
import Random

/// A computation described as a value: a name, a revision, its parameters, the steps it needs, how many
/// independent tasks it has, and a pure body.
///
/// A step does nothing by itself. Its key (see `Plan`) is known before anything runs; the runner looks the
/// key up in the store and calls the body only for tasks whose result is not there. The body must depend on
/// nothing but its arguments: the same key must always mean the same result. When the code of a body changes
/// its results, raise `revision`.
public struct Step<Value: Codable & Sendable>: Sendable {
  let node: StepNode

  /// A deterministic computation.
  ///
  /// - `name`: unique within the study; lower-case words joined by hyphens.
  /// - `parameters`: everything the result depends on besides the upstream results.
  /// - `needs`: the upstream steps, whose values the body gets in the same order.
  public init<each Upstream: Codable & Sendable>(
    _ name: String, revision: Int = 1, parameters: some Encodable & Sendable,
    needs: repeat Step<each Upstream>,
    body: @escaping @Sendable (repeat each Upstream) throws -> Value
  ) {
    node = StepNode(
      name: name, revision: revision, parameters: StepNode.tree(parameters), needs: nodes(repeat each needs),
      taskCount: 1, isArray: false, usesRandom: false, decode: StepNode.decodeOne(Value.self)
    ) { values, _, _, _ in
      try CanonicalJSON.encode(body(repeat try values.value(of: each needs)))
    }
  }

  /// A deterministic computation from several steps of the same kind, whose values the body gets as an array.
  public init<Item: Codable & Sendable>(
    _ name: String, revision: Int = 1, parameters: some Encodable & Sendable, all steps: [Step<Item>],
    body: @escaping @Sendable ([Item]) throws -> Value
  ) {
    node = StepNode(
      name: name, revision: revision, parameters: StepNode.tree(parameters), needs: steps.map { $0.node },
      taskCount: 1, isArray: false, usesRandom: false, decode: StepNode.decodeOne(Value.self)
    ) { values, _, _, _ in
      try CanonicalJSON.encode(body(steps.map { try values.value(of: $0) }))
    }
  }

  /// A computation with random numbers from the stream "study/step".
  public static func random(
    _ name: String, revision: Int = 1, parameters: some Encodable & Sendable,
    body: @escaping @Sendable (inout RandomStream) throws -> Value
  ) -> Step {
    Step(
      node: StepNode(
        name: name, revision: revision, parameters: StepNode.tree(parameters), needs: [], taskCount: 1,
        isArray: false, usesRandom: true, decode: StepNode.decodeOne(Value.self)
      ) { _, _, stream, _ in
        var random = stream
        return try CanonicalJSON.encode(body(&random))
      })
  }

  /// `count` independent tasks of the same kind; task i draws from the stream ("study/step", i) and gives
  /// element i of the value.
  ///
  /// A task's result does not depend on `count`: asking for more keeps the stored ones.
  public static func array<Element: Codable & Sendable, each Upstream: Codable & Sendable>(
    _ name: String, revision: Int = 1, parameters: some Encodable & Sendable, count: Int,
    needs: repeat Step<each Upstream>,
    body: @escaping @Sendable (Int, inout RandomStream, repeat each Upstream) throws -> Element
  ) -> Step<[Element]> where Value == [Element] {
    Step(
      node: StepNode(
        name: name, revision: revision, parameters: StepNode.tree(parameters),
        needs: nodes(repeat each needs), taskCount: count, isArray: true, usesRandom: true,
        decode: StepNode.decodeAll(Element.self)
      ) { values, task, stream, _ in
        var random = stream
        return try CanonicalJSON.encode(body(task, &random, repeat try values.value(of: each needs)))
      })
  }

  /// Like `array`, for tasks of a minute or more: each saves its state through the checkpoint it gets and goes on
  /// from there after it was killed.
  public static func resumable<Element: Codable & Sendable, each Upstream: Codable & Sendable>(
    _ name: String, revision: Int = 1, parameters: some Encodable & Sendable, count: Int,
    needs: repeat Step<each Upstream>,
    body: @escaping @Sendable (Int, RandomStream, Checkpoint, repeat each Upstream) throws -> Element
  ) -> Step<[Element]> where Value == [Element] {
    Step(
      node: StepNode(
        name: name, revision: revision, parameters: StepNode.tree(parameters),
        needs: nodes(repeat each needs), taskCount: count, isArray: true, usesRandom: true,
        decode: StepNode.decodeAll(Element.self)
      ) { values, task, stream, checkpoint in
        try CanonicalJSON.encode(body(task, stream, checkpoint, repeat try values.value(of: each needs)))
      })
  }

  init(node: StepNode) { self.node = node }
}

private func nodes<each Upstream>(_ steps: repeat Step<each Upstream>) -> [StepNode] {
  var all: [StepNode] = []
  repeat all.append((each steps).node)
  return all
}
