import Learning
import Renormalization

/// What the window operator says of the published nets.
struct WindowResults: Codable, Sendable {
  let reference: WindowTable
  let published: [WindowTable]
  let sensitivity: Sensitivity
  /// W = (2, 0, 0), which has closed forms: λ_h and the eigenvalue of the nearest-neighbour energy.
  let closedLambdaH: Double
  let closedNearest: Double
  let mistakes: MistakeTable
  /// Orbits of the leading odd and even scaling operators with their coefficients, largest first.
  let leadingOdd: [OperatorWeight]
  let leadingEven: [OperatorWeight]

  struct OperatorWeight: Codable, Sendable {
    let name: String
    let coefficient: Double
  }
}

extension WindowResults {
  init(sides: [Int]) throws {
    func table(_ set: PublishedSet) throws -> WindowTable {
      try WindowTable(name: set.name, ThreeParameterNet(a: set.a, b: set.b, c: set.c), sides: sides)
    }
    reference = try table(.reference)
    published = try PublishedSet.all.map(table)
    let net = try ThreeParameterNet(a: reference.a, b: reference.b, c: reference.c)
    sensitivity = try Sensitivity(net)
    let closed = try WindowOperator(w0: 2, w1: 0, w2: 0)
    closedLambdaH = try closed.scalingEigenvalues().magnetic
    closedNearest = try Self.nearestNeighbourEigenvalue(closed)
    mistakes = try MistakeTable(.reference)
    let window = try WindowOperator(conditionalMagnetization: net.conditionalMagnetization)
    leadingOdd = Self.leading(try window.scalingOperator(.odd).left, WindowOrbits.odd)
    leadingEven = Self.leading(
      Array(try window.scalingOperator(.even).left.dropFirst()), WindowOrbits.even.dropFirst().map { $0 })
  }

  /// With W₁ = W₂ = 0 nearest neighbours transform among themselves and the constant: the diagonal element.
  private static func nearestNeighbourEigenvalue(_ window: WindowOperator) throws -> Double {
    guard let place = WindowOrbits.even.firstIndex(of: WindowOrbits.nearestNeighbours) else { return .nan }
    return window.even[place][place]
  }

  /// The largest coefficients of a scaling operator, relative to the largest.
  private static func leading(_ vector: [Double], _ orbits: [Int]) -> [OperatorWeight] {
    let order = vector.indices.sorted { abs(vector[$0]) > abs(vector[$1]) }
    guard let first = order.first else { return [] }
    return order.prefix(6).map { index in
      OperatorWeight(name: WindowOrbits.all[orbits[index]].name, coefficient: vector[index] / vector[first])
    }
  }
}
