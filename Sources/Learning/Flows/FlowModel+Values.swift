extension FlowModel {
  /// f of every model.
  ///
  /// - Parameters:
  ///   - couplings: J, as many components as the network has inputs.
  ///   - f: the result, `components` numbers a model; padded lanes hold f(0).
  ///   - workspace: scratch memory for this shape of network.
  public func evaluate(_ couplings: Batch, into f: inout Batch, workspace: inout Workspace) {
    checkResult(f, couplings)
    forEachTile(couplings, &workspace) { tile, start in
      value(tile)
      saveValue(tile, &f, start)
    }
  }

  /// f and df/dJ of every model, for one coupling: by a first-order jet for a flow with one output, by a
  /// second-order jet for a monotone.
  public func evaluateWithSlope(
    _ couplings: Batch, into f: inout Batch, slope: inout Batch, workspace: inout Workspace
  ) {
    precondition(inputs == 1 && components == 1, "the slope is defined for one coupling")
    checkResult(f, couplings)
    checkResult(slope, couplings)
    forEachTile(couplings, &workspace) { tile, start in
      jet(tile)
      switch kind {
      case .flow:
        tile.save(.value, layer: tile.last, &f, start)
        tile.save(.tangent, layer: tile.last, &slope, start)
      case .monotone:
        tile.save(.tangent, layer: tile.last, &f, start)
        tile.save(.secondTangent, layer: tile.last, &slope, start)
      }
    }
  }

  /// f of one model.
  public func evaluate(at couplings: [Double], workspace: inout Workspace) -> [Double] {
    let point = Self.point(couplings)
    var f = Batch(count: 1, components: components)
    evaluate(point, into: &f, workspace: &workspace)
    return f[0]
  }

  /// f and its Jacobian of one model, jacobian[k][i] = ∂f_k/∂J_i.
  public func jacobian(
    at couplings: [Double], workspace: inout Workspace
  ) -> (f: [Double], jacobian: [[Double]]) {
    var f = Batch(count: 1, components: components)
    var rows = [[Double]](repeating: [], count: components)
    forEachTile(Self.point(couplings), &workspace) { tile, start in
      value(tile)
      saveValue(tile, &f, start)
      for row in 0..<components {
        let gradient: UnsafeMutablePointer<SIMD8<Double>>
        switch kind {
        case .flow:
          tile.fillUnit(.adjoint, layer: tile.last, component: row, of: components)
          tile.backward()
          gradient = tile.array(.adjoint, 0)
        case .monotone:
          tile.fillUnit(.tangent, layer: 0, component: row, of: inputs)
          tile.forwardTangent()
          tile.backwardTangent()
          gradient = tile.array(.secondAdjoint, 0)
        }
        rows[row] = (0..<inputs).map { gradient[$0][0] }
      }
    }
    return (f[0], rows)
  }

  private static func point(_ couplings: [Double]) -> Batch {
    var point = Batch(count: 1, components: couplings.count)
    for (component, value) in couplings.enumerated() { point[0, component] = value }
    return point
  }

  func checkResult(_ result: Batch, _ couplings: Batch) {
    precondition(
      result.count == couplings.count && result.components == components, "the result does not fit f")
  }

  /// Leaves f in the tile: the outputs of a flow, the adjoint of the inputs of a monotone.
  func value(_ tile: Tile) {
    tile.forward(curvature: kind == .monotone)
    guard kind == .monotone else { return }
    tile.fillUnit(.adjoint, layer: tile.last, component: 0, of: 1)
    tile.backward()
  }

  func saveValue(_ tile: Tile, _ f: inout Batch, _ start: Int) {
    switch kind {
    case .flow: tile.save(.value, layer: tile.last, &f, start)
    case .monotone: tile.save(.adjoint, layer: 0, &f, start)
    }
  }

  /// Derivatives along the only input: the first for a flow, two for a monotone.
  func jet(_ tile: Tile) {
    tile.forward(curvature: kind == .monotone)
    tile.fillUnit(.tangent, layer: 0, component: 0, of: 1)
    tile.forwardTangent()
    if kind == .monotone { tile.forwardSecondTangent() }
  }
}
