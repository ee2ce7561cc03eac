import Random

/// The machine without biases that comes closest to a given law: KL(law ‖ machine) + λ Σ|W| minimised with the full
/// gradient from several random starts.
///
/// Without the penalty by L-BFGS, with it by proximal gradient steps. A machine without biases cannot tell v from -v;
/// the divergence from a law that does keeps at least the distance of the law from its symmetric part.
///
/// ```swift
/// let fit = try SmallMachineFit(hidden: 4, starts: 10)
/// let best = try fit.run(SmallIsingSystem.ringLaw(sites: 8, coupling: 0.5), random: stream)
/// ```
public struct SmallMachineFit: Sendable, Hashable, Codable {
  /// Number of hidden units.
  public let hidden: Int
  /// Number of independent starts; the best end is kept.
  public let starts: Int
  /// Standard deviation of the normal starting weights.
  public let spread: Double
  /// λ, the weight of Σ|W|.
  public let l1: Double
  public let maximumIterations: Int
  /// A start has converged when no component of the gradient (with the penalty: of the proximal step of length 1)
  /// exceeds this.
  public let gradientTolerance: Double

  /// - Throws: `EnumeratedMachineError.setting`.
  public init(
    hidden: Int, starts: Int, spread: Double = 0.5, l1: Double = 0, maximumIterations: Int = 1000,
    gradientTolerance: Double = 1e-9
  ) throws(EnumeratedMachineError) {
    func require(_ holds: Bool, _ name: String, _ value: Double, _ allowed: String) throws(EnumeratedMachineError) {
      guard holds else { throw .setting(name: name, value: value, allowed: allowed) }
    }
    try require((1...16).contains(hidden), "the number of hidden units of a fit", Double(hidden), "1 to 16")
    try require(starts >= 1, "the number of starts of a fit", Double(starts), "1 or more")
    try require(spread > 0 && spread <= 10, "the spread of the starting weights", spread, "above 0, up to 10")
    try require(l1 >= 0 && l1 <= 10, "the L1 penalty", l1, "0 to 10")
    try require(maximumIterations >= 1, "the number of iterations", Double(maximumIterations), "1 or more")
    try require(
      gradientTolerance >= 0 && gradientTolerance.isFinite, "the gradient tolerance", gradientTolerance,
      "0 or more, finite")
    self.hidden = hidden
    self.starts = starts
    self.spread = spread
    self.l1 = l1
    self.maximumIterations = maximumIterations
    self.gradientTolerance = gradientTolerance
  }

  /// Minimises the divergence from a law.
  ///
  /// - Parameters:
  ///   - law: the law of at most 16 visible units, every state with a positive probability.
  ///   - random: start k draws from the child stream ("start", k), so that more starts never change the others.
  /// - Returns: the best machine, its hidden units with positive sums of weights, and how every start ended.
  /// - Throws: `EnumeratedMachineError`.
  public func run(
    _ law: EnumeratedLaw, random: RandomStream
  ) throws(EnumeratedMachineError) -> SmallMachineFitResult {
    guard law.units >= 2 else {
      throw .setting(name: "the number of spins of a fit", value: Double(law.units), allowed: "2 to 16")
    }
    guard law.units <= 16 else {
      throw .tooManyStates(operation: "fit of a machine", units: law.units, allowed: 16)
    }
    guard law.isComplete else { throw .incompleteLaw(states: law.states.count, expected: 1 << law.units) }
    let objective = SmallMachineObjective(law, hidden: hidden)
    var ends: [SmallMachineFitResult.End] = []
    var weights: [[Double]] = []
    for start in 0..<starts {
      var stream = random.child("start", start)
      let initial = (0..<law.units * hidden).map { _ in spread * stream.normal() }
      let end = try descend(from: initial) { objective.value($0, gradient: &$1) }
      let machine = try EnumeratedMachine(visible: law.units, hidden: hidden, weights: end.place)
      let divergence = try machine.divergence(from: law)
      ends.append(
        .init(
          divergence: divergence, objective: divergence + l1 * end.place.reduce(0) { $0 + $1.magnitude },
          iterations: end.iterations, gradientNorm: end.gradientNorm,
          converged: end.gradientNorm <= gradientTolerance))
      weights.append(end.place)
    }
    let best = ends.indices.reduce(0) { ends[$1].objective < ends[$0].objective ? $1 : $0 }
    let machine = try EnumeratedMachine(visible: law.units, hidden: hidden, weights: weights[best])
    return SmallMachineFitResult(machine: machine.aligned, best: best, ends: ends)
  }

  private func descend(
    from start: [Double], _ function: ([Double], inout [Double]) -> Double
  ) throws(EnumeratedMachineError) -> SmallProximalDescent.End {
    if l1 > 0 {
      return SmallProximalDescent(l1: l1, maximumIterations: maximumIterations, tolerance: gradientTolerance)
        .minimize(from: start, function)
    }
    do throws(OptimizerError) {
      let search = try LBFGS(maximumIterations: maximumIterations, gradientTolerance: gradientTolerance)
      let end = try search.minimize(from: start, function)
      return .init(place: end.parameters, iterations: end.iterations, gradientNorm: end.gradientNorm)
    } catch {
      throw .setting(name: "the spread of the starting weights", value: spread, allowed: "\(error)")
    }
  }
}
