import Notebook
import Renormalization

/// The Kadanoff blocks in two dimensions.
struct BlockingParameters: Codable, Sendable, Hashable {
  let ties: BlockRule

  init(_ read: ParameterReader) throws {
    ties = try read.choice("ties", default: .coin, "what a 2 × 2 block of two up and two down becomes")
  }
}
