/// Weighted sums of observables over the bins of a reweighted ensemble: all that their means, their
/// derivatives with respect to μ² and any resampling of bins need.
public struct ReweightedSums: Sendable, Hashable, Codable {
  /// Means and derivatives of observables.
  struct Averages {
    /// ⟨O⟩.
    let means: [Double]
    /// d⟨O⟩/dμ² = −(V/2) (⟨O p2⟩ − ⟨O⟩⟨p2⟩).
    let slopes: [Double]
  }

  /// The μ² of the means.
  public let massSquared: Double
  /// (Σ w)² / (n Σ w²) of the whole ensemble.
  public let effectiveFraction: Double
  /// Sites of the sampled lattices.
  public let volume: Int
  /// Per bin Σ w and Σ w q, then for each observable Σ w O and Σ w O q, where q is p2 less its unweighted
  /// mean, so that little is lost in the differences of the derivatives.
  let bins: [[Double]]

  init(of observables: [[Double]], in ensemble: MassReweighting, at massSquared: Double) {
    self.massSquared = massSquared
    volume = ensemble.volume
    let center = ensemble.meanP2
    var squares = 0.0
    bins = (0..<ensemble.bins).map { bin in
      let range = ensemble.range(ofBin: bin)
      let weights = ensemble.weights(at: massSquared, of: range)
      let withP2 = [Double](unsafeUninitializedCapacity: weights.count) { products, count in
        for i in weights.indices { products[i] = weights[i] * (ensemble.p2[range.lowerBound + i] - center) }
        count = weights.count
      }
      squares += innerProduct(weights, weights)
      return [weights.reduce(0, +), withP2.reduce(0, +)]
        + observables.flatMap { series in
          [
            innerProduct(weights, series, from: range.lowerBound),
            innerProduct(withP2, series, from: range.lowerBound),
          ]
        }
    }
    let sum = bins.reduce(0) { $0 + $1[0] }
    effectiveFraction = sum * sum / (Double(ensemble.p2.count) * squares)
  }

  /// The averages over all bins but one, or over all.
  func averages(without omitted: Int? = nil) -> Averages {
    averages(over: bins.indices.filter { $0 != omitted })
  }

  /// The averages over a list of bins, which may repeat.
  func averages(over list: [Int]) -> Averages {
    var sums = [Double](repeating: 0, count: bins[0].count)
    for bin in list {
      for k in sums.indices { sums[k] += bins[bin][k] }
    }
    let normalized = sums.map { $0 / sums[0] }
    let observables = stride(from: 2, to: sums.count, by: 2)
    return Averages(
      means: observables.map { normalized[$0] },
      slopes: observables.map { k in
        let covariance = normalized[k + 1] - normalized[k] * normalized[1]
        return -0.5 * Double(volume) * covariance
      })
  }
}

/// Σ_i a_i b_(first + i) over all of a, in eight lanes that are added in order.
func innerProduct(_ a: [Double], _ b: [Double], from first: Int = 0) -> Double {
  a.withUnsafeBytes { left in
    b.withUnsafeBytes { right in
      var lanes = SIMD8<Double>()
      var i = 0
      while i + 8 <= a.count {
        let x = left.loadUnaligned(fromByteOffset: 8 * i, as: SIMD8<Double>.self)
        lanes = lanes + x * right.loadUnaligned(fromByteOffset: 8 * (first + i), as: SIMD8<Double>.self)
        i += 8
      }
      var sum = 0.0
      for lane in 0..<8 { sum += lanes[lane] }
      for k in i..<a.count { sum += a[k] * b[first + k] }
      return sum
    }
  }
}
