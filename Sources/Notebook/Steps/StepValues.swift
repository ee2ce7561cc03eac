import Foundation
import Synchronization

/// The results of finished steps by name, decoded when first asked for and only once.
struct StepValues: Sendable {
  private var results: [String: Result] = [:]

  func contains(_ step: String) -> Bool { results[step] != nil }

  mutating func add(_ node: StepNode, payloads: [Data]) {
    results[node.name] = Result(node: node, payloads: payloads)
  }

  /// - Throws: `RunError.missingValue` if the step has not run: a fault of the runner, not of the user;
  ///   `RunError.otherType` if the stored bytes are not of the step's type, which a change of the type without a
  ///   new revision causes.
  func value<Value>(of step: Step<Value>) throws -> Value {
    guard let result = results[step.node.name], let value = try result.value as? Value else {
      throw RunError.missingValue(step: step.node.name)
    }
    return value
  }

  /// Stored bytes and, once asked for, what they mean.
  private final class Result: Sendable {
    private let node: StepNode
    private let payloads: [Data]
    private let decoded = Mutex<(any Sendable)?>(nil)

    init(node: StepNode, payloads: [Data]) {
      self.node = node
      self.payloads = payloads
    }

    var value: any Sendable {
      get throws {
        try decoded.withLock { decoded in
          if let decoded { return decoded }
          let value: any Sendable
          do { value = try node.decode(payloads) } catch {
            throw RunError.otherType(step: node.name, revision: node.revision)
          }
          decoded = value
          return value
        }
      }
    }
  }
}
