import Elementary

extension RingSamples {
  /// What is measured on each ring, in the order of the rings.
  public struct Series: Sendable, Hashable {
    /// (1/N) Σ s_i s_{i+1}.
    public var neighbours: [Double]
    /// |Σ s_i|²/N, whose mean is the structure factor χ₀.
    public var uniform: [Double]
    /// |Σ s_i e^{2πi i/N}|²/N, whose mean is χ₁.
    public var firstMode: [Double]
  }

  /// Measures all rings. O(sites × rings).
  public func series() -> Series {
    let n = Double(sites)
    let waves = (0..<sites).map { Elementary.sinCosTurns(Double($0) / n) }
    var result = Series(neighbours: [], uniform: [], firstMode: [])
    result.neighbours.reserveCapacity(count)
    result.uniform.reserveCapacity(count)
    result.firstMode.reserveCapacity(count)
    for word in 0..<stride {
      var broken = [Int](repeating: 0, count: 64)
      var up = broken
      var real = [Double](repeating: 0, count: 64)
      var imaginary = real
      for site in 0..<sites {
        let spins = words[site * stride + word]
        let bonds = spins ^ words[(site + 1) % sites * stride + word]
        let (sine, cosine) = waves[site]
        for bit in 0..<64 {
          let spin = spins &>> UInt64(bit) & 1
          up[bit] &+= Int(truncatingIfNeeded: spin)
          broken[bit] &+= Int(truncatingIfNeeded: bonds &>> UInt64(bit) & 1)
          let sign: Double = spin == 1 ? 1 : -1
          real[bit] += sign * cosine
          imaginary[bit] += sign * sine
        }
      }
      for bit in 0..<min(64, count - 64 * word) {
        let sum = Double(2 * up[bit] - sites)
        result.neighbours.append(1 - 2 * Double(broken[bit]) / n)
        result.uniform.append(sum * sum / n)
        result.firstMode.append((real[bit] * real[bit] + imaginary[bit] * imaginary[bit]) / n)
      }
    }
    return result
  }

  /// ⟨s_0 s_r⟩ at one distance, averaged over the sites of each ring, in the order of the rings.
  ///
  /// - Precondition: 0 ≤ r ≤ N.
  public func correlations(atDistance r: Int) -> [Double] {
    precondition((0...sites).contains(r), "distance \(r) on a ring of \(sites) sites")
    var result: [Double] = []
    result.reserveCapacity(count)
    for word in 0..<stride {
      var broken = [Int](repeating: 0, count: 64)
      for site in 0..<sites {
        let pairs = words[site * stride + word] ^ words[(site + r) % sites * stride + word]
        for bit in 0..<64 { broken[bit] &+= Int(truncatingIfNeeded: pairs &>> UInt64(bit) & 1) }
      }
      for bit in 0..<min(64, count - 64 * word) { result.append(1 - 2 * Double(broken[bit]) / Double(sites)) }
    }
    return result
  }
}
