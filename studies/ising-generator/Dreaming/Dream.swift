import Lattice
import Random

/// Configurations grown from one spin, or from a given lattice, by repeated refinement: L, 2L, 4L, ...
///
/// ```swift
/// let dream = Dream(rule: try FourSpinRule(probabilities: table), root: .alternating, configuration: index)
/// var stream = parent.child("dream", index)
/// let levels = try dream.levels(to: 128, random: &stream)   // sides 1, 2, 4, ..., 128
/// ```
struct Dream: Sendable {
  /// The spin at the start.
  enum Root: String, Sendable, Codable, CaseIterable {
    /// Up for even and down for odd numbers of the configuration, so that an even number of configurations
    /// has no magnetisation on average.
    case alternating
    case up
    case down
  }

  let rule: any UpsamplingRule
  let start: SpinLattice

  /// A dream from a lattice of any side.
  init(rule: any UpsamplingRule, start: SpinLattice) {
    self.rule = rule
    self.start = start
  }

  /// A dream from one spin.
  init(rule: any UpsamplingRule, root: Root = .alternating, configuration: Int) {
    let up: Bool
    switch root {
    case .alternating: up = configuration.isMultiple(of: 2)
    case .up: up = true
    case .down: up = false
    }
    self.init(rule: rule, start: SpinLattice(side: 1, up: up))
  }

  /// Gives every level from the start to the lattice of the given side to `visit`, in this order.
  ///
  /// - Parameters:
  ///   - side: the side of the start times a power of two.
  ///   - random: the stream of this configuration; the next 32 words seed the generator of the draws.
  /// - Throws: `DreamError.side`.
  func levels(
    to side: Int, random: inout RandomStream, _ visit: (SpinLattice) -> Void
  ) throws(DreamError) {
    try check(side)
    var generator = Xoshiro512(&random)
    var lattice = start
    visit(lattice)
    while lattice.side < side {
      lattice = rule.refined(lattice, random: &generator)
      visit(lattice)
    }
  }

  /// All levels from the start to the lattice of the given side; the same as those visited.
  func levels(to side: Int, random: inout RandomStream) throws(DreamError) -> [SpinLattice] {
    var all: [SpinLattice] = []
    try levels(to: side, random: &random) { all.append($0) }
    return all
  }

  /// The last level only.
  func configuration(side: Int, random: inout RandomStream) throws(DreamError) -> SpinLattice {
    try check(side)
    var generator = Xoshiro512(&random)
    var lattice = start
    while lattice.side < side { lattice = rule.refined(lattice, random: &generator) }
    return lattice
  }

  private func check(_ side: Int) throws(DreamError) {
    let (factor, remainder) = side.quotientAndRemainder(dividingBy: start.side)
    guard remainder == 0, factor > 0, factor & (factor - 1) == 0 else {
      throw .side(side, start: start.side)
    }
  }
}
