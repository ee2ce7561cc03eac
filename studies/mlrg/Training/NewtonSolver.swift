import GSL
import Learning

/// Newton's method for f(J) = 0 from a fixed start, as published: it stops at |f| < tolerance and gives up when the
/// Jacobian is singular, the iterations are used up or the root lies too far out.
struct NewtonSolver {
  let parameters: NewtonParameters
  let start: [Double]

  init(_ parameters: NewtonParameters, start: [Double]) {
    self.parameters = parameters
    self.start = start
  }

  /// The root reached, or nil.
  func root(of model: FlowModel, workspace: inout Workspace) -> [Double]? {
    let root = start.count == 1 ? scalar(model, &workspace) : vector(model, &workspace)
    guard let root, root.allSatisfy({ abs($0) < parameters.limit }) else { return nil }
    return root
  }

  private func scalar(_ model: FlowModel, _ workspace: inout Workspace) -> [Double]? {
    var j = Batch(start)
    var f = j
    var slope = j
    for _ in 0..<parameters.iterations {
      model.evaluateWithSlope(j, into: &f, slope: &slope, workspace: &workspace)
      let value = f.lanes[0][0]
      if abs(value) < parameters.tolerance { return [j.lanes[0][0]] }
      let next = j.lanes[0][0] - value / slope.lanes[0][0]
      guard next.isFinite else { return nil }
      j.lanes[0][0] = next
    }
    return nil
  }

  private func vector(_ model: FlowModel, _ workspace: inout Workspace) -> [Double]? {
    var j = start
    for _ in 0..<parameters.iterations {
      let (f, jacobian) = model.jacobian(at: j, workspace: &workspace)
      let norm = f.reduce(0) { $0 + $1 * $1 }.squareRoot()
      if norm < parameters.tolerance { return j }
      guard norm.isFinite, let step = try? solve(jacobian, f) else { return nil }
      for k in j.indices { j[k] -= step[k] }
    }
    return nil
  }
}
