import Foundation
import Random
import Testing

@testable import Learning

@Suite("Logistic regression")
struct LogisticProblemTests {
  /// Expected counts of a net: every pattern once.
  static func expected(
    _ problem: LogisticProblem, _ weights: [Double], _ shares: [Double]
  ) -> [SIMD2<Double>] {
    zip(problem.logits(weights), shares).map { z, share in
      let p = 1 / (1 + exp(-z))
      return SIMD2(share * (1 - p), share * p)
    }
  }

  @Test("the critical Ising model at L = 4: table, weights and losses of the enumeration")
  func smallIsing() throws {
    // A second enumeration, of the same 2¹⁶ states in another program, printed to these digits.
    let printed: [SIMD2<Double>] = [
      SIMD2(0.01019385, 0.0166858), SIMD2(0.00112525, 0.00224102), SIMD2(0.00654938, 0.02250059),
      SIMD2(0.00823865, 0.04552066), SIMD2(0.0023314, 0.02454825), SIMD2(0.03817262, 0.82189253),
    ]
    for (exact, rounded) in zip(SmallIsing.contextTable, printed) {
      #expect(abs(exact[0] - rounded[0]) < 6e-9 && abs(exact[1] - rounded[1]) < 6e-9)
    }
    let fit = try ContextCounts.problem().fit(SmallIsing.contextTable)
    let net = try ThreeParameterNet(fit)
    #expect(abs(net.a - 0.5056690163) < 1e-9)
    #expect(abs(net.b - 0.6039204526) < 1e-9)
    #expect(abs(net.c - 1.6220923333) < 1e-9)
    #expect(abs(fit.loss - 0.2230627349) < 1e-10)
    #expect(abs(fit.saturatedLoss - 0.2226581963) < 1e-10)
    #expect(fit.iterations <= 8)
    #expect(fit.gradientNorm < 1e-15)
  }

  @Test("more weights never raise the loss, and the table of probabilities is the limit")
  func nested() throws {
    let table = SmallIsing.contextTable
    let fits = try (1...3).map { try ContextCounts.problem(parameters: $0).fit(table) }
    #expect(fits[2].loss < fits[1].loss && fits[1].loss < fits[0].loss)
    #expect(fits[2].saturatedLoss < fits[2].loss)
    for fit in fits {
      #expect(fit.gradientNorm < 1e-15)
      #expect(abs(fit.saturatedLoss - fits[0].saturatedLoss) < 1e-15)
    }
    // One weight: 2 p - 1 = ⟨agreement⟩ for every context, so W0 = 2 ln(p / (1 - p)).
    let agree = table.reduce(0) { $0 + $1[1] }
    #expect(abs(fits[0].weights[0] - 2 * log(agree / (1 - agree))) < 1e-12)
  }

