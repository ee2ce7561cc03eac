import CSimd

extension InverseNetwork {
  /// What training minimises, per fine site.
  public enum Loss: String, Sendable, Codable, CaseIterable {
    /// Mean squared error: the optimum is the conditional mean, which keeps the zero mode right.
    case squared
    /// Mean absolute error: the optimum is the conditional median, which does not.
    case absolute
  }

  /// The loss and its derivatives with respect to the parameters over all fine sites, without symmetrisation:
  /// what one step of training on the whole set would see. Zero for parameters that this kind does not have.
  ///
  /// - Throws: `InverseMapError.noConfigurations` or `.windowTooLarge`.
  public func lossGradient(
    on pairs: FieldPairs, loss: Loss = .squared
  ) throws(InverseMapError) -> (loss: Double, gradient: [Double]) {
    guard pairs.count > 0 else { throw .noConfigurations }
    try window.requireFit(side: pairs.side)
    let sampler = PatchSampler(pairs, window)
    let pass = PatchPass(
      patch: window.count, hidden: hidden, usesTanh: kind == .tanhOdd, differentiated: true)
    let indices = (0..<UInt32(sampler.count)).map { $0 }
    var sum = SIMD8<Double>()
    indices.withUnsafeBufferPointer { indices in
      for start in stride(from: 0, to: indices.count, by: PatchPass.tile) {
        let part = UnsafeBufferPointer(rebasing: indices[start..<min(start + PatchPass.tile, indices.count)])
        let target = sampler.load(part, into: pass.patches)
        parameters.withUnsafeBufferPointer { parameters in
          guard let base = parameters.baseAddress else { return }
          sum += pass.step(base, target, loss, scale: 1 / Double(sampler.count), live: part.count)
        }
      }
    }
    let gradient = zip(pass.takeGradient(), trainable).map { $1 ? $0 : 0 }
    return (sum.folded / Double(sampler.count), gradient)
  }
}

extension PatchPass {
  /// Values, loss and derivatives of the loaded tile.
  ///
  /// - Parameters:
  ///   - scale: 1 / number of sites of the batch.
  ///   - live: sites of the tile that count, the first ones.
  /// - Returns: the sum of squared or absolute errors, in lanes.
  @inline(__always)
  func step(
    _ parameters: UnsafePointer<Double>, _ target: LaneQuad, _ loss: InverseNetwork.Loss, scale: Double,
    live: Int
  ) -> SIMD8<Double> {
    var residual = values(parameters).map(target) { $0 - $1 }
    if live < Self.tile {
      withUnsafeMutableBytes(of: &residual) { bytes in
        for s in live..<Self.tile { bytes.storeBytes(of: 0, toByteOffset: 8 &* s, as: Double.self) }
      }
    }
    switch loss {
    case .squared:
      addGradient(parameters, residual.map { $0 * (2 * scale) })
      return residual.product(residual, addedTo: SIMD8())
    case .absolute:
      let up = SIMD8(repeating: scale)
      let sign = residual.map { x in
        cv_select_less(SIMD8(), x, up, cv_select_less(x, SIMD8(), -up, SIMD8()))
      }
      addGradient(parameters, sign)
      return residual.product(sign, addedTo: SIMD8()) / scale
    }
  }
}
