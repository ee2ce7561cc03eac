import Foundation
import Renormalization
import Testing

@testable import IsingGenerator
@testable import Lattice

@Suite("Training on all configurations of the 4 × 4 torus")
struct ExactContextTableTests {
  private static let critical = Ising2D.criticalCoupling

  @Test("The table of contexts at K_c")
  func contexts() throws {
    let table = try ExactContextTable(coupling: Self.critical, rule: .coin)
    let expected = [
      [0.01019385, 0.0166858], [0.00112525, 0.00224102], [0.00654938, 0.02250059], [0.00823865, 0.04552066],
      [0.0023314, 0.02454825], [0.03817262, 0.82189253],
    ]
    for (context, pair) in expected.enumerated() {
      #expect(abs(table.frequency(context: context, agrees: false) - pair[0]) < 5.1e-9)
      #expect(abs(table.frequency(context: context, agrees: true) - pair[1]) < 5.1e-9)
    }
    #expect(abs(table.frequencies.reduce(0, +) - 1) < 4e-15)
    #expect(abs(table.tieFraction - 0.0527390345030598) < 1e-15)
    #expect(abs(table.saturatedLoss - 0.2226581963) < 5.1e-11)
    #expect(table.effectiveSampleFraction == 1)
  }

  @Test(
    "Maximum-likelihood kernels (a, b, c) of every blocking rule",
    arguments: [
      (BlockRule.coin, [0.505669, 0.603920, 1.622092]), (.up, [0.527893, 0.464433, 1.955441]),
      (.down, [0.527893, 0.464433, 1.955441]), (.corner, [0.590696, 0.490313, 1.752533]),
      (.decimation, [1.000656, 0.373611, 1.196602]),
    ])
  func fits(rule: BlockRule, kernel: [Double]) throws {
    let fit = LogisticFit(try ExactContextTable(coupling: Self.critical, rule: rule))
    for (value, expected) in zip(fit.kernel, kernel) {
      #expect(abs(value - expected) < 5.1e-7, "\(rule): \(fit.kernel)")
    }
  }