  @Test("expected counts give their weights back")
  func recovery() throws {
    let problem = try ContextCounts.problem()
    let weights = [3.205, 1.175, 0.55]
    let counts = Self.expected(problem, weights, [0.03, 0.01, 0.05, 0.1, 0.05, 0.76])
    let fit = try problem.fit(counts)
    for (found, truth) in zip(fit.weights, weights) { #expect(abs(found - truth) < 1e-12) }
    #expect(abs(fit.loss - fit.saturatedLoss) < 1e-15)
    // The gradient, differentiated numerically away from the optimum.
    let place = [2.0, 1.5, -0.3]
    let gradient = try problem.gradient(place, counts: counts)
    for j in 0..<3 {
      let losses = try [-1e-5, 1e-5].map { h in
        var moved = place
        moved[j] += h
        return try problem.loss(moved, counts: counts)
      }
      #expect(abs((losses[1] - losses[0]) / 2e-5 - gradient[j]) < 1e-9)
    }
  }

  @Test("weights scatter by their Fisher errors: pulls over 200 multinomial data sets")
  func pulls() throws {
    let problem = try ContextCounts.problem()
    let truth = [3.205, 1.175, 0.55]
    let shares = [0.03, 0.01, 0.05, 0.1, 0.05, 0.76]
    let cells = Self.expected(problem, truth, shares).flatMap { [$0[0], $0[1]] }
    let bounds = cells.indices.map { cells[...$0].reduce(0, +) }
    var pulls = [[Double]](repeating: [], count: 6)
    for index in 0..<200 {
      var random = RandomStream(seed: 1, name: "logistic/pulls", index: index)
      var counts = [SIMD2<Double>](repeating: SIMD2(), count: 6)
      for _ in 0..<40_000 {
        let u = random.uniform()
        let cell = bounds.firstIndex { u < $0 } ?? 11
        counts[cell / 2][cell % 2] += 1
      }
      let fit = try problem.fit(counts)
      for j in 0..<3 { pulls[j].append((fit.weights[j] - truth[j]) / fit.errors[j]) }
      let kernel = fit.transformed(by: ThreeParameterNet.kernelRows)
      for (j, entry) in [0.55, 0.625, 1.405].enumerated() {
        pulls[3 + j].append((kernel.values[j] - entry) / kernel.covariance[j][j].squareRoot())
      }
    }
    for series in pulls { expectStandardPulls(series) }
  }

  @Test("leave-one-out weights are fits to the other blocks")
  func leaveOneOut() throws {
    let problem = try ContextCounts.problem()
    var random = RandomStream(seed: 1, name: "logistic/blocks")
    let blocks = (0..<5).map { _ in
      (0..<6).map { _ in SIMD2(Double(50 + random.below(50)), Double(100 + random.below(500))) }
    }
    let all = (0..<6).map { k in blocks.reduce(SIMD2<Double>()) { $0 + $1[k] } }
    let fit = try problem.fit(all)
    let replicates = try problem.leaveOneOut(blocks, from: fit.weights)
    #expect(replicates.count == 5)
    for (b, replicate) in replicates.enumerated() {
      let rest = try problem.fit((0..<6).map { all[$0] - blocks[b][$0] })
      for (x, y) in zip(replicate, rest.weights) { #expect(abs(x - y) < 1e-12) }
    }
    #expect(throws: LogisticError.tooFewBlocks(1)) { _ = try problem.leaveOneOut([all]) }
  }

  @Test("what cannot be fitted is named in one line")
  func refusals() throws {
    let problem = try ContextCounts.problem()
    let zero = [SIMD2<Double>](repeating: SIMD2(), count: 6)
    #expect(throws: LogisticError.emptyTrainingSet) { _ = try problem.fit(zero) }
    var counts = zero
    // Only A + B = 0 occurs, so that W0 - 2 W1 is all that can be known of W0 and W1.
    counts[0] = SIMD2(3, 5)
    counts[1] = SIMD2(2, 7)
    #expect(throws: LogisticError.undetermined(weights: ["W0", "W1"])) { _ = try problem.fit(counts) }
    // A pattern whose outcome is always the same would push its logit to infinity.
    let single = try problem.restricted(to: [0])
    #expect(throws: LogisticError.self) { _ = try single.fit(zero.map { _ in SIMD2(0, 4) }) }
    do {
      counts[2] = SIMD2(0, 4)
      _ = try problem.fit(counts)
      Issue.record("separable outcomes were fitted")
    } catch LogisticError.diverging(let weights, let iterations) {
      // W0 + ... of contexts 0 and 1 is finite, so W0 and W1 grow together and W2 stays.
      #expect(weights == ["W0", "W1"])
      #expect(iterations < 100)
    }
    counts[3] = SIMD2(-1, 4)
    #expect(throws: LogisticError.badCount(pattern: 3, value: -1)) { _ = try problem.fit(counts) }
    counts[3] = SIMD2(.nan, 4)
    #expect(throws: LogisticError.self) { _ = try problem.fit(counts) }
    #expect(throws: LogisticError.self) { _ = try problem.fit(Array(counts.prefix(5))) }
    #expect(throws: LogisticError.self) { _ = try problem.restricted(to: [3]) }
    #expect(throws: LogisticError.self) { _ = try LogisticProblem(features: [[1, .infinity]]) }
    #expect(throws: LogisticError.self) { _ = try LogisticProblem(features: [[1, 2], [1]]) }
    #expect(throws: LogisticError.self) { _ = try ContextCounts.problem(parameters: 4) }
  }

  @Test("steep but finite weights are found from a far start, too")
  func steep() throws {
    let problem = try ContextCounts.problem()
    let weights = [24.0, 6, -3]
    let counts = Self.expected(problem, weights, [1, 1, 1, 1, 1, 1])
    for start in [nil, [-40.0, 10, 10]] {
      let fit = try problem.fit(counts, from: start)
      for (found, truth) in zip(fit.weights, weights) { #expect(abs(found - truth) < 1e-8) }
    }
  }
}
