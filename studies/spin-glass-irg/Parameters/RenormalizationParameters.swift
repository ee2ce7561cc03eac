import Notebook
import Renormalization

/// The blocking of overlaps and what is read off its curves.
struct RenormalizationParameters: Codable, Sendable, Hashable {
  let ties: OverlapTieRule
  let window: Double

  init(_ read: ParameterReader) throws {
    ties = try read.choice("ties", default: .random, "what a block of four + and four − becomes")
    window = try read.double(
      "window", default: 0.06, in: 1e-3...10,
      "half width in β around a crossing in which the slope dβ'/dβ is fitted")
  }
}
