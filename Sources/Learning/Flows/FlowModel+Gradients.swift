extension FlowModel {
  /// Σ_k f_k² of every model and its gradient with respect to the couplings, 2 J_fᵀ f: the potential of the
  /// sampler and minus its force. One forward and one backward pass for a flow; second-order jets for a
  /// monotone of one coupling, otherwise a product of the Hessian of C with f.
  ///
  /// - Parameters:
  ///   - couplings: J.
  ///   - squaredNorm: the result, one component.
  ///   - gradient: the result, as many components as the couplings.
  ///   - workspace: scratch memory for this shape of network.
  public func gradientOfSquaredNorm(
    _ couplings: Batch, squaredNorm: inout Batch, gradient: inout Batch, workspace: inout Workspace
  ) {
    precondition(
      squaredNorm.count == couplings.count && squaredNorm.components == 1
        && gradient.count == couplings.count && gradient.components == inputs,
      "the results do not fit the couplings")
    forEachTile(couplings, &workspace) { tile, start in
      let f: UnsafeMutablePointer<SIMD8<Double>>
      let product: UnsafeMutablePointer<SIMD8<Double>>
      switch kind {
      case .flow:
        tile.forward()
        f = tile.array(.value, tile.last)
        tile.array(.adjoint, tile.last).update(from: f, count: components * tile.columns)
        tile.backward()
        product = tile.array(.adjoint, 0)
      case .monotone where inputs == 1:
        jet(tile)
        f = tile.array(.tangent, tile.last)
        product = tile.array(.secondTangent, tile.last)
        for column in 0..<tile.columns { product[column] *= f[column] }
      case .monotone:
        value(tile)
        f = tile.array(.adjoint, 0)
        tile.array(.tangent, 0).update(from: f, count: components * tile.columns)
        tile.forwardTangent()
        tile.backwardTangent()
        product = tile.array(.secondAdjoint, 0)
      }
      for column in 0..<tile.columns {
        var sum = SIMD8<Double>()
        for k in 0..<components {
          let component = f[k * tile.columns + column]
          sum = sum.addingProduct(component, component)
        }
        squaredNorm.lanes[start + column] = sum
        for i in 0..<inputs {
          gradient.lanes[i * couplings.vectors + start + column] = 2 * product[i * tile.columns + column]
        }
      }
    }
  }

  /// J_fᵀ g of every model: the gradient of g · f with respect to the couplings at fixed g.
  public func inputGradient(
    _ couplings: Batch, weights g: Batch, into gradient: inout Batch, workspace: inout Workspace
  ) {
    checkResult(g, couplings)
    precondition(
      gradient.count == couplings.count && gradient.components == inputs,
      "the result does not fit the couplings")
    forEachTile(couplings, &workspace) { tile, start in
      switch kind {
      case .flow:
        tile.forward()
        tile.load(g, start, .adjoint, layer: tile.last)
        tile.backward()
        tile.save(.adjoint, layer: 0, &gradient, start)
      case .monotone:
        value(tile)
        tile.load(g, start, .tangent, layer: 0)
        tile.forwardTangent()
        tile.backwardTangent()
        tile.save(.secondAdjoint, layer: 0, &gradient, start)
      }
    }
  }

  /// The gradient of Σ_models g · f(J) with respect to the network's parameters, with g = d loss / d f.
  ///
  /// A flow needs one backward pass. For a monotone g · ∇C is the derivative of C along g: a forward
  /// tangent g and one backward pass over both.
  ///
  /// - Parameters:
  ///   - couplings: J.
  ///   - g: as many components as f; models of weight 0 add nothing.
  ///   - gradient: the result, in the order of the parameters.
  ///   - workspace: scratch memory for this shape of network.
  public func parameterGradient(
    _ couplings: Batch, weights g: Batch, into gradient: inout [Double], workspace: inout Workspace
  ) {
    checkResult(g, couplings)
    precondition(gradient.count == network.shape.parameterCount, "the gradient does not fit the network")
    let sums = GradientSums(workspace)
    forEachTile(couplings, &workspace) { tile, start in
      switch kind {
      case .flow: addFlowGradient(tile, start, g, sums)
      case .monotone: addMonotoneGradient(tile, start, g, sums)
      }
    }
    sums.write(&gradient)
  }

  private func addFlowGradient(_ tile: Tile, _ start: Int, _ g: Batch, _ sums: GradientSums) {
    tile.forward()
    tile.load(g, start, .adjoint, layer: tile.last)
    tile.backward(toInputs: false)
    for layer in 0..<tile.last {
      let adjoint: TileArray = layer == tile.last - 1 ? .adjoint : .preAdjoint
      sums.addWeights(tile, layer, adjoint: adjoint, value: .value)
      sums.addBiases(tile, layer, adjoint: adjoint)
      if network.shape.layerNorm && layer < tile.last - 1 { sums.addNorm(tile, layer) }
    }
  }

  private func addMonotoneGradient(_ tile: Tile, _ start: Int, _ g: Batch, _ sums: GradientSums) {
    tile.forward(curvature: true)
    tile.fillUnit(.adjoint, layer: tile.last, component: 0, of: 1)
    tile.backward(toInputs: false)
    tile.load(g, start, .tangent, layer: 0)
    tile.forwardTangent()
    tile.backwardTangent(toInputs: false)
    for layer in 0..<(tile.last - 1) {
      sums.addWeights(tile, layer, adjoint: .secondPreAdjoint, value: .value)
      sums.addBiases(tile, layer, adjoint: .secondPreAdjoint)
      sums.addWeights(tile, layer, adjoint: .preAdjoint, value: .tangent)
    }
    // The output's bias and, to first order, its weights see the tangent only.
    sums.addWeights(tile, tile.last - 1, adjoint: .adjoint, value: .tangent)
  }
}
