import Elementary
import Random
import Testing

@testable import Learning

@Suite("Couplings between visible spins implied by the weights")
struct FieldCouplingsTests {
  @Test("quadrature: moments of a normal number, (2k - 1)!!, up to degree 2 n - 1", arguments: [1, 2, 5, 16, 64, 128])
  func moments(_ count: Int) throws {
    let rule = try FieldQuadrature(count: count)
    #expect(rule.nodes == rule.nodes.sorted() && rule.weights.allSatisfy { $0 > 0 })
    #expect(zip(rule.nodes, rule.nodes.reversed()).allSatisfy { $0 == -$1 })
    var moment = 1.0
    for k in 0..<min(count, 12) {
      if k > 0 { moment *= Double(2 * k - 1) }
      let value = rule.mean { x in (0..<2 * k).reduce(1.0) { p, _ in p * x } }
      #expect(abs(value - moment) < 1e-12 * moment)
    }
  }

  @Test("quadrature: the three nodes 0, ±√3 and weights 2/3, 1/6; E cosh(a x) = e^{a²/2}")
  func closedForms() throws {
    let three = try FieldQuadrature(count: 3)
    #expect(abs(three.nodes[2] - 3.0.squareRoot()) < 1e-14 && three.nodes[1] == 0)
    #expect(abs(three.weights[1] - 2.0 / 3) < 1e-14 && abs(three.weights[0] - 1.0 / 6) < 1e-14)
    let rule = try FieldQuadrature(count: 32)
    for a in [0.3, 1.0, 2.0] {
      let value = rule.mean { (Elementary.exp(a * $0) + Elementary.exp(-a * $0)) / 2 }
      let exact = Elementary.exp(a * a / 2)
      #expect(abs(value - exact) < 1e-12 * exact)
    }
    #expect(throws: BoltzmannError.self) { try FieldQuadrature(count: 129) }
  }

  @Test("one hidden unit a bond, w = ½ acosh e^{2K}, implies K on bonds and nothing else", arguments: [0.2, 0.44, 1.0])
  func bondMachine(_ k: Double) throws {
    let torus = try FieldTorus(side: 5)
    let e = Elementary.exp(2 * k)
    let w = Elementary.log(e + (e * e - 1).squareRoot()) / 2
    var fields: [Double] = []
    for site in 0..<25 {
      for (dx, dy) in [(1, 0), (0, 1)] {
        var field = [Double](repeating: 0, count: 25)
        field[site] = w
        field[torus.site(site % 5 + dx, site / 5 + dy)] = w
        fields += field
      }
    }
    let c = try FieldCouplings(try FieldSet(torus: torus, fields: fields))
    #expect(abs(c.nearest.mean - k) < 1e-12)
    #expect(c.nearest.deviation < 1e-12)
    #expect(c.diagonal.mean == 0 && c.second.mean == 0)
  }

  /// Exact coupling: the coefficient of v_p v_q in Σ lc(w · v), by summing over all configurations.
  private func enumerated(_ set: FieldSet, _ p: Int, _ q: Int) -> Double {
    let sites = set.torus.sites
    var sum = 0.0
    for state in 0..<1 << sites {
      let v = (0..<sites).map { state >> $0 & 1 == 1 ? 1.0 : -1.0 }
      for unit in 0..<set.units {
        sum += v[p] * v[q] * Elementary.log2cosh(zip(set.field(unit), v).reduce(0) { $0 + $1.0 * $1.1 })
      }
    }
    return sum / Double(1 << sites)
  }

  @Test("against enumeration of 3 × 3 spins the error is the sixth-order kurtosis term, (4/3) Σ w_p w_q Σ' w_k⁴")
  func normalApproximation() throws {
    let torus = try FieldTorus(side: 3)
    let normal = try FieldSet.gaussian(
      torus: torus, units: 4, standardDeviation: 1, random: RandomStream(seed: 10, name: "fields/couplings"))
    // Positive weights, so that no terms cancel.
    let ratios = try [0.01, 0.02].map { scale in
      let set = try FieldSet(torus: torus, fields: normal.values.map { scale * abs($0) })
      let kernel = FieldCouplingKernel(set, try FieldQuadrature(count: 32))
      var (difference, predicted) = (0.0, 0.0)
      for (p, q) in [(0, 1), (0, 4), (3, 8)] {
        difference += kernel.coupling(p, q) - enumerated(set, p, q)
        for unit in 0..<4 {
          let w = Array(set.field(unit))
          let fourth = w.indices.reduce(0) { $1 == p || $1 == q ? $0 : $0 + w[$1] * w[$1] * w[$1] * w[$1] }
          predicted += 4.0 / 3 * w[p] * w[q] * fourth
        }
      }
      return difference / predicted
    }
    // The next order is a relative c w², which the two scales cancel.
    #expect(abs(ratios[0] - 1) < 0.05)
    #expect(abs((4 * ratios[0] - ratios[1]) / 3 - 1) < 0.002)
    #expect(abs(ratios[1] - 1) > 2 * abs(ratios[0] - 1))
  }

  @Test("weak weights imply the Hopfield coupling Σ w_p w_q; averages over displacements are means over pairs")
  func weakWeights() throws {
    let torus = try FieldTorus(side: 6)
    let set = try FieldSet.gaussian(
      torus: torus, units: 5, standardDeviation: 1e-4, random: RandomStream(seed: 11, name: "fields/weak"))
    let c = try FieldCouplings(set, nodes: 16)
    func hopfield(_ displacements: [(Int, Int)]) -> Double {
      var sum = 0.0
      for (dx, dy) in displacements {
        for site in 0..<36 {
          let other = torus.site(site % 6 + dx, site / 6 + dy)
          sum += (0..<5).reduce(0) { $0 + set.field($1).map { $0 }[site] * set.field($1).map { $0 }[other] }
        }
      }
      return sum / 72
    }
    // Corrections are of relative order w² N = 4·10⁻⁷; the difference of two ln 2cosh has an error of 10⁻¹⁶.
    #expect(abs(c.nearest.mean - hopfield([(1, 0), (0, 1)])) < 2e-14)
    #expect(abs(c.diagonal.mean - hopfield([(1, 1), (1, -1)])) < 2e-14)
    #expect(abs(c.second.mean - hopfield([(2, 0), (0, 2)])) < 2e-14)
  }

  @Test("a wide unit, width 1.75, against the trapezoidal rule: 64 nodes to 2·10⁻⁷, 128 to 10⁻⁹")
  func wideUnit() throws {
    let torus = try FieldTorus(side: 3)
    // w_p = 0.3, w_q = 0.6, and the rest 1.75 in the root of the sum of squares.
    let set = try FieldSet(torus: torus, fields: [0.3, 0.6, 1.05, 0, 0, 0, 1.4, 0, 0])
    var (sum, norm) = (0.0, 0.0)
    for k in -4000...4000 {
      let x = Double(k) * 0.0025
      let weight = Elementary.exp(-x * x / 2)
      norm += weight
      sum += weight * (Elementary.log2cosh(1.75 * x + 0.9) - Elementary.log2cosh(1.75 * x - 0.3)) / 2
    }
    for (nodes, limit) in [(64, 2e-7), (128, 1e-9)] {
      let kernel = FieldCouplingKernel(set, try FieldQuadrature(count: nodes))
      #expect(abs(kernel.coupling(0, 1) - sum / norm) < limit)
    }
    #expect(throws: BoltzmannError.self) { try FieldCouplings(set, nodes: 12) }
  }
}
