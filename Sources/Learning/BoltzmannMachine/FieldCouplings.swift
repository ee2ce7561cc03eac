import Elementary

/// The couplings between visible spins that the weights of a layer imply.
///
/// The marginal of the visible spins of a machine without biases is exp Σ_j lc(w_j · v), lc x = ln 2 cosh x. The
/// coefficient of v_p v_q in the exponent, averaged over all other spins, is
/// J_pq = Σ_j ½ E[lc(x + w_p + w_q) - lc(x + w_p - w_q)] with x = Σ w_k v_k over the other sites. Here x is taken
/// as normal with its variance |w|² - w_p² - w_q² (exact through fourth order in w, and where the other weights
/// are zero), and E by Gauss-Hermite quadrature.
///
/// Only meaningful for fields of the first layer; those of deeper ones are no weights of a machine.
public struct FieldCouplings: Sendable, Hashable, Codable {
  /// The coupling at one displacement and its mirror images, over all sites.
  public struct Average: Sendable, Hashable, Codable {
    public let mean: Double
    /// The root mean square deviation of single pairs from `mean`: how far the weights are from translation
    /// invariance.
    public let deviation: Double
  }

  /// Nearest neighbours, displacements (1, 0) and (0, 1).
  public let nearest: Average
  /// Next-nearest neighbours, (1, 1) and (1, -1).
  public let diagonal: Average
  /// Third neighbours, (2, 0) and (0, 2).
  public let second: Average

  /// - Parameters:
  ///   - fields: fields of the first layer on a torus of side 3 or more.
  ///   - nodes: number of quadrature nodes, a multiple of 8 up to 128. The error of a unit grows with its norm: for
  ///     weights of 0.3 and 0.6 and a norm of 1.75, 2.5 and 4 it is 10⁻⁷, 10⁻⁵ and 4·10⁻⁴ with 64 nodes, 2·10⁻¹⁰,
  ///     10⁻⁷ and 10⁻⁵ with 128.
  /// - Throws: `BoltzmannError.setting` for a smaller side or another number of nodes.
  public init(_ fields: FieldSet, nodes: Int = 64) throws(BoltzmannError) {
    guard fields.torus.side >= 3 else {
      throw .setting(name: "the side of the lattice", value: Double(fields.torus.side), allowed: "3 or more")
    }
    guard nodes % 8 == 0 else {
      throw .setting(name: "the number of quadrature nodes", value: Double(nodes), allowed: "8, 16, … 128")
    }
    let kernel = FieldCouplingKernel(fields, try FieldQuadrature(count: nodes))
    nearest = kernel.average([(1, 0), (0, 1)])
    diagonal = kernel.average([(1, 1), (1, -1)])
    second = kernel.average([(2, 0), (0, 2)])
  }
}

/// The integrals of all pairs of sites, eight nodes in a vector.
struct FieldCouplingKernel {
  private let fields: FieldSet
  private let squares: [Double]
  private let nodes: [SIMD8<Double>]
  private let weights: [SIMD8<Double>]

  init(_ fields: FieldSet, _ quadrature: FieldQuadrature) {
    func vectors(_ values: [Double]) -> [SIMD8<Double>] {
      Swift.stride(from: 0, to: values.count, by: 8).map { SIMD8(values[$0..<$0 + 8]) }
    }
    self.fields = fields
    squares = (0..<fields.units).map { fields.field($0).reduce(0) { $0 + $1 * $1 } }
    nodes = vectors(quadrature.nodes)
    weights = vectors(quadrature.weights)
  }

  /// The coupling of all pairs at the given displacements.
  func average(_ displacements: [(x: Int, y: Int)]) -> FieldCouplings.Average {
    let torus = fields.torus
    var couplings: [Double] = []
    for d in displacements {
      for site in 0..<torus.sites {
        couplings.append(coupling(site, torus.site(site % torus.side + d.x, site / torus.side + d.y)))
      }
    }
    let mean = couplings.reduce(0, +) / Double(couplings.count)
    let square = couplings.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(couplings.count)
    return FieldCouplings.Average(mean: mean, deviation: square.squareRoot())
  }

  /// J of one pair, summed over the units in their order.
  func coupling(_ p: Int, _ q: Int) -> Double {
    let sites = fields.torus.sites
    return fields.values.withUnsafeBufferPointer { values in
      var sum = 0.0
      for unit in 0..<fields.units {
        let (a, b) = (values[unit &* sites &+ p], values[unit &* sites &+ q])
        // Otherwise the two terms are equal.
        guard a != 0, b != 0 else { continue }
        sum += difference(a + b, a - b, width: max(squares[unit] - a * a - b * b, 0).squareRoot())
      }
      return sum
    }
  }

  /// ½ E[lc(x + plus) - lc(x + minus)] for normal x of standard deviation `width`.
  private func difference(_ plus: Double, _ minus: Double, width: Double) -> Double {
    var sum = SIMD8<Double>()
    for k in nodes.indices {
      let x = nodes[k] * width
      let change = Elementary.log2cosh(x + plus) - Elementary.log2cosh(x + minus)
      sum = sum.addingProduct(weights[k], change)
    }
    let half = sum.lowHalf + sum.highHalf
    let quarter = half.lowHalf + half.highHalf
    return (quarter.x + quarter.y) / 2
  }
}
