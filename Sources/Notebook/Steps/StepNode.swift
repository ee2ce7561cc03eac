import Foundation
import Random

/// A step without its value type: what plans, stores and runners handle.
struct StepNode: Sendable {
  let name: String
  let revision: Int
  let parameters: JSONValue
  let needs: [StepNode]
  let taskCount: Int
  let isArray: Bool
  let usesRandom: Bool
  /// The tasks' stored bytes, in order, to the step's value.
  let decode: @Sendable ([Data]) throws -> any Sendable
  /// One task: upstream values, task index, its random stream and saved state to the bytes to store.
  let body: @Sendable (StepValues, Int, RandomStream, Checkpoint) throws -> Data

  /// Parameters are plain structs of numbers, strings and lists; encoding them cannot fail.
  static func tree(_ parameters: some Encodable) -> JSONValue {
    do { return try CanonicalJSON.tree(parameters) } catch {
      preconditionFailure("parameters of a step must be encodable as JSON: \(error)")
    }
  }

  static func decodeOne<Value: Codable & Sendable>(
    _ type: Value.Type
  ) -> @Sendable ([Data]) throws -> any Sendable {
    { try CanonicalJSON.decode(Value.self, from: $0.first ?? Data()) }
  }

  static func decodeAll<Element: Codable & Sendable>(
    _ type: Element.Type
  ) -> @Sendable ([Data]) throws -> any Sendable {
    { try $0.map { try CanonicalJSON.decode(Element.self, from: $0) } }
  }
}