  @Test("The published objective to ten digits")
  func correctFit() throws {
    let fit = LogisticFit(try ExactContextTable(coupling: Self.critical, rule: .coin))
    let expected = [3.3356022548, 1.1095894689, 0.5056690163]
    for (value, weight) in zip(fit.weights, expected) { #expect(abs(value - weight) < 5.1e-11) }
    #expect(abs(fit.loss - 0.2230627349) < 5.1e-11)
  }

  @Test("All states again, spin by spin with blocks made one at a time")
  func bruteForce() throws {
    for (rule, coupling) in [
      (BlockRule.coin, 0.3), (.sharedCoin, 0.44), (.up, 0.6), (.down, -0.2), (.corner, 0.44),
    ] {
      for isTieWeighted in [false, true] {
        let table = try ExactContextTable(coupling: coupling, rule: rule, isTieWeighted: isTieWeighted)
        let expected = try Self.plain(rule, coupling, isTieWeighted)
        for (a, b) in zip(table.frequencies, expected) { #expect(abs(a - b) < 1e-13) }
      }
    }
  }

  @Test("Weights 2^(-ties) leave 95 % of the configurations")
  func weights() throws {
    let table = try ExactContextTable(coupling: Self.critical, rule: .coin, isTieWeighted: true)
    // The sum over the 2¹⁶ states with 30 digits.
    #expect(abs(table.effectiveSampleFraction - 0.947009528517491) < 1e-14)
    #expect(table.tieFraction < 0.0527)
  }

  @Test("Free spins: six of the sixteen blocks are tied, and the loss of a block is that of one spin in it")
  func freeSpins() throws {
    let table = try ExactContextTable(coupling: 0, rule: .coin)
    #expect(abs(table.tieFraction - 6.0 / 16) < 1e-14)
    // Two states agree in 4 spins, eight in 3, six in 2: P(agree) = (8 + 24 + 12)/64 in every context.
    for context in 0..<6 {
      let agree = table.frequency(context: context, agrees: true)
      let share = agree / (agree + table.frequency(context: context, agrees: false))
      #expect(abs(share - 44.0 / 64) < 1e-13)
    }
    let decimated = try ExactContextTable(coupling: 0, rule: .decimation)
    #expect(abs(decimated.frequency(context: 5, agrees: true) - 5.0 / 64) < 1e-14)
  }

  /// The same counts with loops over lattices, blocks and coins.
  private static func plain(_ rule: BlockRule, _ coupling: Double, _ isTieWeighted: Bool) throws -> [Double] {
    let ensemble = try IsingEnumeration(side: 4, coupling: coupling)
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: 12)
    var norm = CompensatedSum()
    for (state, probability) in ensemble.probabilities.enumerated() {
      let s = (0..<4).map { y in (0..<4).map { x in state >> (4 * y + x) & 1 == 1 ? 1 : -1 } }
      var totals = [[0, 0], [0, 0]]
      for y in 0..<4 { for x in 0..<4 { totals[y / 2][x / 2] += s[y][x] } }
      let ties = totals.joined().filter { $0 == 0 }.count
      let weight = probability * (isTieWeighted ? pow(0.5, Double(ties)) : 1)
      norm.add(16 * weight)
      let tied = totals.joined().enumerated().reduce(0) { $1.element == 0 ? $0 | 1 << $1.offset : $0 }
      // Every distinct outcome of the coins.
      let outcomes =
        rule == .coin ? (0...15).filter { $0 & ~tied == 0 } : rule == .sharedCoin ? [0, 15] : [0]
      for coins in outcomes {
        let coin = { (block: Int) in coins >> block & 1 == 1 ? 1 : -1 }
        var t = [[0, 0], [0, 0]]
        for y in 0..<2 {
          for x in 0..<2 {
            let tie: Int
            switch rule {
            case .coin: tie = coin(2 * y + x)
            case .sharedCoin: tie = coin(0)
            case .up: tie = 1
            case .down: tie = -1
            default: tie = s[2 * y][2 * x]
            }
            t[y][x] = totals[y][x] == 0 ? tie : totals[y][x].signum()
          }
        }
        for y in 0..<4 {
          for x in 0..<4 {
            let (by, bx) = (y / 2, x / 2)
            let own = t[by][bx]
            let equal = [t[by][1 - bx], t[1 - by][bx], t[1 - by][1 - bx]].map { $0 == own ? 1 : 0 }
            let context = 2 * (equal[0] + equal[1]) + equal[2]
            sums[2 * context + (s[y][x] == own ? 1 : 0)].add(weight / Double(outcomes.count))
          }
        }
      }
    }
    return sums.map { $0.value / norm.value }
  }
}

/// Newton's method for logit P(agree|k) = (W₀ + W₁ (2(A+B) − 2) + W₂ (2D − 1))/2.
struct LogisticFit {
  var weights = [0.0, 0.0, 0.0]
  var loss = 0.0

  /// (a, b, c) of W₀ = a + 2b + c, W₁ = a + b, W₂ = a.
  var kernel: [Double] { [weights[2], weights[1] - weights[2], weights[0] - 2 * weights[1] + weights[2]] }

  init(_ table: ExactContextTable) {
    for _ in 0..<20 {
      var gradient = [0.0, 0.0, 0.0]
      var hessian = [[Double]](repeating: [0, 0, 0], count: 3)
      loss = 0
      for context in 0..<6 {
        let x = [1.0, Double(2 * (context / 2) - 2), Double(2 * (context % 2) - 1)]
        let z = zip(x, weights).reduce(0) { $0 + $1.0 * $1.1 } / 2
        let p = 1 / (1 + exp(-z))
        let (no, yes) = (
          table.frequency(context: context, agrees: false), table.frequency(context: context, agrees: true)
        )
        loss -= yes * log(p) + no * log(1 - p)
        for i in 0..<3 {
          gradient[i] -= x[i] * (yes - (yes + no) * p) / 2
          for j in 0..<3 { hessian[i][j] += x[i] * x[j] * (yes + no) * p * (1 - p) / 4 }
        }
      }
      let step = Self.solve(hessian, gradient)
      for i in 0..<3 { weights[i] -= step[i] }
    }
  }

  /// Cramer's rule.
  private static func solve(_ m: [[Double]], _ v: [Double]) -> [Double] {
    func determinant(_ m: [[Double]]) -> Double {
      let first = m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
      let second = m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
      let third = m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0])
      return first - second + third
    }
    let whole = determinant(m)
    return (0..<3).map { column in
      var replaced = m
      for row in 0..<3 { replaced[row][column] = v[row] }
      return determinant(replaced) / whole
    }
  }
}
