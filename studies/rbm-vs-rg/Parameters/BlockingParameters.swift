import Notebook
import Renormalization

/// The Kadanoff blocks in two dimensions.
struct BlockingParameters: Codable, Sendable, Hashable {
  let ties: BlockRule

  private enum Tie: String, CaseIterable {
    case coin, corner
  }

  init(_ read: ParameterReader) throws {
    let tie = try read.choice(
      "ties", default: Tie.coin,
      "what a 2 × 2 block of two up and two down becomes; blocks of training data always throw a coin")
    ties = tie == .coin ? .coin : .corner
  }
}
